/** Prints a mapping as SDL: with closures for who composes, without them for who executes. */
import { printType } from "graphql";
import { DISCLOSURE_DIRECTIVES, DISCLOSURE_LINK } from "../disclosure/vocabulary/index.js";
import type { MappedArgument, MappedField, MappedQuery, MappedType, Mapping } from "./mapping/mapping.js";
import { GRAPH_SCALARS } from "./scalars.js";
import { typeOf } from "./mapping/type-reference.js";

/** Directives of federation that a mapping may write. */
const FEDERATION: readonly string[] = ["key", "shareable", "tag", "inaccessible", "listSize"];

const quoted = (text: string): string => JSON.stringify(text);

const described = (text: string | undefined, indent: string): string =>
  text === undefined ? "" : `${indent}${quoted(text)}\n`;

const closureOf = ({ closed, directives }: Pick<MappedField, "closed" | "directives">): string => {
  const written = directives === undefined ? "" : ` ${directives}`;
  if (!closed) return written;
  const { tier, reason, basis, until, mask } = closed;
  const more = `${until === undefined ? "" : `, until: ${quoted(until)}`}${mask === undefined ? "" : `, mask: ${mask}`}`;
  return ` @closed(tier: [${tier.join(", ")}], reason: ${reason}, basis: ${quoted(basis)}${more})${written}`;
};

const recordOf = ({ record }: MappedType): string => {
  if (!record) return "";
  const parts = Object.entries(record).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return ` @record(${parts.join(", ")})`;
};

const printArguments = (given: Readonly<Record<string, MappedArgument>>, more: readonly string[] = []): string => {
  const lines = Object.entries(given).map(
    ([name, { type, description }]) => `${described(description, "    ")}    ${name}: ${type}\n`,
  );
  const all = [...lines, ...more.map((line) => `    ${line}\n`)];
  return all.length === 0 ? "" : `(\n${all.join("")}  )`;
};

const FIRST = (count: number, most: number): string => `"How many, ${most} at most (每页数量)." first: Int = ${count}`;
const AFTER = `"Cursor after which the page begins (起始游标)." after: String`;

const printQuery = (name: string, query: MappedQuery, forComposer: boolean): string => {
  const { pages, connection, description } = query;
  const paging = pages ? [FIRST(pages.first, pages.most), ...(connection === undefined ? [] : [AFTER])] : [];
  const type = connection === undefined ? query.type! : `${connection}Connection`;
  const bound = forComposer && !pages && typeOf(type).isList ? ` @listSize(assumedSize: ${query.most})` : "";
  const closures = forComposer ? closureOf(query) : "";
  return `${described(description, "  ")}  ${name}${printArguments(query.arguments, paging)}: ${type}${bound}${closures}\n`;
};

const printField = (name: string, field: MappedField, forComposer: boolean): string => {
  const bound = typeOf(field.type).isList ? ` @listSize(assumedSize: ${field.most})` : "";
  return `${described(field.description, "  ")}  ${name}: ${field.type}${forComposer ? `${bound}${closureOf(field)}` : ""}\n`;
};

const printTypeOf = (name: string, type: MappedType, forComposer: boolean): string => {
  const where = type.elsewhere && forComposer ? ", resolvable: false" : "";
  const key =
    type.key === undefined || (type.elsewhere && !forComposer) ? "" : ` @key(fields: ${quoted(type.key)}${where})`;
  const closures = forComposer ? `${recordOf(type)}${type.directives === undefined ? "" : ` ${type.directives}`}` : "";
  const fields = Object.entries(type.fields).map(([field, mapped]) => printField(field, mapped, forComposer));
  return `${described(type.description, "")}type ${name}${key}${closures} {\n${fields.join("")}}\n`;
};

const printEnums = ({ enums }: Mapping): string[] =>
  Object.entries(enums).map(([name, { description, values }]) => {
    const lines = Object.entries(values).map(([value, entry]) => `${described(entry.description, "  ")}  ${value}\n`);
    return `${described(description, "")}enum ${name} {\n${lines.join("")}}\n`;
  });

