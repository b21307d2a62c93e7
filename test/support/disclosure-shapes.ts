/**
 * The shapes in which a closed field may be asked for. Each turns a record of the hand-typed matrix into documents; whoever runs
 * them compares what comes back with the letters of the matrix, so that a rule which one shape slips past is seen.
 */
import { Kind, parse } from "graphql";
import {
  REFERENCES,
  entitiesField,
  fieldOf,
  referenceTo,
  rootField,
  selectionOf,
  type ViewerName,
  type VisibleRecord,
} from "./visibility.js";

/** Names of the shapes. */
export const SHAPES = [
  "DIRECT",
  "ALIAS",
  "INLINE_FRAGMENT",
  "NAMED_FRAGMENT",
  "NESTED_FRAGMENT",
  "UNION",
  "LIST",
  "HOP",
  "TWO_HOPS",
  "EDGE",
  "INCLUDE_SKIP",
  "TYPENAME",
  "AGGREGATE",
  "KEY",
] as const;

/** A shape. */
export type Shape = (typeof SHAPES)[number];

/** Response key under which every document asks for the record's key. */
export const KEY = "theKey";

/** A shape in a document: one of its root fields, or all of it. */
export interface AskedShape {
  /** The shapes that are written so. */
  readonly shapes: readonly [Shape, ...Shape[]];
  /** Response key of the root field; absent where the shape is the whole document. */
  readonly at?: string;
  /** Response key of a field of the matrix. */
  keyOf(selection: string): string;
}

/** A document for one record, with several shapes beside each other: each is looked at by itself, requests are few. */
export interface ShapedQuery {
  readonly query: string;
  readonly asked: readonly AskedShape[];
  readonly variables?: Readonly<Record<string, unknown>>;
  /** Viewers whom the matrix says it leads to the record; absent where that follows from the letters. */
  readonly seen?: readonly ViewerName[];
}

/** How many fields of a record are asked for at once, so that a document with an alias or a directive for each stays within its limits. */
export const FIELDS_AT_ONCE = 10;

const plain = (selection: string): string => fieldOf(selection);
const aliased = (selection: string): string => `alias_${fieldOf(selection)}`;

const withKey = (record: VisibleRecord, selection: string): string =>
  record.key === undefined ? selection : `${KEY}: ${record.key} ${selection}`;

/** The record with each of its selections written otherwise. */
const written = (record: VisibleRecord, write: (selection: string) => string): VisibleRecord => ({
  ...record,
  fields: Object.fromEntries(Object.entries(record.fields).map(([selection, letters]) => [write(selection), letters])),
});

const body = (record: VisibleRecord): string => withKey(record, selectionOf(record));

/** The selection with a directive behind its name and arguments. */
const directed = (selection: string, directive: string): string => {
  const [, head, rest] = /^(\w+(?:\([^)]*\))?)(.*)$/s.exec(selection)!;
  return `${head} ${directive}${rest}`;
};

/** How a document reaches the record: the root field, with its response key and what is selected of the record. */
type Reach = (at: string, selection: string) => string;

/** Shapes of the selection itself, the same for every way to the record; `head` declares the variables of the way, `alike` are shapes that `DIRECT` is too. */
const shapedSelections = (
  record: VisibleRecord,
  reach: Reach,
  { head = "", alike = [] }: { readonly head?: string; readonly alike?: readonly Shape[] } = {},
): ShapedQuery[] => {
  const text = body(record);
  const { type } = record;
  const [first] = Object.keys(record.fields);
  const included = (selection: string): string =>
    `${directed(selection, "@include(if: $yes)")} ${selection === first ? `skipped: ${directed(selection, "@skip(if: $yes)")}` : ""}`;
  return [
    documentOf(
      head,
      [
        { shapes: ["DIRECT", ...alike], field: reach("DIRECT", text) },
        { shapes: ["INLINE_FRAGMENT"], field: reach("INLINE_FRAGMENT", `... on ${type} { ${text} }`) },
        { shapes: ["NAMED_FRAGMENT"], field: reach("NAMED_FRAGMENT", "...Asked") },
        { shapes: ["NESTED_FRAGMENT"], field: reach("NESTED_FRAGMENT", "...Outer") },
        { shapes: ["TYPENAME"], field: reach("TYPENAME", `__typename ${text}`) },
      ],
      `fragment Asked on ${type} { ${text} } fragment Outer on ${type} { ...Inner } fragment Inner on ${type} { ... on ${type} { ${text} } }`,
    ),
    {
      ...documentOf(head === "" ? "($yes: Boolean!)" : head.replace(")", ", $yes: Boolean!)"), [
        {
          shapes: ["ALIAS"],
          field: reach("ALIAS", body(written(record, (selection) => `${aliased(selection)}: ${selection}`))),
          keyOf: aliased,
        },
        { shapes: ["INCLUDE_SKIP"], field: reach("INCLUDE_SKIP", body(written(record, included))) },
      ]),
      variables: { yes: true },
    },
  ];
};

