/** States of repair cases and kinds of evidence (信用修复). */
import { describeEnum } from "../../../platform/graphql/index.js";

/** Where a repair case stands. */
export enum RepairState {
  APPLIED = "APPLIED",
  ACCEPTED = "ACCEPTED",
  REJECTED = "REJECTED",
  DONE = "DONE",
  REVOKED = "REVOKED",
}

describeEnum(RepairState, "RepairState", "Where a repair case stands (信用修复状态).", {
  APPLIED: "Applied for (已申请).",
  ACCEPTED: "Accepted; the finding authority decides (已受理).",
  REJECTED: "Not accepted, or refused (不予受理或不予修复).",
  DONE: "Repaired: publicity and sharing ended, measures lifted (已修复).",
  REVOKED: "Found false: published again, a new application is barred (已撤销修复).",
});

/** Kind of evidence. */
export enum EvidenceKind {
  PERFORMANCE_PROOF = "PERFORMANCE_PROOF",
  COMMITMENT_LETTER = "COMMITMENT_LETTER",
  OTHER = "OTHER",
}

describeEnum(EvidenceKind, "EvidenceKind", "Kind of evidence (材料类型).", {
  PERFORMANCE_PROOF: "Proof that the duty was performed (履行义务证明).",
  COMMITMENT_LETTER: "Commitment to good credit (信用承诺书).",
  OTHER: "Other (其他材料).",
});