/** The shape of all connections of the graph, so that clients read every list in one way. */
const printConnection = (name: string): string => `"A page of ${name} (列表)."
type ${name}Connection {
  "Nodes with their cursors (列表项)."
  edges: [${name}Edge!]!
  "Nodes of the page (节点)."
  nodes: [${name}]!
  "Where the page stands (分页信息)."
  pageInfo: PageInfo!
  "How many match in all, where the backend says it (总数)."
  totalCount: Int
}

"One ${name} of a page with its cursor (列表项)."
type ${name}Edge {
  "The ${name} (节点)."
  node: ${name}
  "Cursor of this node (游标)."
  cursor: String!
}
`;

const printPageInfo = (forComposer: boolean): string => `"Where a page stands in its list (分页信息)."
type PageInfo${forComposer ? " @shareable" : ""} {
  "True if more follows this page (是否有下一页)."
  hasNextPage: Boolean!
  "True if something precedes this page (是否有上一页)."
  hasPreviousPage: Boolean!
  "Cursor of the first node (首个游标)."
  startCursor: String
  "Cursor of the last node; pass it as \`after\` (末个游标)."
  endCursor: String
}
`;

/** Names of the connections' nodes. */
const connectionsOf = ({ queries }: Mapping): string[] => [
  ...new Set(Object.values(queries).flatMap(({ connection }) => connection ?? [])),
];

const scalarsOf = ({ types, queries }: Mapping): string[] => {
  const used = new Set(
    [
      ...Object.values(types).flatMap(({ fields }) => Object.values(fields).map(({ type }) => type)),
      ...Object.values(queries).flatMap((query) => [
        ...Object.values(query.arguments).map(({ type }) => type),
        ...(query.type === undefined ? [] : [query.type]),
      ]),
    ].map((type) => typeOf(type).name),
  );
  return [...GRAPH_SCALARS].flatMap(([name, scalar]) => (used.has(name) ? [`${printType(scalar)}\n`] : []));
};

const printParts = (mapping: Mapping, forComposer: boolean): string[] => {
  const connections = connectionsOf(mapping);
  const queries = Object.entries(mapping.queries).map(([name, query]) => printQuery(name, query, forComposer));
  return [
    ...(queries.length === 0 ? [] : [`type Query {\n${queries.join("")}}\n`]),
    ...Object.entries(mapping.types).map(([name, type]) => printTypeOf(name, type, forComposer)),
    ...connections.map(printConnection),
    ...(connections.length === 0 ? [] : [printPageInfo(forComposer)]),
    ...printEnums(mapping),
    ...scalarsOf(mapping),
  ];
};

const linkTo = (url: string, names: readonly string[]): string =>
  `\n  @link(url: ${quoted(url)}, import: [${names.map((name) => quoted(`@${name}`)).join(", ")}])`;

/** SDL of the subgraph, with keys and closures, linked to the specifications of which it uses something. */
export const sdlOf = (mapping: Mapping): string => {
  const text = printParts(mapping, true).join("\n");
  // Descriptions hold no directive, whatever their words.
  const used = new Set([...text.replaceAll(/"(?:[^"\\]|\\.)*"/g, "").matchAll(/@(\w+)/g)].map(([, name]) => name!));
  const disclosure = DISCLOSURE_DIRECTIVES.map(({ name }) => name).filter((name) => used.has(name));
  const federation = linkTo(
    "https://specs.apollo.dev/federation/v2.9",
    FEDERATION.filter((name) => used.has(name)),
  );
  return `extend schema${federation}${disclosure.length === 0 ? "" : linkTo(DISCLOSURE_LINK, disclosure)}\n\n${text}`;
};

/** Definitions for execution: types and keys alone. */
export const executableSdlOf = (mapping: Mapping): string => printParts(mapping, false).join("\n");
