/** How an app asks in SDL: its operations and what is left of its quota, for those who act for its owner (应用使用情况). */

/** What nobody but its owner is told. */
const OF_THE_OWNER = `@closed(tier: [OWNER], reason: TRADE_SECRET, basis: "OGI-2019-15")`;

/** The root field. */
export const APP_USE_ROOT = `
"""How a registered app asks, for those who act for its owner; null where you can know of none of the id (应用使用情况)."""
appUse(
  """Client id (应用标识)."""
  clientId: ID!
  """Days up to today, 1 to 400 (天数)."""
  days: Int = 30
): AppUse
`;

/** Its types. */
export const APP_USE_TYPES = `
"""How a registered app asked in a span of days, and what it used of its quota (应用使用情况)."""
type AppUse @record(subject: "ownerUscc") @tag(name: "signed-in") {
  """Client id (应用标识)."""
  clientId: ID!
  """Days up to today (天数)."""
  days: Int!
  """True where use is recorded; operations are null otherwise (是否记录使用情况)."""
  recorded: Boolean!
  """Points of the quota of a minute that were used and did not refill yet; null before it is approved (本分钟已用额度)."""
  pointsOfMinute: Int ${OF_THE_OWNER}
  """Points of the quota of a day that were used and did not refill yet; null before it is approved (当日已用额度)."""
  pointsOfDay: Int ${OF_THE_OWNER}
  """What it asked, with its own tokens and those of persons at it (操作)."""
  operations("""How many, the busiest first, 1 to 100 (数量).""" first: Int = 20): [AppOperation!] ${OF_THE_OWNER}
}

"""An operation of an app (应用操作使用情况)."""
type AppOperation {
  """Hash of what it asks (操作标识)."""
  operation: String!
  """Its name, where it has one that holds no number (操作名称)."""
  name: String
  """Requests (请求数)."""
  requests: Int!
  """Of them, those with an error (出错请求数)."""
  failed: Int!
  """Points that they took, of the quota or of persons (额度)."""
  points: Float!
  """Milliseconds within which 95 of 100 were answered; null where that is longer than 3,000 (95分位应答时间)."""
  p95Ms: Int
  """Last day on which it was asked (最近使用日期)."""
  lastDay: Date!
}
`;
