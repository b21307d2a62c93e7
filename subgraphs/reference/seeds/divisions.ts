/** Loads the real divisions: the snapshot of today, and by hand what changed with document and day (division-history.tsv). */
import { readFileSync } from "node:fs";
import type { Knex } from "knex";
import { projectPath } from "../../../platform/config/index.js";
import { copyRows } from "../../../platform/database/index.js";

type Cells = (string | null)[];

/** Text of one of the two tables. */
export const divisionFile = (file: "divisions.tsv" | "division-history.tsv"): string =>
  readFileSync(projectPath(`subgraphs/reference/seeds/${file}`), "utf8");

const readTable = (file: Parameters<typeof divisionFile>[0]): Cells[] =>
  divisionFile(file)
    .replace(/\n$/, "")
    .split("\n")
    .map((line) => line.split("\t").map((value) => (value === "" ? null : value)));

/** A line of division-history.tsv. */
const toVersion = ([code, name, level, kind, parent, validFrom, validTo, replacedBy, source]: Cells): {
  version: Record<string, unknown>;
  division: Record<string, unknown>;
} => {
  const version = {
    code,
    name,
    level,
    kind: kind ?? null,
    parent_code: parent ?? null,
    valid_from: validFrom ?? null,
    valid_to: validTo ?? null,
  };
  return {
    version: { ...version, source: source ?? null },
    division: { ...version, replaced_by_code: replacedBy ?? null },
  };
};

/** Replaces divisions and division_versions; a code that changed shows its last version, and when its first one began. Answers with their number. */
export const loadDivisions = async (db: Knex): Promise<number> => {
  // Not truncated: readers see the old ones until the new ones are there.
  await db("divisions").delete();
  await db("division_versions").delete();
  const divisions = readTable("divisions.tsv");
  await copyRows(
    db,
    "divisions",
    ["code", "name", "level", "kind", "parent_code", "valid_to", "replaced_by_code"],
    divisions,
  );
  const history = readTable("division-history.tsv").map(toVersion);
  await db("division_versions").insert(history.map(({ version }) => version));
  const last = new Map<unknown, Record<string, unknown>>();
  // Lines of one code stand oldest first: the code exists since the first, and is what the last one says.
  for (const { division } of history)
    last.set(division["code"], {
      ...division,
      valid_from: last.has(division["code"]) ? last.get(division["code"])!["valid_from"] : division["valid_from"],
    });
  await db("divisions")
    .insert([...last.values()])
    .onConflict("code")
    .merge();
  return new Set([...divisions.map(([code]) => code), ...last.keys()]).size;
};
