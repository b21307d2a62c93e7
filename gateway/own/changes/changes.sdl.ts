/** The feed of changes in SDL, as every service shows it (增量更新); a test holds it against theirs. */
import { CHANGE_OPERATION_TERMS, RECORD_KIND } from "../../../platform/graphql/changes.js";
import type { DeclaredKind } from "../../../platform/graphql/record-kinds.js";
import { RFC_3339 } from "../../../platform/graphql/scalars/scalars.js";
import { enumSdl } from "../enum-sdl.js";

/** The root field. */
export const CHANGES_ROOT = `
"""What changed in public records since a cursor, for applications that keep a copy; order is kept within a service (增量更新)."""
changes(
  """Cursor of the last answer; left out for everything. CURSOR_EXPIRED: begin again (游标)."""
  since: String
  """Kinds wanted, the same as for the cursor; all where left out (记录类型)."""
  types: [RecordKind!]
  """How many of each service at most, 1 to 500 (每个服务的数量)."""
  first: Int = 100
  """True begins a copy that is made by other ways, such as /bulk: no items, and the cursor with which the copy goes on once it is made, within a day; without \`since\` (全量复制起点)."""
  copying: Boolean = false
): ChangePage @tag(name: "partner")
`;

/** Its types, for these kinds of record. */
export const changesTypes = (kinds: readonly DeclaredKind[]): string => `
"""A piece of the feed of changes (增量更新)."""
type ChangePage @shareable @tag(name: "partner") {
  """Pass it as \`since\` to go on (游标)."""
  cursor: String!
  """True if more is there already (是否还有)."""
  hasMore: Boolean!
  """Changes, oldest first (变更列表)."""
  items: [Change!]!
  """Services that did not answer; the cursor keeps their place (未应答的服务)."""
  unavailable: [String!]!
}

"""One change of a public record; the last one of each record is told (变更)."""
type Change @shareable @tag(name: "partner") {
  """Kind of record (记录类型)."""
  kind: RecordKind!
  """Key of the record (记录编号)."""
  key: ID!
  """Type and key: give up to 200 of them to \`nodes(ids:)\` (全局标识)."""
  nodeId: ID!
  """What happened (变更操作)."""
  op: ChangeOperation!
  """Version of the record, where it has versions (版本)."""
  version: Int
  """When it was written (变更时间)."""
  changedAt: DateTime!
}

${enumSdl(
  RECORD_KIND.name,
  RECORD_KIND.description,
  Object.fromEntries(kinds.map(({ kind, description }) => [kind, description])),
)}

${enumSdl("ChangeOperation", "What happened to a record (变更操作).", CHANGE_OPERATION_TERMS)}

"""An instant, RFC 3339 (时间)."""
scalar DateTime @specifiedBy(url: "${RFC_3339}")
`;
