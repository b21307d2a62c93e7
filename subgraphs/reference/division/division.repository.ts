/** SQL of divisions. */
import type { Knex } from "knex";
import { holding } from "../../../platform/database/index.js";
import { foldText, type LocalDate } from "../../../platform/domain/index.js";
import type { Division, DivisionVersion } from "./division.js";
import { DIVISIONS, DIVISION_VERSIONS, type DivisionRow, type DivisionVersionRow } from "./division.rows.js";

const shown = DIVISIONS.to<Division>()();
const shownVersion = DIVISION_VERSIONS.to<DivisionVersion>()();

const toDivision = (row: DivisionRow): Division => shown(row, { code12: row.code.padEnd(12, "0") });

/** What a span says and the code itself does not: a code begins with its first span and ends with its last. */
const OF_SPAN = ["name", "level", "kind", "parent_code"] as const;

/** A code on a day, and in its last span. */
interface DatedRow extends DivisionRow, Readonly<Record<`last_${(typeof OF_SPAN)[number]}`, unknown>> {
  /** True from its first day on. */
  readonly begun: boolean;
}

const SPAN_ON = "(valid_from is null or valid_from <= :day::date) and (valid_to is null or valid_to >= :day::date)";

/**
 * Codes as they are on the day: a change that is loaded ahead of its day shows from that day on. A code that ended is what it was last;
 * between two spans it is not in use. `which` narrows the rows of divisions, d.
 */
const divisionsOn = (
  db: Knex,
  day: LocalDate,
  which: string,
  bindings: Readonly<Record<string, unknown>>,
): Knex.QueryBuilder =>
  db.select("*").from(
    db.raw(
      `(select d.code, to_char(d.valid_from, 'YYYY-MM-DD') as valid_from, to_char(d.valid_to, 'YYYY-MM-DD') as valid_to, d.replaced_by_code,
          ${OF_SPAN.map((column) => `case when v.code is null then d.${column} else v.${column} end as ${column}, d.${column} as last_${column}`).join(", ")},
          d.valid_from is null or d.valid_from <= :day::date as begun,
          ${SPAN_ON.replaceAll("valid_", "d.valid_")}
            and (v.code is not null or not exists (select 1 from division_versions x where x.code = d.code)) as current
        from divisions d
        left join lateral (select * from division_versions where code = d.code and ${SPAN_ON} limit 1) v on true
        where ${which}) as divisions`,
      { ...bindings, day },
    ),
  );

/** A division in its last span, which may be one to come, and as it is on a day. */
export interface DatedDivision {
  readonly code: string;
  readonly last: Division;
  /** Undefined before its first day. */
  readonly onDay?: Division;
}

/** Divisions with these codes, in no order. */
export const findDatedDivisions = async (
  db: Knex,
  codes: readonly string[],
  day: LocalDate,
): Promise<DatedDivision[]> =>
  ((await divisionsOn(db, day, "d.code = any(:codes)", { codes: [...codes] })) as DatedRow[]).map((row) => ({
    code: row.code,
    last: toDivision({
      ...row,
      ...Object.fromEntries(OF_SPAN.map((column) => [column, row[`last_${column}`]])),
    } as DivisionRow),
    ...(row.begun ? { onDay: toDivision(row) } : {}),
  }));

/** Divisions with these codes, those to come too, as they are in their last span, in no order. */
export const findDivisions = async (db: Knex, codes: readonly string[]): Promise<Division[]> =>
  (
    (await db("divisions")
      .select(DIVISIONS.columns())
      .whereIn("code", [...codes])) as DivisionRow[]
  ).map(toDivision);

/** Kind of rows under which statistics add up: 市辖区, 县, 省直辖县级行政区划. They are no places. */
const HEADING = "汇总用区划";

/** The first hundred children that each of these divisions has on the day, ordered by code; headings are none. */
export const listChildren = async (db: Knex, codes: readonly string[], day: LocalDate): Promise<Division[]> => {
  const below = divisionsOn(
    db,
    day,
    "(d.parent_code = any(:codes) or d.code in (select code from division_versions where parent_code = any(:codes)))",
    { codes: [...codes] },
  );
  const ranked = below
    .select(db.raw("row_number() over (partition by parent_code order by code) as position"))
    .whereIn("parent_code", [...codes])
    .where("current", true)
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

/** Divisions whose name on the day holds the text, those in use first, then higher levels; headings and those to come are none. */
export const searchDivisions = async (db: Knex, text: string, first: number, day: LocalDate): Promise<Division[]> => {
  const name = holding(foldText(text).slice(0, 32));
  const rows = await divisionsOn(
    db,
    day,
    "(d.name like :name or d.code in (select code from division_versions where name like :name))",
    { name },
  )
    .where("begun", true)
    .whereLike("name", name)
    .whereRaw("kind is distinct from ?", [HEADING])
    .orderByRaw("not current, length(code), code")
    .limit(first);
  return (rows as DivisionRow[]).map(toDivision);
};
