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
  """A division with its lights, as they are, and again when what you ask for has changed (辖区亮灯变化)."""
  lights(
    """Six digits (区划代码)."""
    code: DivisionCode!
  ): Division
  """A procurement project, as it stands and again after each step: its bids are opened, one is chosen (采购项目开标)."""
  projectOpened(
    """Number (项目编号)."""
    projectNo: ID!
  ): IntermediaryProcurement
  """Your notices, as they are, and again when what you ask for has changed (新消息)."""
  noticed(
    """How many, 1 to 50 (数量)."""
    first: Int = 20
    """Only what waits for something that you do, however old it is (仅待办)."""
    due: Boolean = false
    """Only what you have not read (仅未读)."""
    unread: Boolean = false
  ): NoticePage @tag(name: "signed-in")
}
`;
