/** Enumerations of allotments: book, transfer, level, state (预算指标). */
import { describeEnum } from "../../../platform/graphql/enum.js";

/** The four budget categories (预算类别). */
export enum BudgetCategory {
  GENERAL = "GENERAL",
  GOVERNMENT_MANAGED_FUND = "GOVERNMENT_MANAGED_FUND",
  STATE_CAPITAL = "STATE_CAPITAL",
  SOCIAL_INSURANCE = "SOCIAL_INSURANCE",
}

describeEnum(BudgetCategory, "BudgetCategory", "Budget category (预算类别).", {
  GENERAL: "General public budget (一般公共预算).",
  GOVERNMENT_MANAGED_FUND: "Budget of government-managed funds (政府性基金预算).",
  STATE_CAPITAL: "State capital operations budget (国有资本经营预算).",
  SOCIAL_INSURANCE: "Social insurance fund budget (社会保险基金预算).",
});

/** Kind of transfer payment. */
export enum TransferType {
  GENERAL = "GENERAL",
  SHARED_RESPONSIBILITY = "SHARED_RESPONSIBILITY",
  EARMARKED = "EARMARKED",
}

describeEnum(TransferType, "TransferType", "Kind of transfer payment (转移支付类型).", {
  GENERAL: "General transfer (一般性转移支付).",
  SHARED_RESPONSIBILITY: "For shared fiscal responsibilities (共同财政事权转移支付).",
  EARMARKED: "Earmarked transfer (专项转移支付).",
});

/** Whether the money is issued directly. */
export enum DirectFlag {
  DIRECT = "DIRECT",
  AS_DIRECT = "AS_DIRECT",
  NOT_DIRECT = "NOT_DIRECT",
}

describeEnum(DirectFlag, "DirectFlag", "Whether the money is issued directly and marked so (直达资金标识).", {
  DIRECT: "Direct funds (直达).",
  AS_DIRECT: "Managed like direct funds (参照直达).",
  NOT_DIRECT: "Neither (否).",
});

/** Level whose budget the money comes from. */
export enum FundLevel {
  CENTRAL = "CENTRAL",
  PROVINCE = "PROVINCE",
  PREFECTURE = "PREFECTURE",
  COUNTY = "COUNTY",
}

describeEnum(FundLevel, "FundLevel", "Level whose budget the money comes from (资金来源级次).", {
  CENTRAL: "Central budget (中央).",
  PROVINCE: "Provincial budget (省级).",
  PREFECTURE: "Prefecture budget (市州级).",
  COUNTY: "County budget (县级).",
});

/** Kind of a change of an allotment's amount. */
export enum AdjustmentKind {
  ADDED = "ADDED",
  TAKEN_BACK = "TAKEN_BACK",
}

describeEnum(AdjustmentKind, "AdjustmentKind", "Kind of a change of an allotment's amount (指标调整类型).", {
  ADDED: "Added by the issuer (追加).",
  TAKEN_BACK: "Taken back by the issuer (追减、收回).",
});
