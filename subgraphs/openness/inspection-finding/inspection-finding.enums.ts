/** Enumerations of findings of inspection and audit. */
import { describeEnum } from "../../../platform/graphql/enum.js";

/** Who found it. */
export enum FindingSource {
  INSPECTION = "INSPECTION",
  AUDIT = "AUDIT",
}

describeEnum(FindingSource, "FindingSource", "Who found it (问题来源).", {
  INSPECTION: "Inspection by the office of a government (督查).",
  AUDIT: "Audit (审计).",
});

/** How far it has come. */
export enum FindingState {
  OPEN = "OPEN",
  RECTIFYING = "RECTIFYING",
  RECTIFIED = "RECTIFIED",
  VERIFIED = "VERIFIED",
  PUBLISHED = "PUBLISHED",
}

describeEnum(FindingState, "FindingState", "How far a finding has come (整改状态).", {
  OPEN: "Found; the unit has not said what it will do (待整改).",
  RECTIFYING: "The unit puts it right (整改中).",
  RECTIFIED: "The unit says that it is put right (已整改).",
  VERIFIED: "Whoever found it has verified that (已核验).",
  PUBLISHED: "What came of it is published (整改结果已公布).",
});
