/** Words and codes of exported allotments: book, transfer, direct funds, level. */
import { BudgetCategory, DirectFlag, FundLevel, TransferType } from "./budget-allotment.enums.js";

/** Budget categories by code and word. */
export const BUDGET_CATEGORIES: Readonly<Record<string, BudgetCategory>> = {
  "11": BudgetCategory.GENERAL,
  "12": BudgetCategory.GOVERNMENT_MANAGED_FUND,
  "13": BudgetCategory.STATE_CAPITAL,
  一般公共预算: BudgetCategory.GENERAL,
  政府性基金预算: BudgetCategory.GOVERNMENT_MANAGED_FUND,
  国有资本经营预算: BudgetCategory.STATE_CAPITAL,
  社会保险基金预算: BudgetCategory.SOCIAL_INSURANCE,
};
/** Kinds of transfer by code and word. */
export const TRANSFERS: Readonly<Record<string, TransferType>> = {
  一般性: TransferType.GENERAL,
  一般性转移支付: TransferType.GENERAL,
  共同财政事权: TransferType.SHARED_RESPONSIBILITY,
  共同财政事权转移支付: TransferType.SHARED_RESPONSIBILITY,
  专项: TransferType.EARMARKED,
  专项转移支付: TransferType.EARMARKED,
};
/** Marks of direct funds by code and word. */
export const DIRECT: Readonly<Record<string, DirectFlag>> = {
  "1": DirectFlag.DIRECT,
  "2": DirectFlag.AS_DIRECT,
  "0": DirectFlag.NOT_DIRECT,
  直达: DirectFlag.DIRECT,
  是: DirectFlag.DIRECT,
  参照直达: DirectFlag.AS_DIRECT,
  否: DirectFlag.NOT_DIRECT,
};
/** Levels by code and word. */
export const LEVELS: Readonly<Record<string, FundLevel>> = {
  "1": FundLevel.CENTRAL,
  "2": FundLevel.PROVINCE,
  "3": FundLevel.PREFECTURE,
  "4": FundLevel.COUNTY,
  中央: FundLevel.CENTRAL,
  省: FundLevel.PROVINCE,
  省级: FundLevel.PROVINCE,
  市: FundLevel.PREFECTURE,
  市级: FundLevel.PREFECTURE,
  县: FundLevel.COUNTY,
  县级: FundLevel.COUNTY,
};
