/** SQL of divisions. */
import type { Knex } from "knex";
import { holding } from "../../../platform/database/index.js";
import { foldText } from "../../../platform/domain/index.js";
import type { Division, DivisionVersion } from "./division.js";
import { DIVISIONS, DIVISION_VERSIONS, type DivisionRow, type DivisionVersionRow } from "./division.rows.js";

const shown = DIVISIONS.to<Division>()();
const shownVersion = DIVISION_VERSIONS.to<DivisionVersion>()();

const toDivision = (row: DivisionRow): Division => shown(row, { code12: row.code.padEnd(12, "0") });

/** Divisions with these codes, in no order. */
export const findDivisions = async (db: Knex, codes: readonly string[]): Promise<Division[]> =>
  (
    (await db("divisions")
      .select(DIVISIONS.columns())
      .whereIn("code", [...codes])) as DivisionRow[]
  ).map(toDivision);

/** Kind of rows under which statistics add up: 市辖区, 县, 省直辖县级行政区划. They are no places. */
const HEADING = "汇总用区划";

/** The first hundred valid children of each of these divisions, ordered by code; headings are none. */
export const listChildren = async (db: Knex, codes: readonly string[]): Promise<Division[]> => {
  const ranked = db("divisions")
    .select(...DIVISIONS.columns(), db.raw("row_number() over (partition by parent_code order by code) as position"))
    .whereIn("parent_code", [...codes])
    .whereNull("valid_to")
    .whereRaw("kind is distinct from ?", [HEADING]);
  const rows = await db.from(ranked.as("ranked")).where("position", "<=", 100).orderBy(["parent_code", "code"]);
  return (rows as DivisionRow[]).map(toDivision);
};

const VERSION_COLUMNS = DIVISION_VERSIONS.columns();

/** What the row of a code that never changed stands for: no document, and no day to confirm. */
const UNSAID: Readonly<Record<string, string>> = { source: "null", verified: "true" };

/** Versions of these divisions, oldest first; a code that never changed has the one of its row. */
export const listVersions = async (db: Knex, codes: readonly string[]): Promise<DivisionVersion[]> => {
  const { rows } = (await db.raw(
    `select ${VERSION_COLUMNS.join(", ")} from division_versions where code = any(?::text[])
     union all
     select ${VERSION_COLUMNS.map((column) => UNSAID[column] ?? column).join(", ")} from divisions d
     where code = any(?::text[]) and not exists (select 1 from division_versions v where v.code = d.code)
     order by code, valid_from nulls first`,
    [[...codes], [...codes]],
  )) as { rows: DivisionVersionRow[] };
  return rows.map((row) => shownVersion(row, {}));
};

/** Divisions that these codes replaced, ordered by code. */
export const listPredecessors = async (db: Knex, codes: readonly string[]): Promise<Division[]> =>
  (
    (await db("divisions")
      .select(DIVISIONS.columns())
      .whereIn("replaced_by_code", [...codes])
      .orderBy("code")) as DivisionRow[]
  ).map(toDivision);

/** Divisions whose name holds the text, those in use first, then higher levels; headings are none. */
export const searchDivisions = async (db: Knex, text: string, first: number): Promise<Division[]> => {
  const rows = await db("divisions")
    .select(DIVISIONS.columns())
    .whereLike("name", holding(foldText(text).slice(0, 32)))
    .whereRaw("kind is distinct from ?", [HEADING])
    .orderByRaw("valid_to is not null, length(code), code")
    .limit(first);
  return (rows as DivisionRow[]).map(toDivision);
};
