/** Subscriptions in SDL: each gives what a query gives, at first and whenever it has changed (订阅). */

/** The root type. */
export const SUBSCRIPTION_TYPE = `
"""What is told as it happens, as text/event-stream (docs/subscriptions.md). Null ends it: there is nothing that you may read (订阅)."""
type Subscription {
  """A case that you may read: as it stands, and again after each step (办件状态变化)."""
  caseChanged(
    """Number (办件编号)."""
    caseNo: ID!
  ): ServiceCase
}

"""One application and how it is handled (办件)."""
type ServiceCase @key(fields: "caseNo", resolvable: false) {
  """Number (办件编号, caseNo)."""
  caseNo: ID!
}
`;
