/** SQL of lists, their versions and items; versions that a viewer may not know of never leave the database, nor what they say. */
import type { Knex } from "knex";
import { divisionPrefix } from "../../../platform/auth/viewer.js";
import { beginningWith, readableRows } from "../../../platform/database/index.js";
import { comeBy, type LocalDate } from "../../../platform/domain/index.js";
import type { AskedBy } from "../context.js";
import { AgencyListKind } from "./agency-list.enums.js";
import type { AgencyListFilter } from "./agency-list.input.js";
import { WHOSE_AGENCY_LIST } from "./agency-list.policy.js";
import {
  AGENCY_LISTS,
  AGENCY_LIST_ITEMS,
  AGENCY_LIST_VERSIONS,
  type AgencyListItemRow,
  type AgencyListRow,
  type AgencyListVersionRow,
} from "./agency-list.rows.js";
import type { AgencyList, AgencyListItem } from "./agency-list.type.js";
import type { PowerKey } from "./power-list-findings.js";

const shown = AGENCY_LISTS.to<AgencyList>()("publishedOn");

/** The list of a row: a publication after the day has not happened yet. */
export const toList =
  (day: LocalDate) =>
  (row: AgencyListRow): AgencyList =>
    shown(row, { publishedOn: comeBy(row.published_on, day) });

/** The item of a row. */
export const toItem: (row: AgencyListItemRow) => AgencyListItem = AGENCY_LIST_ITEMS.toRecord;

/** Lists that fit and that the viewer may know of; the caller adds order and page. */
export const visibleLists = (db: Knex, { viewer, day }: AskedBy, filter: AgencyListFilter = {}): Knex.QueryBuilder => {
  const query = readableRows(db(AGENCY_LISTS.name).select(AGENCY_LISTS.columns()), WHOSE_AGENCY_LIST, {
    viewer,
    today: day,
  });
  if (filter.kind != null) query.where("kind", filter.kind);
  if (filter.division != null) query.whereLike("division_code", beginningWith(divisionPrefix(filter.division)));
  return query;
};

/** Lists with these ids, in no order. */
export const findLists = async (db: Knex, asked: AskedBy, ids: readonly string[]): Promise<AgencyList[]> =>
  ((await visibleLists(db, asked).whereIn("id", [...ids])) as AgencyListRow[]).map(toList(asked.day));

/** The first twenty lists of each of these bodies, by kind and id. */
export const listsOfBodies = async (db: Knex, asked: AskedBy, organs: readonly string[]): Promise<AgencyList[]> => {
  const ranked = visibleLists(db, asked)
    .select(db.raw("row_number() over (partition by organ_id order by kind, id) as place"))
    .whereIn("organ_id", [...organs]);
  const rows = await db.from(ranked.as("ranked")).where("place", "<=", 20).orderBy(["organ_id", "place"]);
  return (rows as AgencyListRow[]).map(toList(asked.day));
};

/** Versions of these lists that the viewer may know of, the newest first. */
export const versionsOf = async (
  db: Knex,
  { viewer, day }: AskedBy,
  ids: readonly string[],
): Promise<AgencyListVersionRow[]> =>
  (await readableRows(db(AGENCY_LIST_VERSIONS.name).select(AGENCY_LIST_VERSIONS.columns()), WHOSE_AGENCY_LIST, {
    viewer,
    today: day,
  })
    .whereIn("list_id", [...ids])
    .orderBy(["list_id", { column: "number", order: "desc" }])) as AgencyListVersionRow[];

/** Wordings that hold in a version of a list, of which the caller knows that the viewer may know of it. */
export const itemsOf = (db: Knex, listId: Knex.Raw, version: number): Knex.QueryBuilder =>
  db(AGENCY_LIST_ITEMS.name)
    .select(AGENCY_LIST_ITEMS.columns())
    .where("list_id", listId)
    .whereRaw("since <= ? and (until is null or until > ?)", [version, version]);

/** Wordings of a list that hold in one of two versions and not in the other, by code. */
export const wordingsBetween = async (
  db: Knex,
  listId: string,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<AgencyListItem[]> =>
  (
    (await db(AGENCY_LIST_ITEMS.name)
      .select(AGENCY_LIST_ITEMS.columns())
      .where("list_id", listId)
      .whereRaw(
        "(since <= :from and (until is null or until > :from)) <> (since <= :to and (until is null or until > :to))",
        { from, to },
      )
      .orderBy("code")) as AgencyListItemRow[]
  ).map(toItem);

/** A wording of a power, whose it is, and which version of its list is in force. */
export type PowerRow = AgencyListItemRow & {
  readonly organ_id: string;
  readonly organ_uscc: string;
  readonly in_force: number;
};

/** Powers by their lists as everybody knows them on the day, whoever asks: the version in force and those before it. */
const publishedPowers = (db: Knex, day: LocalDate): Knex.QueryBuilder =>
  db(AGENCY_LISTS.name)
    .joinRaw(
      `join lateral (select max(number) as in_force from agency_list_versions v
         where v.list_id = agency_lists.id and v.published_on <= ?) as version on in_force is not null`,
      [day],
    )
    .leftJoin("agency_list_items as item", (on) =>
      on.on("item.list_id", "agency_lists.id").andOn("item.since", "<=", "in_force"),
    )
    .where("kind", AgencyListKind.POWER)
    .select("item.*", "organ_id", "organ_uscc", "in_force");

/** Powers of these bodies, the latest wording first; a row without code where a list has none. */
export const powersOfBodies = async (db: Knex, day: LocalDate, organs: readonly string[]): Promise<PowerRow[]> =>
  (await publishedPowers(db, day)
    .whereIn("organ_id", [...organs])
    .orderBy(["organ_id", "code", { column: "since", order: "desc" }])) as PowerRow[];

/** Powers in force with these keys. */
export const findPowers = async (db: Knex, day: LocalDate, keys: readonly PowerKey[]): Promise<PowerRow[]> =>
  (await publishedPowers(db, day)
    .whereRaw("(until is null or until > in_force)")
    .whereRaw("(organ_uscc, catalog_code) in (select * from unnest(?::text[], ?::text[]))", [
      keys.map(({ uscc }) => uscc),
      keys.map(({ catalogCode }) => catalogCode),
    ] as never)) as PowerRow[];
