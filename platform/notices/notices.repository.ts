/** SQL of notices: the journal's steps on records of which the viewer is a side, as whose these records are on the day. */
import type { Knex } from "knex";
import { readableRows, type RowOf } from "../database/index.js";
import { couldReadAny, type Reader } from "../disclosure/admission/index.js";
import { actorsOf } from "../machine/index.js";
import { TRANSITIONS } from "../write/journal.rows.js";
import { NOTICE_MARKS } from "./create-notice-marks.js";
import type { Addressee, ToldRecord } from "./told.js";

/** How long a step is news, in days; what is due is told as long as it is due. */
export const NEWS_DAYS = 180;

/** Most unread notices that are counted. */
export const MOST_COUNTED = 100;

/** Who asks, and when. */
export interface NoticeReader {
  readonly reader: Reader<"today">;
  /** Pseudonym under which the viewer's marks and acts are kept. */
  readonly actor: string;
  readonly asOf: Date;
}

/** Which notices. */
export interface NoticesAsked {
  /** Those that wait for something that the viewer does. */
  readonly due: boolean;
  readonly unread: boolean;
}

/** A side of a kind of record. */
export interface Side<Services> {
  readonly told: ToldRecord<Services>;
  readonly addressee: Addressee<Services>;
}

/** A notice as it is read; `due` is the place of the side that has something to do. */
export type NoticeRow = RowOf<typeof TRANSITIONS> & { readonly due: number | null; readonly is_read: boolean };

/** The sides on which the viewer could be at all: by the role of the part, and by whose records are. */
export const sidesOf = <Services>(
  told: readonly ToldRecord<Services>[],
  { viewer }: NoticeReader["reader"],
): Side<Services>[] =>
  told
    .flatMap((each) => each.addressees.map((addressee) => ({ told: each, addressee })))
    .filter(({ addressee }) => actorsOf(viewer).includes(addressee.part) && couldReadAny(addressee.whose, viewer));

/** Keys of the records of a side that the viewer may know of, with the state where a column holds it. */
const recordsOf = (db: Knex, { reader }: NoticeReader, { told, addressee }: Side<never>): Knex.QueryBuilder => {
  const { written, rows } = told;
  const query = (rows?.(db) ?? db(written.table)).clearSelect();
  const state = written.stateOf === undefined ? db.raw("state::text as state") : db.raw("null::text as state");
  void query.distinct(db.raw("??::text as key", [written.key]), state);
  return readableRows(readableRows(query, written.whose, reader), addressee.whose, reader);
};

// A record with two machines has one journal: steps into other states than the one that waits do not end it.
const IS_LAST = `not exists (select 1 from transitions n where n.kind = t.kind and n.key = t.key and n.version > t.version
  and n.to_state = coalesce(r.state, n.to_state))`;

/** Steps that one side is told of; `place` names the side. */
const stepsOf = <Services>(
  db: Knex,
  by: NoticeReader,
  side: Side<Services>,
  { due, place }: { readonly due: boolean; readonly place: number },
): Knex.QueryBuilder => {
  const { told, addressee } = side;
  const duties = Object.keys(addressee.duties);
  // An import may have moved the record on since.
  const isDue = `(t.to_state = any(?::text[]) and coalesce(r.state, t.to_state) = t.to_state and ${IS_LAST})`;
  const query = db("transitions as t")
    .join(recordsOf(db, by, side as unknown as Side<never>).as("r"), "r.key", "t.key")
    .where("t.kind", told.written.kind)
    .select("t.id", db.raw(`case when ${isDue} then ?::int end as due`, [duties, place]));
  if (due) return query.whereRaw(isDue, [duties]);
  if (addressee.isOffice === true) void query.whereIn("t.to_state", duties);
  return query
    .where("t.recorded_at", ">", new Date(by.asOf.getTime() - NEWS_DAYS * 86_400_000))
    .whereRaw("not (t.part = ? and t.agency is not distinct from ?)", [
      addressee.part,
      by.reader.viewer.agencyUscc ?? null,
    ]);
};

const ofAllSides = <Services>(
  db: Knex,
  by: NoticeReader,
  sides: readonly Side<Services>[],
  due: boolean,
): Knex.QueryBuilder => db.unionAll(sides.map((side, place) => stepsOf(db, by, side, { due, place })));

const IS_READ = `exists (select 1 from ${NOTICE_MARKS} m where m.reader = ? and m.transition_id = t.id)`;

/** The viewer's notices before one, the newest first. */
export const listNotices = async <Services>(
  db: Knex,
  by: NoticeReader,
  sides: readonly Side<Services>[],
  { due, unread, before, limit }: NoticesAsked & { readonly before?: string | undefined; readonly limit: number },
): Promise<NoticeRow[]> => {
  const query = db
    .select(...TRANSITIONS.columns("t"), db.raw("min(told.due) as due"), db.raw(`${IS_READ} as is_read`, [by.actor]))
    .from(ofAllSides(db, by, sides, due).as("told"))
    .join("transitions as t", "t.id", "told.id")
    .groupBy("t.id")
    .orderBy("t.id", "desc")
    .limit(limit);
  if (before !== undefined) void query.where("t.id", "<", before);
  if (unread) void query.whereRaw(`not ${IS_READ}`, [by.actor]);
  return (await query) as NoticeRow[];
};

/** How many are unread, 100 at most. */
export const countUnread = async <Services>(
  db: Knex,
  by: NoticeReader,
  sides: readonly Side<Services>[],
): Promise<number> => {
  const unread = db
    .distinct("t.id")
    .from(ofAllSides(db, by, sides, false).as("t"))
    .whereRaw(`not ${IS_READ}`, [by.actor])
    .limit(MOST_COUNTED);
  const [row] = (await db.count("* as n").from(unread.as("unread"))) as { n: bigint }[];
  return Number(row!.n);
};

/** Marks those of the notices that are the viewer's; answers with how many are marked now. */
export const markNotices = async <Services>(
  db: Knex,
  by: NoticeReader,
  sides: readonly Side<Services>[],
  ids: readonly string[],
): Promise<number> => {
  const own = db.unionAll([ofAllSides(db, by, sides, false), ofAllSides(db, by, sides, true)]);
  const found = (await db
    .distinct("t.id")
    .from(own.as("t"))
    .whereIn("t.id", [...ids])) as { id: bigint }[];
  if (found.length === 0) return 0;
  await db(NOTICE_MARKS)
    .insert(found.map(({ id }) => ({ reader: by.actor, transition_id: id, read_at: by.asOf })))
    .onConflict(["reader", "transition_id"])
    .ignore();
  return found.length;
};

/** Removes marks of what is no news any more; answers with how many. */
export const forgetNoticeMarks = (db: Knex, asOf: Date): Promise<number> =>
  db(NOTICE_MARKS)
    .where("read_at", "<", new Date(asOf.getTime() - NEWS_DAYS * 86_400_000))
    .delete();
