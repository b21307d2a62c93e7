/** Enumerations of materials to hand in: the codes of the national dictionaries, by name (docs/reference/sources.md#data-models). */
import { describeEnum } from "../../../platform/graphql/enum.js";

/** How needed a material is. */
export enum MaterialNeed {
  REQUIRED = "REQUIRED",
  OPTIONAL = "OPTIONAL",
  LATER = "LATER",
}

describeEnum(MaterialNeed, "MaterialNeed", "How needed a material is (材料必要性, isNeed).", {
  REQUIRED: "Required (必要).",
  OPTIONAL: "Not required (非必要).",
  LATER: "May be handed in later (容缺后补).",
});

/** Where a material comes from. */
export enum MaterialSource {
  APPLICANT = "APPLICANT",
  GOVERNMENT = "GOVERNMENT",
  OTHER = "OTHER",
}

describeEnum(MaterialSource, "MaterialSource", "Where a material comes from (来源渠道, sourceType).", {
  APPLICANT: "The applicant (申请人自备).",
  GOVERNMENT: "A government department (政府部门核发).",
  OTHER: "Others, intermediaries included (其他).",
});

/** Whether a material is handed in as an original or a copy. */
export enum MaterialType {
  ORIGINAL = "ORIGINAL",
  COPY = "COPY",
  BOTH = "BOTH",
}

describeEnum(MaterialType, "MaterialType", "Original or copy (材料类型, materialType).", {
  ORIGINAL: "Original (原件).",
  COPY: "Copy (复印件).",
  BOTH: "Original and copy (原件和复印件).",
});

/** Form in which a material is handed in. */
export enum MaterialFormat {
  PAPER = "PAPER",
  ELECTRONIC = "ELECTRONIC",
  BOTH = "BOTH",
}

describeEnum(MaterialFormat, "MaterialFormat", "Form of a material (材料形式, materialFormat).", {
  PAPER: "On paper (纸质).",
  ELECTRONIC: "Electronic (电子).",
  BOTH: "On paper or electronic (纸质或电子).",
});
