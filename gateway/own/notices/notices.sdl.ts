/** Notices in SDL: what happened to records of the signed-in viewer, and what is due, of all services in one list (消息中心). */

/** The root field. */
export const NOTICES_ROOT = `
"""What happened to records of yours, and what is to be done, newest first; null for an anonymous viewer (消息中心)."""
notices(
  """How many, 1 to 50 (数量)."""
  first: Int = 20
  """Cursor of the piece before (游标)."""
  after: String
  """Only what waits for something that you do, however old it is (仅待办)."""
  due: Boolean = false
  """Only what you have not read (仅未读)."""
  unread: Boolean = false
): NoticePage @tag(name: "signed-in")
`;

/** The verb. */
export const MARK_NOTICES_ROOT = `
"""Marks notices of yours as read (标记已读)."""
markNoticesRead(
  """What is done (输入)."""
  input: MarkNoticesReadInput!
): MarkNoticesReadPayload @tag(name: "signed-in") @closed(tier: [OWNER, AGENCY, SUPERVISOR], reason: LEGAL_PROHIBITION, basis: "BUSINESS-ENVIRONMENT-2019-37")
`;

/** Their types. */
export const NOTICES_TYPES = `
"""A piece of the list of notices (消息列表)."""
type NoticePage @tag(name: "signed-in") {
  """Newest first, 20 where \`first\` is not given (消息)."""
  items: [Notice!]!
  """Pass it as \`after\` to go on (游标)."""
  cursor: String
  """True if there are older ones (是否还有)."""
  hasMore: Boolean!
  """Unread ones, of each service counted up to 100 (未读数)."""
  unreadCount: Int!
  """Services that did not answer (未应答的服务)."""
  unavailable: [String!]!
}

"""What happened to a record, told to its parties and to the office that has to do something (消息)."""
type Notice @tag(name: "signed-in") {
  """Id (消息编号)."""
  id: ID!
  """Type of the record (记录类型)."""
  kind: String!
  """Key of the record (记录编号)."""
  key: ID!
  """What was done, a name of the record's machine (动作)."""
  event: String!
  """State after (新状态)."""
  state: String!
  """The same in words, in the language of the request (消息内容)."""
  text: String!
  """When (时间)."""
  at: DateTime!
  """Law and article, or document (依据)."""
  basis: String!
  """True if you have read it (是否已读)."""
  isRead: Boolean!
  """True if the record waits for something that you do (是否待办)."""
  isDue: Boolean!
  """By when, where a limit runs (办理期限)."""
  dueOn: Date
  """The record, where it is a case (办件)."""
  serviceCase: ServiceCase
  """The record, where it is a project of the market (采购项目)."""
  procurement: IntermediaryProcurement
}

"""Which notices are read (标记已读输入)."""
input MarkNoticesReadInput @tag(name: "signed-in") {
  """Ids of notices, 100 at most; those of others are left alone (消息编号)."""
  ids: [ID!]!
  """Key of your own, 8 to 128 visible ASCII characters; marking twice changes nothing (幂等键)."""
  idempotencyKey: String
}

"""What came of it (标记已读结果)."""
type MarkNoticesReadPayload @tag(name: "signed-in") {
  """How many of them are marked now (已标记数)."""
  marked: Int!
}
`;
