/** An agency's own use in SDL: who uses what of its subgraph, how it answers, and what of it nobody asks for (子图使用情况). */

/** What nobody but the agency is told: how it is used is its own affair, and its clients'. */
const OF_THE_AGENCY = `@closed(tier: [AGENCY], reason: INTERNAL_AFFAIRS, basis: "OGI-2019-16")`;

const FIRST = `"""How many, the busiest first, 1 to 100 (数量).""" first: Int = 20`;

/** The root field. */
export const OWN_USE_ROOT = `
"""How a subgraph was used, for the officers and publishers of the agency that answers for it; null where there is none of the name (子图使用情况)."""
subgraphUse(
  """Name of the subgraph (所属服务)."""
  subgraph: String!
  """Days up to today, 1 to 400 (天数)."""
  days: Int = 30
): SubgraphUse
`;

/** Its types. */
export const OWN_USE_TYPES = `
"""How a subgraph was used in a span of days (子图使用情况)."""
type SubgraphUse @record(agency: "agencyUscc") @tag(name: "signed-in") {
  """Name of the subgraph (所属服务)."""
  subgraph: String!
  """Who answers for it, in the graph (责任单位)."""
  ownerOrganization: Organization
  """Days up to today (天数)."""
  days: Int!
  """True where use is recorded; what is closed here is null otherwise (是否记录使用情况)."""
  recorded: Boolean!
  """Clients that ask for any of its fields (使用方)."""
  clients(${FIRST}): [ClientUse!] ${OF_THE_AGENCY}
  """Operations that ask for any of its fields, by client (操作)."""
  operations(${FIRST}): [OperationUse!] ${OF_THE_AGENCY}
  """How it answered the gateway (应答情况)."""
  service: ServiceUse ${OF_THE_AGENCY}
  """How many public fields it alone gives (字段数)."""
  fieldCount: Int ${OF_THE_AGENCY}
  """Those of them that nobody asked for and no service needed, as Type.field (无人使用的字段)."""
  unreadFields: [String!] ${OF_THE_AGENCY}
  """Those that other services needed and no client asked for, as Type.field (仅被其他服务使用的字段)."""
  neededFields: [String!] ${OF_THE_AGENCY}
}

"""What one client uses of a subgraph (使用方)."""
type ClientUse {
  """Client of the token, or anonymous (应用标识)."""
  client: String!
  """Requests (请求数)."""
  requests: Int!
  """Of them, those with an error of whatever service (出错请求数)."""
  failed: Int!
  """Operations that are told apart (操作数)."""
  operations: Int!
  """Last day on which it asked (最近使用日期)."""
  lastDay: Date!
  """Fields of the subgraph that it asks for, as Type.field (使用的字段)."""
  fields: [String!]!
}

"""An operation of one client (操作)."""
type OperationUse {
  """Hash of what it asks (操作标识)."""
  operation: String!
  """Its name, where it has one that holds no number (操作名称)."""
  name: String
  """Client of the token, or anonymous (应用标识)."""
  client: String!
  """Requests (请求数)."""
  requests: Int!
  """Of them, those with an error of whatever service (出错请求数)."""
  failed: Int!
  """Last day on which it was asked (最近使用日期)."""
  lastDay: Date!
  """Fields of the subgraph that it asks for, as Type.field (使用的字段)."""
  fields: [String!]!
}

"""How a subgraph answered (应答情况)."""
type ServiceUse {
  """Requests of the gateway to it (请求数)."""
  requests: Int!
  """The same by outcome (按结果统计)."""
  outcomes: [OutcomeCount!]!
  """Milliseconds within which half were answered; null where that is longer than 3,000 or nothing was asked (中位应答时间)."""
  medianMs: Int
  """Milliseconds within which 95 of 100 were answered; null as above (95分位应答时间)."""
  p95Ms: Int
}

"""Requests with one outcome (结果统计)."""
type OutcomeCount {
  """Outcome: ok, or the code of the first error (结果)."""
  outcome: String!
  """Requests (请求数)."""
  requests: Int!
}
`;
