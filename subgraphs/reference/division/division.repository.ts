/** SQL of divisions. */
import type { Knex } from "knex";
import { holding } from "../../../platform/database/index.js";
import { foldText } from "../../../platform/domain/index.js";
import type { Division, DivisionLevel, DivisionVersion } from "./division.type.js";

interface DivisionRow {
  code: string;
  name: string;
  level: DivisionLevel;
  kind: string | null;
  parent_code: string | null;
  valid_from: string | null;
  valid_to: string | null;
  replaced_by_code: string | null;
}

const toDivision = (row: DivisionRow): Division => ({
  code: row.code,
  code12: row.code.padEnd(12, "0"),
  name: row.name,
  level: row.level,
  kind: row.kind ?? undefined,
  parentCode: row.parent_code ?? undefined,
  validFrom: row.valid_from ?? undefined,
  validTo: row.valid_to ?? undefined,
  replacedByCode: row.replaced_by_code ?? undefined,
});

/** Divisions with these codes, in no order. */
export const findDivisions = async (db: Knex, codes: readonly string[]): Promise<Division[]> =>
  (await db<DivisionRow>("divisions").whereIn("code", [...codes])).map(toDivision);

/** The first hundred valid children of each of these divisions, ordered by code. */
export const listChildren = async (db: Knex, codes: readonly string[]): Promise<Division[]> => {
  const ranked = db("divisions")
    .select("*", db.raw("row_number() over (partition by parent_code order by code) as position"))
    .whereIn("parent_code", [...codes])
    .whereNull("valid_to");
  const rows = await db.from(ranked.as("ranked")).where("position", "<=", 100).orderBy(["parent_code", "code"]);
  return (rows as DivisionRow[]).map(toDivision);
};

/** Versions of these divisions, oldest first; a code that never changed has the one of its row. */
export const listVersions = async (db: Knex, codes: readonly string[]): Promise<DivisionVersion[]> => {
  const { rows } = (await db.raw(
    `select code, name, level, kind, parent_code, valid_from, valid_to, source from division_versions where code = any(?::text[])
     union all
     select code, name, level, kind, parent_code, valid_from, valid_to, null from divisions d
     where code = any(?::text[]) and not exists (select 1 from division_versions v where v.code = d.code)
     order by code, valid_from nulls first`,
    [[...codes], [...codes]],
  )) as { rows: (DivisionRow & { source: string | null })[] };
  return rows.map((row) => {
    const { code, name, level, kind, validFrom, validTo, parentCode } = toDivision(row);
    return { code, name, level, kind, validFrom, validTo, parentCode, source: row.source ?? undefined };
  });
};

/** Divisions that these codes replaced, ordered by code. */
export const listPredecessors = async (db: Knex, codes: readonly string[]): Promise<Division[]> =>
  (
    await db<DivisionRow>("divisions")
      .whereIn("replaced_by_code", [...codes])
      .orderBy("code")
  ).map(toDivision);

/** Divisions whose name holds the text, higher levels first. */
export const searchDivisions = async (db: Knex, text: string, first: number): Promise<Division[]> => {
  const rows = await db<DivisionRow>("divisions")
    .whereLike("name", holding(foldText(text).slice(0, 32)))
    .orderByRaw("length(code), code")
    .limit(first);
  return rows.map(toDivision);
};
