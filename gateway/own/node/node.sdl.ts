/** Object identification in SDL (Relay's Global Object Identification Specification): an interface, two root fields, and an id for each type. */
import type { NodeType } from "../../../platform/graphql/node-types.js";

/** Most ids of one request. */
export const MOST_NODES = 200;

/** Most of them that do not name their type: every service is asked for each of those. */
export const MOST_BARE = 50;

/** The root fields. */
export const NODE_ROOT = `
"""The record of a global id, as its own query gives it; null where there is none that you may know of (按全局标识查询)."""
node(
  """The \`id\` of a record. \`Type:id\` where two types have the same (全局标识)."""
  id: ID!
): Node
"""Records of global ids, in their order, at most ${MOST_NODES}; null where there is none that you may know of. An answer has as many items as ids are given (按全局标识批量查询)."""
nodes(
  """Their ids, 1 to ${MOST_NODES}, of which ${MOST_BARE} may be without their type: \`Type:id\` asks one service alone (全局标识)."""
  ids: [ID!]!
): [Node] @listSize(assumedSize: ${MOST_NODES})
`;

/** To these the gateway links by their key; of others it gives ids alone. */
const LINKED: readonly string[] = ["Organization"];

const typeSdl = ({ type, key, scalar, open = "" }: NodeType): string =>
  key === "id"
    ? `type ${type} implements Node @key(fields: "id"${LINKED.includes(type) ? "" : ", resolvable: false"}) {
  id: ID!
}`
    : `type ${type} implements Node @key(fields: "${key}") {
  """Global id: the type and its \`${key}\` (全局标识)."""
  id: ID!
  ${key}: ${scalar}! ${open}
}`;

/** The interface, and of each type what makes its id. */
export const nodeTypesSdl = (nodes: readonly NodeType[]): string => `
"""A record that is found again by its id (可按全局标识查询的记录)."""
interface Node {
  """Global id: no other record has it (全局标识)."""
  id: ID!
}

${nodes.map(typeSdl).join("\n\n")}
`;