/** The document of some root fields, each under the name of its first shape. */
const documentOf = (
  head: string,
  fields: readonly {
    readonly shapes: readonly [Shape, ...Shape[]];
    readonly field: string;
    readonly keyOf?: AskedShape["keyOf"];
  }[],
  fragments = "",
): ShapedQuery => ({
  query: `query${head} { ${fields.map(({ field }) => field).join(" ")} } ${fragments}`,
  asked: fields.map(({ shapes, keyOf = plain }) => ({ shapes, at: shapes[0], keyOf })),
});

/** Documents that begin at the root field, for the gateway and for the service itself. */
export const rootQueries = (record: VisibleRecord, id: string): ShapedQuery[] =>
  shapedSelections(record, (at, selection) => rootField(record, id, selection, at));

/** Documents that begin at `_entities`: a union of all entities, asked for the record between unknown ones. */
export const entityQueries = (record: VisibleRecord, id: string, unknown: string): ShapedQuery[] => {
  if (record.key === undefined) return [];
  const references = [unknown, id, unknown].map((key) => referenceTo(record, key));
  return shapedSelections(record, (at, selection) => `${at}: ${entitiesField(record, selection)}`, {
    head: REFERENCES,
    alike: ["UNION", "LIST", "KEY"],
  }).map((shaped) => ({ ...shaped, variables: { ...shaped.variables, references } }));
};

/** Documents along the other ways that the matrix names for the record. */
export const wayQueries = (record: VisibleRecord): ShapedQuery[] => {
  if (record.key === undefined) return [];
  const asked = new RegExp(`\\{ ${record.key} \\}`, "g");
  return (record.ways ?? []).flatMap(({ query, seen }): ShapedQuery[] => {
    const document = query.replaceAll(asked, `{ ${body(record)} }`);
    const hop: Shape = hopsOf(query) > 1 ? "TWO_HOPS" : "HOP";
    const union: Shape[] = document.includes("... on ") ? ["UNION"] : [];
    const written: (readonly [readonly [Shape, ...Shape[]], string])[] = query.includes("nodes {")
      ? [
          [[hop, ...union, "LIST"], document],
          [["EDGE"], inEdges(document)],
          [["AGGREGATE"], document.replaceAll("nodes {", "totalCount pageInfo { hasNextPage } nodes {")],
        ]
      : [[[hop, ...union], document]];
    if (rootFieldsOf(document) > 1)
      return written.map(([shapes, text]) => ({ query: text, asked: [{ shapes, keyOf: plain }], seen }));
    const fields = written.map(([shapes, text]) => ({
      shapes,
      field: `${shapes[0]}: ${text.slice(text.indexOf("{") + 1, text.lastIndexOf("}")).trim()}`,
    }));
    return [{ ...documentOf("", fields), seen }];
  });
};

const rootFieldsOf = (document: string): number =>
  parse(document).definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION ? definition.selectionSet.selections : [],
  ).length;

/** Links between the root and the key: `{ a { b { nodes { key } } } }` has one. */
const hopsOf = (query: string): number =>
  [...query.matchAll(/(\w+)(?:\([^)]*\))? \{/g)].filter(([, name]) => name !== "nodes").length - 1;

/** `nodes { … }` as `edges { node { … } }`. */
const inEdges = (document: string): string => {
  let text = "";
  const open: boolean[] = [];
  for (let at = 0; at < document.length; at++) {
    const nodes = document.startsWith("nodes {", at);
    if (nodes) {
      text += "edges { node {";
      open.push(true);
      at += "nodes {".length - 1;
    } else if (document[at] === "{") {
      text += "{";
      open.push(false);
    } else if (document[at] === "}") {
      text += open.pop() ? "} }" : "}";
    } else text += document[at];
  }
  return text;
};
