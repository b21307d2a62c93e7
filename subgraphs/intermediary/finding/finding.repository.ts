/** SQL of findings as they were last computed; which grounds a viewer may know of is decided here, at each reading (docs/decisions/0013). */
import type { Knex } from "knex";
import { ANONYMOUS, type Viewer } from "../../../platform/auth/viewer.js";
import { readableRows } from "../../../platform/database/index.js";
import { WHOSE_GROUND } from "./finding.policy.js";
import type { FindingRule } from "./finding.enums.js";
import { INTERMEDIARY_FINDINGS, type FindingRow } from "./finding.rows.js";
import type { IntermediaryFinding } from "./finding.type.js";

/** A sanction stands until it is revoked, and then is nobody's. */
const SANCTION_STANDS = `f.ground = 'SANCTION' and exists (
  select 1 from intermediary_sanctions s where s.id = f.sanction_id and (s.revoked_on is null or s.revoked_on > :today))`;

/**
 * A listing is everybody's only by what credit says today (:bodies, :since): an entry that was removed is told of by no row and no count (C4).
 */
const LISTING_STANDS = `f.ground = 'LISTED' and exists (
  select 1 from unnest(:bodies::text[], :since::date[]) as standing(body, since)
  where standing.body = f.intermediary_id and standing.since <= f.submitted_on)`;

/** Bodies that credit says stand on a serious list, each with the day since which it does. */
export type Standing = ReadonlyMap<string, string>;

/** Who reads, and when. */
interface Reading {
  readonly viewer: Viewer;
  readonly today: string;
  readonly standing?: Standing;
}

/** Which findings; `narrow` sees the table as `f`, by columns that all grounds of a finding share. */
const findingsOf = (
  db: Knex,
  { viewer, today, standing = new Map() }: Reading,
  narrow: (found: Knex.QueryBuilder) => void,
): Knex.QueryBuilder => {
  const told = db("intermediary_findings as f")
    .distinctOn("f.rule", "f.finding_id")
    .select(INTERMEDIARY_FINDINGS.columns("f"))
    .where((known) => {
      readableRows(known, WHOSE_GROUND, { viewer, table: "f" })
        .orWhereRaw(SANCTION_STANDS, { today })
        .orWhereRaw(LISTING_STANDS, { bodies: [...standing.keys()], since: [...standing.values()] });
    })
    .orderBy(["f.rule", "f.finding_id", "f.position"]);
  narrow(told);
  return db.select("*").from(told.as("findings"));
};

/** Findings of one rule or all, as far as the viewer may know of them, narrowed to a division; the caller adds order and page. */
export const findingsQuery = (
  db: Knex,
  reading: Reading,
  { rule, prefix }: { readonly rule?: FindingRule | undefined; readonly prefix?: string | Knex.Raw | undefined },
): Knex.QueryBuilder =>
  findingsOf(db, reading, (found) => {
    if (rule !== undefined) found.where("f.rule", rule);
    // As an interval, which the index serves for a prefix that is a column too: every digit sorts before the colon.
    if (prefix !== undefined)
      found.whereRaw("f.division_code ~>=~ ?::text and f.division_code ~<~ (?::text || ':')", [prefix, prefix]);
  });

/** Most findings of one body that rest on a list. */
const MOST_OF_BODY = 100;

/** Findings that rest on nothing but a serious list on which these bodies stand, the first hundred of each. */
export const listOfStanding = async (db: Knex, today: string, standing: Standing): Promise<IntermediaryFinding[]> => {
  const rests = findingsOf(db, { viewer: ANONYMOUS, today, standing }, (found) =>
    found.whereIn("f.intermediary_id", [...standing.keys()]),
  )
    .select(db.raw("row_number() over (partition by intermediary_id order by rule, finding_id) as place"))
    .where("ground", "LISTED");
  const rows = (await db
    .from(rests.as("rests"))
    .where("place", "<=", MOST_OF_BODY)
    .orderBy(["rule", "finding_id"])) as FindingRow[];
  return rows.map(toFinding);
};

const shown = INTERMEDIARY_FINDINGS.to<IntermediaryFinding>()("ground");

/** Domain object of a row. */
export const toFinding = (row: FindingRow): IntermediaryFinding => shown(row, {});
