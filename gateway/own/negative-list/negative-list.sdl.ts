/** The negative list in SDL: fields that are not open, with why, on which basis, until when and for whom (不予公开清单). */
import { MASK_TEXTS, REASON_TEXTS, TIER_TEXTS, type Text } from "../../../platform/disclosure/vocabulary/index.js";
import { enumSdl } from "../enum-sdl.js";

const described = <Value extends string>(texts: Readonly<Record<Value, Text>>): Readonly<Record<Value, string>> =>
  Object.fromEntries(
    (Object.entries(texts) as [Value, Text][]).map(([value, { en, zh }]) => [
      value,
      `${en.charAt(0).toUpperCase()}${en.slice(1)} (${zh}).`,
    ]),
  ) as Readonly<Record<Value, string>>;

/** The root field. */
export const NEGATIVE_LIST_ROOT = `
"""Every field that is not open, with reason, basis, day of review, mask and owner (不予公开清单)."""
negativeList(
  """Reason for not disclosing (不予公开理由)."""
  reason: ClosureReason
  """Name of a subgraph (所属服务)."""
  subgraph: String
  """Id of the organisation that answers (责任单位)."""
  agency: ID
  """How many nodes, 1 to 100 (每页数量)."""
  first: Int = 20
  """Cursor after which the page begins (起始游标)."""
  after: String
): NegativeListEntryConnection!
`;

/** Its types; enumerations are named as the graph names them. */
export const NEGATIVE_LIST_TYPES = `
"""A page of NegativeListEntry (不予公开清单条目列表)."""
type NegativeListEntryConnection {
  """Nodes with their cursors (列表项)."""
  edges: [NegativeListEntryEdge!]!
  """Nodes of the page (节点)."""
  nodes: [NegativeListEntry]!
  """Where the page stands (分页信息)."""
  pageInfo: PageInfo!
  """How many match in all, where counting is cheap (总数)."""
  totalCount: Int
}

"""One NegativeListEntry of a page with its cursor (不予公开清单条目列表项)."""
type NegativeListEntryEdge {
  """The NegativeListEntry (不予公开清单条目)."""
  node: NegativeListEntry
  """Cursor of this node (游标)."""
  cursor: String!
}

"""A field that is not open to everyone, and why (不予公开清单条目)."""
type NegativeListEntry {
  """Subgraph that keeps the field (所属服务)."""
  subgraph: String!
  """Type of the graph (类型)."""
  type: String!
  """Field of the type (字段)."""
  field: String!
  """Who reads it; empty where only \`requires\` decides (公开范围)."""
  tiers: [Audience!]!
  """Why it is not open (不予公开理由)."""
  reason: ClosureReason!
  """Law and article (法律依据)."""
  basis: String!
  """Day by which the closure is reviewed (复审期限)."""
  until: Date
  """How the public sees a part of it (脱敏规则)."""
  mask: MaskRule
  """What a reader must bring besides, such as \`scope credit.read\` (附加条件)."""
  requires: [String!]!
  """Who answers for it (责任单位)."""
  owner: String!
  """Who answers for it, in the graph (责任单位)."""
  ownerOrganization: Organization
  """True if the day of review has passed; the field stays closed (是否逾期未复审)."""
  overdue: Boolean!
}

${enumSdl("Audience", "Audience of a field that is not open (公开范围).", described(TIER_TEXTS))}

${enumSdl(
  "ClosureReason",
  "Reason for not disclosing, Regulations on Open Government Information articles 14 to 16 (不予公开理由).",
  described(REASON_TEXTS),
)}

${enumSdl("MaskRule", "Rule by which a value is shown in part (脱敏规则).", described(MASK_TEXTS))}

"""Where a page stands in its list (分页信息)."""
type PageInfo @shareable {
  """True if more follows this page (是否有下一页)."""
  hasNextPage: Boolean!
  """True if something precedes this page (是否有上一页)."""
  hasPreviousPage: Boolean!
  """Cursor of the first node (首个游标)."""
  startCursor: String
  """Cursor of the last node; pass it as \`after\` (末个游标)."""
  endCursor: String
}
`;
