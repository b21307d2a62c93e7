/** What a normative document lacks of the steps before and after its publication. */
import { describeEnum } from "../../../platform/graphql/enum.js";

/** A finding. */
export enum RegistrationFinding {
  LEGALITY_NOT_REVIEWED = "LEGALITY_NOT_REVIEWED",
  REVIEWED_AFTER_ISSUE = "REVIEWED_AFTER_ISSUE",
  NOT_REGISTERED = "NOT_REGISTERED",
  REGISTERED_AFTER_PUBLICATION = "REGISTERED_AFTER_PUBLICATION",
  NOT_FILED = "NOT_FILED",
  WITHOUT_END = "WITHOUT_END",
}

describeEnum(RegistrationFinding, "RegistrationFinding", "What a normative document lacks (规范性文件制定备案问题).", {
  LEGALITY_NOT_REVIEWED: "Nobody is known to have reviewed its legality (未经合法性审核).",
  REVIEWED_AFTER_ISSUE: "Its legality was reviewed after it was issued (印发后才审核).",
  NOT_REGISTERED: "It has no unified registration number (未统一登记).",
  REGISTERED_AFTER_PUBLICATION: "It was registered after its publication (公布后才登记).",
  NOT_FILED: "It is not known to have been filed (未报送备案).",
  WITHOUT_END: "It names no last day in force (未载明有效期).",
});
