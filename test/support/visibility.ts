/**
 * Who may see what, typed by hand from the matrix of docs/reference/visibility.md: one row of this table
 * per record, one line per field, one letter per viewer. It is never derived from the policy table: it is what that is tested against.
 */
import { readFileSync } from "node:fs";
import { buildSchema, isObjectType, type GraphQLSchema } from "graphql";
import { projectPath } from "../../platform/config/index.js";
import type { FieldRule } from "../../platform/disclosure/table/index.js";
import type { TestStack } from "./stack.js";
import type { VIEWERS } from "./viewers.js";

/** A viewer of the table. */
export type ViewerName = keyof typeof VIEWERS;

/** The order of the letters. */
export const VIEWER_ORDER: readonly ViewerName[] = [
  "anonymous",
  "citizen-1",
  "citizen-2",
  "agent-1",
  "officer-1",
  "officer-2",
  "supervisor-1",
  "auditor-1",
  "publisher-1",
  "app-open",
  "app-partner",
];

/** F full value · M masked or moderated value · N null and listed as withheld · H the record itself is not found · 0 may be read, and there is none. */
export type Letter = "F" | "M" | "N" | "H" | "0";

/** A record and who sees which of its fields. */
export interface VisibleRecord {
  readonly name: string;
  readonly subgraph: string;
  /** Type that the root field gives. */
  readonly type: string;
  /** Key by which the service resolves it directly; none where it is read by the root field there too. */
  readonly key?: string;
  /** The key's value, or SQL of the owning schema that finds it. */
  readonly id: string | { readonly sql: string };
  /** Root field that gives the record, with $id for the key's value. */
  readonly root: string;
  /** Where the fields are, below the record: path of selections and list positions, and the type there. */
  readonly inside?: { readonly path: string; readonly type: string };
  /** Selection of a field → letters in the order of the viewers; blanks are for reading. */
  readonly fields: Readonly<Record<string, string>>;
  /** What masked values look like. */
  readonly masked?: Readonly<Record<string, RegExp>>;
  /** Where the row decides and not the table of policy: how a value, as JSON, reads by letter. */
  readonly reads?: Readonly<Record<string, Readonly<Partial<Record<Letter, RegExp>>>>>;
  /** Other ways to it. */
  readonly ways?: readonly Way[];
  /** What other services know of it, asked there directly by its key. */
  readonly elsewhere?: readonly { readonly subgraph: string; readonly selection: string }[];
}

/** A query that would lead to the record and asks for its key; viewers of `seen` find it there, those to whom it is hidden never do. */
export interface Way {
  readonly query: string;
  readonly seen: readonly ViewerName[];
}

/** Letters of one line. Throws where the line is not one letter a viewer. */
export const lettersOf = (line: string): readonly Letter[] => {
  const letters = [...line.replaceAll(" ", "")];
  if (letters.length !== VIEWER_ORDER.length || !letters.every((letter) => "FMNH0".includes(letter)))
    throw new Error(`${line} is not a letter for each of ${VIEWER_ORDER.length} viewers.`);
  return letters as Letter[];
};

/** The same letters for several selections. */
export const alike = (letters: string, ...selections: readonly string[]): Record<string, string> =>
  Object.fromEntries(selections.map((selection) => [selection, letters]));

/** Name of the field that a selection asks for: `steps { name }` → steps. */
export const fieldOf = (selection: string): string => /^\w+/.exec(selection)![0];

/** Type whose fields the table names. */
export const typeOf = ({ type, inside }: VisibleRecord): string => inside?.type ?? type;

/** Viewers to whom the record is hidden. */
export const hiddenFrom = (record: VisibleRecord): readonly ViewerName[] => {
  const [first] = Object.values(record.fields);
  return VIEWER_ORDER.filter((_viewer, index) => lettersOf(first!)[index] === "H");
};

const stepsOf = (path: string | undefined): readonly string[] => path?.split(".") ?? [];

/** Selection of the record that asks for all fields of the table; its key beside them, so that something public is asked. */
export const selectionOf = ({ fields, inside, key }: VisibleRecord): string => {
  const asked = Object.keys(fields).join(" ");
  if (inside === undefined) return asked;
  const steps = stepsOf(inside.path).filter((step) => !/^\d+$/.test(step));
  return `${key ?? ""} ${steps.reduceRight((inner, step) => `${step} { ${inner} }`, asked)}`;
};

/** The object with the fields of the table in what was answered for the record; undefined where there is none. */
export const objectIn = ({ inside }: VisibleRecord, record: unknown): Readonly<Record<string, unknown>> | undefined => {
  let value = record as Record<string, unknown> | null | undefined;
  for (const step of stepsOf(inside?.path)) {
    const name = fieldOf(step);
    value = value?.[name] as Record<string, unknown> | null | undefined;
  }
  return value ?? undefined;
};

