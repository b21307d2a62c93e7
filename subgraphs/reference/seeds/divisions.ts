/** Loads the real divisions: the snapshot of today, and by hand what changed with document and day (division-history.tsv). */
import { readFileSync } from "node:fs";
import type { Knex } from "knex";
import { projectPath } from "../../../platform/config/index.js";
import { copyRecords, insertRecords, toRow, type NewOf } from "../../../platform/database/index.js";
import type { DivisionLevel } from "../division/division.enums.js";
import { DIVISIONS, DIVISION_VERSIONS } from "../division/division.rows.js";

type Cells = (string | undefined)[];

/** Text of one of the two tables. */
export const divisionFile = (file: "divisions.tsv" | "division-history.tsv"): string =>
  readFileSync(projectPath(`subgraphs/reference/seeds/${file}`), "utf8");

const readTable = (file: Parameters<typeof divisionFile>[0]): Cells[] =>
  divisionFile(file)
    .replace(/\n$/, "")
    .split("\n")
    .map((line) => line.split("\t").map((value) => (value === "" ? undefined : value)));

type NewDivision = NewOf<typeof DIVISIONS>;
type NewVersion = NewOf<typeof DIVISION_VERSIONS>;

/** A line of divisions.tsv. */
const toDivision = ([code, name, level, kind, parentCode, validTo, replacedByCode]: Cells): NewDivision => ({
  code: code!,
  name: name!,
  level: level as DivisionLevel,
  kind,
  parentCode,
  validFrom: undefined,
  validTo,
  replacedByCode,
});

/** A line of division-history.tsv. */
const toHistory = ([code, name, level, kind, parentCode, validFrom, validTo, replacedByCode, source]: Cells): {
  version: NewVersion;
  division: NewDivision;
} => {
  const span = { code: code!, name: name!, level: level as DivisionLevel, kind, parentCode, validFrom, validTo };
  return { version: { ...span, source }, division: { ...span, replacedByCode } };
};

/** Replaces divisions and division_versions; a code that changed shows its last version, and when its first one began. Answers with their number. */
export const loadDivisions = async (db: Knex): Promise<number> => {
  // Not truncated: readers see the old ones until the new ones are there.
  await db("divisions").delete();
  await db("division_versions").delete();
  const divisions = readTable("divisions.tsv").map(toDivision);
  await copyRecords(db, DIVISIONS, divisions);
  const history = readTable("division-history.tsv").map(toHistory);
  await insertRecords(
    db,
    DIVISION_VERSIONS,
    history.map(({ version }) => version),
  );
  const last = new Map<string, NewDivision>();
  // Lines of one code stand oldest first: the code exists since the first, and is what the last one says.
  for (const { division } of history) {
    const { validFrom } = last.get(division.code) ?? division;
    last.set(division.code, { ...division, validFrom });
  }
  await db("divisions")
    .insert([...last.values()].map((division) => toRow(DIVISIONS, division)))
    .onConflict("code")
    .merge();
  return new Set([...divisions.map(({ code }) => code), ...last.keys()]).size;
};
