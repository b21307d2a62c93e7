/** Enumeration of lists on which a body may stand (名单). */
import { describeEnum } from "../../../platform/graphql/enum.js";

/** Kind of list. */
export enum ListKind {
  TRUSTWORTHY = "TRUSTWORTHY",
  WATCH = "WATCH",
  SERIOUS = "SERIOUS",
  ABNORMAL = "ABNORMAL",
}

describeEnum(ListKind, "ListKind", "Kind of list (名单类型).", {
  TRUSTWORTHY: "Incentives for the trustworthy (守信激励).",
  WATCH: "Closer supervision (重点关注).",
  SERIOUS: "Seriously dishonest (严重失信主体名单).",
  ABNORMAL: "Abnormal operations (经营异常名录).",
});
