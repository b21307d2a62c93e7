/** Rules that a row of an imported list must keep: a law that may found it, a known price, who commissions pays. Pure. */
import { LimitUnit } from "../../../platform/graphql/limit-unit.js";
import type { TimeLimit } from "../../../platform/graphql/time-limit.type.js";
import {
  LIMIT_WORDS,
  RowRefused,
  citationsIn,
  coded,
  readLimit,
  type Citation,
  type MappedRow,
} from "../../../platform/import/index.js";
import { FeeNature, ListState, Party } from "./intermediary-service.enums.js";

const FEE_NATURES: Readonly<Record<string, FeeNature>> = {
  政府定价: FeeNature.GOVERNMENT_PRICE,
  政府指导价: FeeNature.GOVERNMENT_GUIDED,
  市场调节价: FeeNature.MARKET,
  市场调节: FeeNature.MARKET,
  市场价: FeeNature.MARKET,
};

const PARTIES: Readonly<Record<string, Party>> = {
  申请人: Party.APPLICANT,
  申请单位: Party.APPLICANT,
  建设单位: Party.APPLICANT,
  行政相对人: Party.APPLICANT,
  审批部门: Party.APPROVING_DEPARTMENT,
  行政机关: Party.APPROVING_DEPARTMENT,
};

/** States of a list by the words of its decision. */
export const LIST_STATES: Readonly<Record<string, ListState>> = {
  保留: ListState.KEPT,
  清理取消: ListState.REMOVED,
  取消: ListState.REMOVED,
  清理: ListState.REMOVED,
  转为政府委托: ListState.COMMISSIONED_BY_GOVERNMENT,
  政府委托: ListState.COMMISSIONED_BY_GOVERNMENT,
  合并: ListState.MERGED,
};

/** Parts of a list in one cell. */
export const listOf = (value: string | undefined): string[] =>
  (value ?? "").split(/[;；、^\n]+/).flatMap((part) => (part.trim() === "" ? [] : [part.trim()]));

/** A document below a ministry rule, unless the State Council issued it. */
const isTooLow = (lawName: string): boolean =>
  !lawName.includes("国务院") && /(通知|意见|方案|纪要|函|公告|通告|批复)$/.test(lawName);

/** The laws cited. Throws RowRefused where there is none, or none that may found a service. */
export const acceptedBases = (value: string | undefined): Citation[] => {
  if (value === undefined)
    throw new RowRefused(
      "legalBasis",
      "LEGAL_BASIS_MISSING",
      "Give the law that requires the service; without one it may not be listed.",
    );
  const citations = citationsIn(value);
  if (citations.length === 0)
    throw new RowRefused("legalBasis", "LEGAL_BASIS_UNREADABLE", "Cite each law as 《name》第…条.");
  if (citations.every(({ lawName }) => isTooLow(lawName)))
    throw new RowRefused(
      "legalBasis",
      "LEGAL_BASIS_TOO_LOW",
      "Only a law, a regulation, a decision of the State Council or a ministry rule may require a service.",
    );
  return citations;
};

/** The price. Throws RowRefused for an unknown kind, and for a government price without its basis. */
export const acceptedFee = (
  row: MappedRow,
): { readonly feeNature: FeeNature; readonly feeBasis?: string; readonly feeStandard?: string } => {
  const feeNature = coded(FEE_NATURES, "feeNature", row["feeNature"], "FEE_NATURE_UNKNOWN");
  if (feeNature === undefined)
    throw new RowRefused("feeNature", "FEE_NATURE_UNKNOWN", "Use 政府定价, 政府指导价 or 市场调节价.");
  if (feeNature !== FeeNature.MARKET && row["feeBasis"] === undefined)
    throw new RowRefused("feeBasis", "FEE_BASIS_MISSING", "A price set or guided by government names its basis.");
  return { feeNature, feeBasis: row["feeBasis"], feeStandard: row["feeStandard"] };
};

const partyOf = (row: MappedRow, field: string): Party | undefined =>
  coded(PARTIES, field, row[field], "PARTY_UNKNOWN");

/** Who commissions. Throws RowRefused where somebody else pays (N1). */
export const acceptedParty = (row: MappedRow): Party => {
  const commissioner = partyOf(row, "commissionedBy");
  const payer = partyOf(row, "payer");
  if (commissioner !== undefined && payer !== undefined && commissioner !== payer)
    throw new RowRefused("payer", "PAYER_MISMATCH", "Who commissions the service pays for it.");
  return commissioner ?? payer ?? Party.APPLICANT;
};

/** 日 and 天 beside the words that all lists have: a list of this kind means natural days by them. */
const UNITS: Readonly<Record<string, LimitUnit>> = {
  ...LIMIT_WORDS,
  日: LimitUnit.NATURAL_DAY,
  天: LimitUnit.NATURAL_DAY,
};

/** Amount and unit of a limit such as 15个工作日, working days where it names none; undefined where it is no limit, and kept as a text. */
export const readTimeLimit = (value: string | undefined): TimeLimit | undefined => {
  const read = value === undefined ? undefined : readLimit(value, UNITS);
  return read && { amount: read.amount, unit: read.unit ?? LimitUnit.WORKING_DAY };
};
