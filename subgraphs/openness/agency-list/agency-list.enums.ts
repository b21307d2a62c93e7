/** Enumerations of lists of powers, duties and what is barred. */
import { describeEnum } from "../../../platform/graphql/enum.js";

/** What a list holds. */
export enum AgencyListKind {
  POWER = "POWER",
  DUTY = "DUTY",
  NEGATIVE = "NEGATIVE",
}

describeEnum(AgencyListKind, "AgencyListKind", "What a list of a body holds (清单类别).", {
  POWER: "Powers that it may exercise; what is not listed it may not (权力清单).",
  DUTY: "Duties, whose they are and what follows where they are neglected (责任清单).",
  NEGATIVE: "What others may not do, or not without a licence; all else is open to them (负面清单).",
});

/** Kind of a power, in the order of the national numbers 01 to 10. */
export enum PowerKind {
  LICENSING = "LICENSING",
  PENALTY = "PENALTY",
  COERCION = "COERCION",
  LEVY = "LEVY",
  PAYMENT = "PAYMENT",
  INSPECTION = "INSPECTION",
  CONFIRMATION = "CONFIRMATION",
  REWARD = "REWARD",
  ADJUDICATION = "ADJUDICATION",
  OTHER = "OTHER",
}

describeEnum(PowerKind, "PowerKind", "Kind of a power (权力类型).", {
  LICENSING: "Administrative licensing, 01 (行政许可).",
  PENALTY: "Administrative penalty, 02 (行政处罚).",
  COERCION: "Administrative coercion, 03 (行政强制).",
  LEVY: "Administrative levy, 04 (行政征收).",
  PAYMENT: "Administrative payment, 05 (行政给付).",
  INSPECTION: "Administrative inspection, 06 (行政检查).",
  CONFIRMATION: "Administrative confirmation, 07 (行政确认).",
  REWARD: "Administrative reward, 08 (行政奖励).",
  ADJUDICATION: "Administrative adjudication, 09 (行政裁决).",
  OTHER: "Other administrative power, 10 (其他行政权力).",
});

/** How a negative list bars something. */
export enum ListRestriction {
  PROHIBITED = "PROHIBITED",
  LICENSED = "LICENSED",
}

describeEnum(ListRestriction, "ListRestriction", "How a negative list bars something (管理方式).", {
  PROHIBITED: "Nobody may do it (禁止准入).",
  LICENSED: "Who has a licence may do it (许可准入).",
});

/** How far an adjustment of a list has come. */
export enum AdjustmentStage {
  CAUSED = "CAUSED",
  APPLIED = "APPLIED",
  REVIEWED = "REVIEWED",
  APPROVED = "APPROVED",
  PUBLISHED = "PUBLISHED",
}

describeEnum(AdjustmentStage, "AdjustmentStage", "How far an adjustment of a list has come (动态调整阶段).", {
  CAUSED: "There is a cause, and the body has not yet applied (出现调整情形).",
  APPLIED: "The body has applied for it (已申请).",
  REVIEWED: "Its legality was reviewed (已合法性审查).",
  APPROVED: "It was approved (已批准).",
  PUBLISHED: "The list was published (已公布).",
});

/** What is wrong between a list of powers and the matters of its body. */
export enum PowerListFindingKind {
  LIST_MISSING = "LIST_MISSING",
  MATTER_NOT_LISTED = "MATTER_NOT_LISTED",
  POWER_WITHDRAWN = "POWER_WITHDRAWN",
  POWER_WITHOUT_MATTER = "POWER_WITHOUT_MATTER",
}

describeEnum(
  PowerListFindingKind,
  "PowerListFindingKind",
  "What is wrong between powers and matters (权力清单问题类别).",
  {
    LIST_MISSING: "The body handles matters that need a power, and has published no list (未公布权力清单).",
    MATTER_NOT_LISTED: "It handles a matter whose power was never listed (事项无对应权力).",
    POWER_WITHDRAWN: "It handles a matter whose power was taken off the list (权力已取消仍在办理).",
    POWER_WITHOUT_MATTER:
      "A power that is exercised on application is listed, and no matter tells how to apply (权力无办事指南).",
  },
);
