/**
 * The shapes in which a closed field may be asked for. Each turns a record of the hand-typed matrix into documents; whoever runs
 * them compares what comes back with the letters of the matrix, so that a rule which one shape slips past is seen.
 */
import {
  REFERENCES,
  entitiesQuery,
  fieldOf,
  referenceTo,
  rootQuery,
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

/** A document for one record. */
export interface ShapedQuery {
  readonly shape: Shape;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  /** Response key of a field of the matrix. */
  keyOf(selection: string): string;
  /** Viewers whom the matrix says it leads to the record; absent where that follows from the letters. */
  readonly seen?: readonly ViewerName[];
}

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

/** How a document reaches the record: text before and after what is selected of it. */
type Reach = (selection: string) => string;

/** Shapes of the selection itself, the same for every way to the record; `head` declares the variables of the way. */
const shapedSelections = (record: VisibleRecord, reach: Reach, head = ""): ShapedQuery[] => {
  const text = body(record);
  const { type } = record;
  const [first] = Object.keys(record.fields);
  const query = (inner: string, variables = head): string => `query${variables} ${reach(inner)}`;
  return [
    { shape: "DIRECT", query: query(text), keyOf: plain },
    {
      shape: "ALIAS",
      query: query(body(written(record, (selection) => `${aliased(selection)}: ${selection}`))),
      keyOf: aliased,
    },
    { shape: "INLINE_FRAGMENT", query: query(`... on ${type} { ${text} }`), keyOf: plain },
    { shape: "NAMED_FRAGMENT", query: `${query("...Asked")} fragment Asked on ${type} { ${text} }`, keyOf: plain },
    {
      shape: "NESTED_FRAGMENT",
      query: `${query("...Outer")} fragment Outer on ${type} { ...Inner } fragment Inner on ${type} { ... on ${type} { ${text} } }`,
      keyOf: plain,
    },
    { shape: "TYPENAME", query: query(`__typename ${text}`), keyOf: plain },
    {
      shape: "INCLUDE_SKIP",
      query: query(
        body(
          written(
            record,
            (selection) =>
              `${directed(selection, "@include(if: $yes)")} ${selection === first ? `skipped: ${directed(selection, "@skip(if: $yes)")}` : ""}`,
          ),
        ),
        head === "" ? "($yes: Boolean!)" : head.replace(")", ", $yes: Boolean!)"),
      ),
      variables: { yes: true },
      keyOf: plain,
    },
  ];
};

/** Documents that begin at the root field, for the gateway and for the service itself. */
export const rootQueries = (record: VisibleRecord, id: string): ShapedQuery[] =>
  shapedSelections(record, (selection) => rootQuery(record, id, selection));

/** Documents that begin at `_entities`: a union of all entities, asked for the record between unknown ones. */
export const entityQueries = (record: VisibleRecord, id: string, unknown: string): ShapedQuery[] => {
  if (record.key === undefined) return [];
  const variables = { references: [unknown, id, unknown].map((key) => referenceTo(record, key)) };
  return shapedSelections(record, (selection) => entitiesQuery(record, selection), REFERENCES).flatMap((shaped) => {
    const asked = { ...shaped, variables: { ...shaped.variables, ...variables } };
    return shaped.shape === "DIRECT"
      ? [
          asked,
          { ...asked, shape: "UNION" as const },
          { ...asked, shape: "LIST" as const },
          { ...asked, shape: "KEY" as const },
        ]
      : [asked];
  });
};

/** Documents along the other ways that the matrix names for the record. */
export const wayQueries = (record: VisibleRecord): ShapedQuery[] => {
  if (record.key === undefined) return [];
  const asked = new RegExp(`\\{ ${record.key} \\}`, "g");
  return (record.ways ?? []).flatMap(({ query, seen }): ShapedQuery[] => {
    const document = query.replaceAll(asked, `{ ${body(record)} }`);
    const shaped = (shape: Shape, text: string): ShapedQuery => ({ shape, query: text, keyOf: plain, seen });
    const hop = shaped(hopsOf(query) > 1 ? "TWO_HOPS" : "HOP", document);
    const union = document.includes("... on ") ? [shaped("UNION", document)] : [];
    if (!query.includes("nodes {")) return [hop, ...union];
    return [
      hop,
      ...union,
      shaped("LIST", document),
      shaped("EDGE", inEdges(document)),
      shaped("AGGREGATE", document.replaceAll("nodes {", "totalCount pageInfo { hasNextPage } nodes {")),
    ];
  });
};

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
