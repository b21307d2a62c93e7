/** Whose a row is, for closed fields (`@record`) and for whole rows (`WHOSE_…`): two declarations of a noun that say the same. */
import "reflect-metadata";
import { readFileSync, readdirSync } from "node:fs";
import { dirname } from "node:path";
import { Kind, parse, type ObjectTypeDefinitionNode } from "graphql";
import { projectPath } from "../../platform/config/index.js";
import type { Whose } from "../../platform/disclosure/admission/index.js";
import { loadPolicy, recordPathsOf, type RecordPaths } from "../../platform/disclosure/table/index.js";
import { SUBGRAPHS } from "../../schema/subgraph-definitions.js";
import { partsOf } from "../support/whose.js";

const table = loadPolicy();
const files = readdirSync(projectPath("subgraphs"), { recursive: true, encoding: "utf8" }).sort();
const textOf = (file: string): string => readFileSync(projectPath(`subgraphs/${file}`), "utf8");

interface DeclaredRecord {
  readonly subgraph: string;
  readonly type: string;
  readonly paths: RecordPaths;
  /** Folder of the noun. */
  readonly folder: string;
}

const declaredIn = (subgraph: string, type: string): string | undefined =>
  files.find(
    (file) =>
      file.startsWith(`${subgraph}/`) &&
      new RegExp(`@OwnedRecord\\([\\s\\S]{0,400}?export class ${type}\\b`).test(
        file.endsWith(".ts") ? textOf(file) : "",
      ),
  );

const records: readonly DeclaredRecord[] = Object.entries(table.records).flatMap(([subgraph, types]) =>
  Object.entries(types).map(([type, paths]) => ({
    subgraph,
    type,
    paths,
    folder: dirname(declaredIn(subgraph, type) ?? "?"),
  })),
);

const isWhose = (value: unknown): value is Whose<string> =>
  typeof value === "object" && value !== null && "kind" in value && ("column" in value || "rules" in value);

const property = (column: string): string =>
  column.replaceAll(/_(\w)/g, (_all, letter: string) => letter.toUpperCase());

// One after the other: the loader of the tests does not link two graphs of modules at once.
const policies: { readonly folder: string; readonly name: string; readonly whose: Whose<string> }[] = [];
for (const file of files.filter((name) => name.endsWith(".policy.ts"))) {
  const exported = (await import(`../../subgraphs/${file.replace(/\.ts$/, ".js")}`)) as Record<string, unknown>;
  for (const [name, whose] of Object.entries(exported))
    if (isWhose(whose)) policies.push({ folder: dirname(file), name, whose });
}

const documents = new Map(
  Object.keys(table.records).map((name) => [
    name,
    parse(readFileSync(projectPath(`schema/subgraphs/${name}.graphql`), "utf8")),
  ]),
);

const definitionOf = ({ subgraph, type }: DeclaredRecord): ObjectTypeDefinitionNode | undefined =>
  documents
    .get(subgraph)!
    .definitions.find(
      (node): node is ObjectTypeDefinitionNode => node.kind === Kind.OBJECT_TYPE_DEFINITION && node.name.value === type,
    );

/** What a noun's declarations look at in a viewer's capacities, with the path that says the same for closed fields. */
const CAPACITIES = [
  { path: "subject", kinds: ["PERSON", "BODY"] },
  { path: "agency", kinds: ["AGENCY"] },
  { path: "division", kinds: ["DIVISION"] },
] as const;

const pairs = records.flatMap((record) =>
  policies
    .filter(({ folder }) => folder === record.folder)
    .map((policy): [string, DeclaredRecord, Whose<string>] => [
      `${record.type} and ${policy.name} of ${policy.folder}`,
      record,
      policy.whose,
    ]),
);

describe("records and declarations", () => {
  it.each(pairs)("%s look at the same columns", (_title, { paths }, whose) => {
    const parts = partsOf(whose);
    const differing = CAPACITIES.flatMap(({ path, kinds }) => {
      const columns = parts
        .filter(({ kind }) => (kinds as readonly string[]).includes(kind))
        .map(({ column }) => column);
      if (columns.length === 0) return [];
      // Where a subject stands in two columns, or a part tells of the row that it is of, the property has the fact's own name.
      return [path, ...columns.map(property)].includes(paths[path] ?? "") ? [] : [{ path, is: paths[path], columns }];
    });
    expect(differing).toEqual([]);
    const divisions = parts.flatMap((part) => (part.kind === "DIVISION" ? [part.audited] : []));
    expect(divisions.filter((audited) => audited !== (paths.audited ?? false))).toEqual([]);
  });

  it("of all nouns that have both are compared, each in the file that declares it", () => {
    // The gateway's own is SDL, and has no table of rows.
    expect(records.filter(({ folder }) => folder === ".").map(({ type }) => type)).toEqual(["AppUse", "SubgraphUse"]);
    expect(new Set(pairs.map(([, { type }]) => type)).size).toBeGreaterThanOrEqual(15);
  });

  it("name types of the subgraph's SDL, each declared by one subgraph, which owns it where it is an entity", () => {
    expect(records.filter((record) => definitionOf(record) === undefined)).toEqual([]);
    const types = records.map(({ type }) => type);
    expect(types.filter((type, index) => types.indexOf(type) !== index)).toEqual([]);
    const foreign = records.filter((record) => {
      const isEntity = definitionOf(record)!.directives!.some(({ name }) => name.value === "key");
      return isEntity && !SUBGRAPHS.find(({ name }) => name === record.subgraph)!.owns.includes(record.type);
    });
    expect(foreign.map(({ subgraph, type }) => `${subgraph} ${type}`)).toEqual([]);
    expect(types.length).toBeGreaterThan(18);
  });

  it("have a path for every audience of a closed field, whoever of the subgraphs declares it", () => {
    const AUDIENCES = { OWNER: "subject", AGENCY: "agency", SUPERVISOR: "division" } as const;
    const undecided = table.fields
      .filter(({ root }) => root !== true)
      .flatMap((rule) =>
        rule.tier
          .filter((tier): tier is keyof typeof AUDIENCES => tier in AUDIENCES)
          .filter((tier) => recordPathsOf(table, rule)?.[AUDIENCES[tier]] === undefined)
          .map((tier) => `${rule.subgraph} ${rule.type}.${rule.field}: ${tier}`),
      );
    expect(undecided).toEqual([]);
  });
});