/** The key's value of a record in this stack. */
export const idOf = async (stack: TestStack, { subgraph, id, name }: VisibleRecord): Promise<string> => {
  if (typeof id === "string") return id;
  const { rows } = (await stack.databases[subgraph]!.raw(id.sql)) as { rows: { id: string }[] };
  if (rows[0] === undefined) throw new Error(`The seed has no record for ${name}.`);
  return rows[0].id;
};

const schemas = new Map<string, GraphQLSchema>();

/** The schema of a service as committed. */
export const schemaOf = (subgraph: string): GraphQLSchema => {
  const sdl = (): string => readFileSync(projectPath(`schema/subgraphs/${subgraph}.graphql`), "utf8");
  const schema = schemas.get(subgraph) ?? buildSchema(sdl(), { assumeValidSDL: true });
  schemas.set(subgraph, schema);
  return schema;
};

/** Selections that the service itself answers; links to others are asked through the gateway alone. */
export const answeredBy = (record: VisibleRecord): VisibleRecord => {
  const type = schemaOf(record.subgraph).getType(typeOf(record));
  const own = isObjectType(type) ? type.getFields() : {};
  return {
    ...record,
    fields: Object.fromEntries(Object.entries(record.fields).filter(([selection]) => fieldOf(selection) in own)),
  };
};

/** The record's root field under a response key. */
export const rootField = ({ root }: VisibleRecord, id: string, selection: string, at: string): string =>
  `${at}: ${root.replaceAll("$id", JSON.stringify(id))} { ${selection} }`;

/** Query of the record by its root field, at the gateway or at its service; `record` in the answer. */
export const rootQuery = (record: VisibleRecord, id: string, selection: string): string =>
  `{ ${rootField(record, id, selection, "record")} }`;

/** Root field of entities of the record's type, for the variable `$references`. */
export const entitiesField = ({ type }: VisibleRecord, selection: string): string =>
  `_entities(representations: $references) { ... on ${type} { ${selection} } }`;

/** Body of a query of entities of the record's type. */
export const entitiesQuery = (record: VisibleRecord, selection: string): string =>
  `{ ${entitiesField(record, selection)} }`;

/** Head of a query that has that body. */
export const REFERENCES = "($references: [_Any!]!)";

/** Reference to a record of that type with the key. Throws where the record has none. */
export const referenceTo = ({ type, key, name }: VisibleRecord, id: string): object => {
  if (key === undefined) throw new Error(`${name} is no entity.`);
  return { __typename: type, [key]: id };
};

/** Closed fields of the product, as `Type.field`, that no record of the table holds. */
export const unwritten = (closed: readonly FieldRule[], records: readonly VisibleRecord[]): string[] => {
  const written = new Set(
    records.flatMap((record) =>
      Object.keys(record.fields).map((selection) => `${typeOf(record)}.${fieldOf(selection)}`),
    ),
  );
  return closed.map(({ type, field }) => `${type}.${field}`).filter((field) => !written.has(field));
};

/** A key of the same form that no record has. */
export const unknownLike = (id: string): string => id.replace(/\d(?=\D*$)/, "") + "0000009";

/** Rules that an answer of the gateway or of a service reports; `at` a root field alone, where its response key is given. */
export const rulesIn = (
  extensions: Readonly<Record<string, unknown>> | undefined,
  kind: "withheld" | "masked",
  at?: string,
): ReadonlySet<string> => {
  const report =
    extensions?.[kind] ?? (extensions?.["disclosure"] as Record<string, unknown> | undefined)?.[kind] ?? [];
  return new Set(
    (report as { rule: string; path: readonly string[] }[])
      .filter(({ path }) => at === undefined || path[0] === at)
      .map(({ rule }) => rule),
  );
};

/** The letter that a shown value of a field is, with what the answer reports of it, or of its root field `at`. Throws for a value that no letter is. */
export const letterOf = (
  record: VisibleRecord,
  field: string,
  value: unknown,
  extensions: Readonly<Record<string, unknown>> | undefined,
  at?: string,
): Letter => {
  const rule = `${typeOf(record)}.${field}`;
  const text = JSON.stringify(value ?? null);
  if (text === "null" && rulesIn(extensions, "withheld", at).has(rule)) return "N";
  const reads = Object.entries(record.reads?.[field] ?? {});
  for (const [letter, pattern] of reads) if (pattern.test(text)) return letter as Letter;
  if (text === "null") return "0";
  if (reads.length > 0) throw new Error(`${rule} is ${text}, which no letter is.`);
  return rulesIn(extensions, "masked", at).has(rule) && record.masked?.[field]?.test(String(value)) === true
    ? "M"
    : "F";
};
