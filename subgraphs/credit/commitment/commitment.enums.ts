/** Enumeration of types of commitments (信用承诺). */
import { describeEnum } from "../../../platform/graphql/enum.js";

/** Type of commitment (公共信用信息基础目录 2024, 信用承诺). */
export enum CommitmentType {
  APPROVAL_SUBSTITUTE = "APPROVAL_SUBSTITUTE",
  TOLERANT_ACCEPTANCE = "TOLERANT_ACCEPTANCE",
  CERTIFICATE_NOTICE = "CERTIFICATE_NOTICE",
  VOLUNTARY_DISCLOSURE = "VOLUNTARY_DISCLOSURE",
  SELF_DISCIPLINE = "SELF_DISCIPLINE",
  CREDIT_REPAIR = "CREDIT_REPAIR",
}

describeEnum(CommitmentType, "CommitmentType", "Type of commitment (信用承诺类型).", {
  APPROVAL_SUBSTITUTE: "In place of an approval (审批替代型).",
  TOLERANT_ACCEPTANCE: "Accepted though a material is to follow (容缺受理型).",
  CERTIFICATE_NOTICE: "In place of a certificate (证明事项告知承诺型).",
  VOLUNTARY_DISCLOSURE: "Made public of one's own accord (主动公示型).",
  SELF_DISCIPLINE: "Of a trade association (行业自律型).",
  CREDIT_REPAIR: "Made to have a record repaired; not public, because it names the record (信用修复型).",
});
