/** SQL of divisions. */
import type { Knex } from "knex";
import type { Division, DivisionLevel } from "./division.type.js";

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

/** Divisions whose name holds the text, higher levels first. */
export const searchDivisions = async (db: Knex, text: string, first: number): Promise<Division[]> => {
  const escaped = text
    .normalize("NFKC")
    .slice(0, 32)
    .replaceAll(/[\\%_]/g, "\\$&");
  const rows = await db<DivisionRow>("divisions")
    .whereLike("name", `%${escaped}%`)
    .orderByRaw("length(code), code")
    .limit(first);
  return rows.map(toDivision);
};
