/** Kinds of evidence in repair cases (信用修复). */
import { describeEnum } from "../../../platform/graphql/enum.js";

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
