/** Compares two policies given as tables or as SDL, for `npm run schema -- diff`. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import {
  canonicalDocuments,
  compilePolicy,
  diffPolicies,
  type NamedDocument,
  type PolicyChange,
  readPolicyFacts,
} from "../platform/composition/index.js";
import type { PolicyTable } from "../platform/disclosure/table/index.js";
import { isLocalDate, type LocalDate } from "../platform/domain/index.js";

interface ReadPolicy {
  readonly table: PolicyTable;
  /** SDL, where the policy was read from it: it tells a field that became public from one that is gone. */
  readonly documents?: readonly NamedDocument[];
}

/** Today's day in Shanghai. */
export const todayInShanghai = (): LocalDate =>
  new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Shanghai", dateStyle: "short" }).format();

/** Changes from one policy to another. Throws a sentence for what can not be read. */
export const comparePolicies = (previous: string, next: string, on: LocalDate): PolicyChange[] => {
  if (!isLocalDate(on)) throw new Error(`${on} is not a day: write --on YYYY-MM-DD.`);
  const { table, documents } = readPolicy(next);
  const declared = documents && fieldsOf(documents);
  return diffPolicies({
    previous: readPolicy(previous).table,
    next: table,
    on,
    ...(declared
      ? { exists: (subgraph: string, type: string, field: string) => declared.has(`${subgraph} ${type}.${field}`) }
      : {}),
  });
};

const readPolicy = (path: string): ReadPolicy => {
  if (!existsSync(path)) throw new Error(`There is nothing at ${path}.`);
  if (path.endsWith(".json")) {
    const table = JSON.parse(readFileSync(path, "utf8")) as PolicyTable;
    if (table.specification !== "disclosure/v1.0" || !Array.isArray(table.fields))
      throw new Error(`${path} is no policy table of disclosure/v1.0.`);
    return { table };
  }
  const files = statSync(path).isDirectory()
    ? readdirSync(path)
        .filter((file) => file.endsWith(".graphql"))
        .map((file) => join(path, file))
    : [path];
  if (files.length === 0) throw new Error(`There is no SDL in ${path}.`);
  const documents = canonicalDocuments(
    files.map((file) => ({
      name: basename(file).replace(/\.\w+$/, ""),
      url: "",
      sdl: readFileSync(file, "utf8"),
      file,
    })),
  );
  return { table: compilePolicy(documents, readPolicyFacts()), documents };
};

const fieldsOf = (documents: readonly NamedDocument[]): ReadonlySet<string> =>
  new Set(
    documents.flatMap(({ subgraph, document }) =>
      document.definitions.flatMap((definition) =>
        "fields" in definition && "name" in definition && definition.name
          ? (definition.fields ?? []).map(({ name }) => `${subgraph} ${definition.name!.value}.${name.value}`)
          : [],
      ),
    ),
  );

/** The changes as lines, what breaks protection first. */
export const renderChanges = (changes: readonly PolicyChange[]): string => {
  if (changes.length === 0) return "Nothing changed in what is disclosed.";
  const line = ({ kind, subgraph, place, breaking, text }: PolicyChange): string =>
    `${breaking ? "BREAKING" : "        "} ${kind.padEnd(13)} ${subgraph}: ${place} ${text}.`;
  const [breaking, other] = [changes.filter((change) => change.breaking), changes.filter((change) => !change.breaking)];
  return [
    ...[...breaking, ...other].map(line),
    `${changes.length} changes, ${breaking.length} breaking for the people whom the data is about.`,
  ].join("\n");
};
