/** Loads the real divisions: the snapshot, the changes that ship, and those of the edition that was loaded. */
import { readFileSync } from "node:fs";
import type { Knex } from "knex";
import { projectPath } from "../../../platform/config/index.js";
import { copyRecords, type NewOf } from "../../../platform/database/index.js";
import { LawFileRefused } from "../../../platform/domain/index.js";
import type { LawTable } from "../../../platform/law/index.js";
import {
  readDivisionChanges,
  spansByCode,
  stemOf,
  type DivisionChange,
  type DivisionChanges,
} from "../division/division-changes.js";
import { DivisionLevel } from "../division/division.enums.js";
import { DIVISIONS, DIVISION_VERSIONS } from "../division/division.rows.js";

type NewDivision = NewOf<typeof DIVISIONS>;

/** Text of one of the two files. */
export const divisionFile = (file: "divisions.tsv" | "division-changes.json"): string =>
  readFileSync(projectPath(`subgraphs/reference/seeds/${file}`), "utf8");

const snapshot = (): NewDivision[] =>
  divisionFile("divisions.tsv")
    .trimEnd()
    .split("\n")
    .map((line) => {
      const [code, name, level, kind, parentCode] = line.split("\t").map((value) => (value === "" ? undefined : value));
      return {
        code: code!,
        name: name!,
        level: level as DivisionLevel,
        kind,
        parentCode,
        validFrom: undefined,
        validTo: undefined,
        replacedByCode: undefined,
      };
    });

const spanOf = ({ code, name, level, kind, parent, validFrom, validTo }: DivisionChange) => ({
  code,
  name,
  level,
  kind,
  parentCode: parent,
  validFrom,
  validTo,
});

/** What is wrong with divisions as a whole: what leads nowhere, what is current below what ended, and a place that is current twice. */
const faultsOf = (divisions: ReadonlyMap<string, NewDivision>, distinct: ReadonlySet<string>): string[] => {
  const places = new Map<string, string>();
  return [...divisions.values()].flatMap(({ code, name, level, kind, parentCode, validTo, replacedByCode }) => {
    const faults = [parentCode, replacedByCode]
      .filter((other) => other !== undefined && !divisions.has(other))
      .map((other) => `${code} leads to ${other}, which is not there`);
    const above = parentCode === undefined ? undefined : divisions.get(parentCode);
    if (validTo === undefined && above?.validTo !== undefined)
      faults.push(`${code} ${name} is current below ${above.code}, which ended`);
    if (level !== DivisionLevel.COUNTY || kind !== undefined || validTo !== undefined) return faults;
    const place = `${parentCode} ${stemOf(name)}`;
    const twin = places.get(place);
    places.set(place, code);
    if (twin === undefined || distinct.has([twin, code].sort().join("-"))) return faults;
    return [...faults, `${twin} and ${code} ${name} are one place that is current twice`];
  });
};

/** Divisions and versions after these changes. Throws LawFileRefused where they contradict each other. */
const divisionsAfter = (name: string, files: readonly DivisionChanges[]) => {
  const changes = new Map<string, DivisionChange[]>();
  // A file says all of the codes that it names.
  for (const file of files) for (const [code, spans] of spansByCode(file.changes)) changes.set(code, spans);
  const divisions = new Map(snapshot().map((division) => [division.code, division]));
  // A code exists since its first span, and is what the last one says.
  for (const [code, spans] of changes)
    divisions.set(code, {
      ...spanOf(spans.at(-1)!),
      validFrom: spans[0]!.validFrom,
      replacedByCode: spans.at(-1)!.replacedBy,
    });
  const faults = faultsOf(divisions, new Set(files.flatMap(({ distinct }) => distinct)));
  if (faults.length > 0) throw new LawFileRefused(name, faults);
  const versions = [...changes.values()]
    .flat()
    .map((change) => ({ ...spanOf(change), source: change.source, verified: change.verified }));
  return { divisions: [...divisions.values()], versions };
};

const replace = async (db: Knex, { divisions, versions }: ReturnType<typeof divisionsAfter>): Promise<void> => {
  // Not truncated: readers see the old ones until the new ones are there.
  await db("divisions").delete();
  await db("division_versions").delete();
  await copyRecords(db, DIVISIONS, divisions);
  await copyRecords(db, DIVISION_VERSIONS, versions);
};

const told = ({ code, name, validFrom, validTo, replacedBy }: DivisionChange): string =>
  [
    `${code} ${name}`,
    ...(validFrom === undefined ? [] : [`from ${validFrom}`]),
    ...(validTo === undefined ? [] : [`to ${validTo}`]),
    ...(replacedBy === undefined ? [] : [`then ${replacedBy}`]),
  ].join(" ");

/** The table of divisions and their versions: of the changes that were loaded, those of the last file alone. */
export const DIVISION_LAW: LawTable = {
  kind: "divisions",
  shipped: () => divisionFile("division-changes.json"),
  adds: false,
  besides: () => divisionFile("divisions.tsv"),
  read(name, text) {
    const { edition, changes } = readDivisionChanges(name, text);
    return { edition, changes: changes.map(told) };
  },
  load: (trx, texts) =>
    replace(
      trx,
      divisionsAfter(
        "The divisions",
        texts.map((text) => readDivisionChanges("divisions", text)),
      ),
    ),
};
