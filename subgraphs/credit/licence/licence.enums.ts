/** Enumerations of licences with the codes of the publicity table (XK_*). */
import { describeEnum } from "../../../platform/graphql/enum.js";

/** Category of licence; the number is the code of the publicity table. */
export enum LicenceCategory {
  ORDINARY_01 = "ORDINARY_01",
  FRANCHISE_02 = "FRANCHISE_02",
  RECOGNITION_03 = "RECOGNITION_03",
  VERIFICATION_04 = "VERIFICATION_04",
  REGISTRATION_05 = "REGISTRATION_05",
  OTHER_06 = "OTHER_06",
}

describeEnum(LicenceCategory, "LicenceCategory", "Category of licence (许可类别, XK_XKLB).", {
  ORDINARY_01: "Ordinary (普通).",
  FRANCHISE_02: "Franchise (特许).",
  RECOGNITION_03: "Recognition (认可).",
  VERIFICATION_04: "Verification (核准).",
  REGISTRATION_05: "Registration (登记).",
  OTHER_06: "Other (其他).",
});

/** Whether a licence is valid. */
export enum RecordState {
  VALID = "VALID",
  INVALID = "INVALID",
}

describeEnum(RecordState, "RecordState", "Whether it is valid on the day of the request (当前状态, XK_ZT).", {
  VALID: "Valid (有效).",
  INVALID: "Invalid (无效).",
});
