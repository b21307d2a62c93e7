/** States of an intermediary procurement with their terms, what happens to it, and what the guards of its machine look at. Pure. */
import type { LocalDate } from "../../../platform/domain/index.js";
import { describeEnum } from "../../../platform/graphql/enum.js";
import { describedStates, type StateTerm } from "../../../platform/machine/index.js";
import type { Selection } from "./intermediary-procurement.enums.js";

/** State of a project. */
export enum MarketState {
  DRAFT = "DRAFT",
  UNDER_PUBLIC_NOTICE = "UNDER_PUBLIC_NOTICE",
  SUSPENDED = "SUSPENDED",
  SELECTED = "SELECTED",
  IN_PUBLICITY = "IN_PUBLICITY",
  CONTRACTED = "CONTRACTED",
  IN_SERVICE = "IN_SERVICE",
  DELIVERED = "DELIVERED",
  ACCEPTED = "ACCEPTED",
  EVALUATED = "EVALUATED",
  ARCHIVED = "ARCHIVED",
  FAILED = "FAILED",
  CANCELLED = "CANCELLED",
  DISPUTED = "DISPUTED",
}

/** What happens to a project. */
export type MarketEvent =
  | "EDIT"
  | "GIVE_PUBLIC_NOTICE"
  | "BID"
  | "SUSPEND"
  | "RESUME"
  | "OPEN_BIDS"
  | "SELECT"
  | "FAIL"
  | "OPEN_PUBLICITY"
  | "SIGN"
  | "LAPSE"
  | "BEGIN"
  | "DELIVER"
  | "ACCEPT"
  | "EVALUATE"
  | "REPLY"
  | "ARCHIVE"
  | "OBJECT"
  | "DISPUTE"
  | "REJECT_OBJECTION"
  | "UPHOLD_OBJECTION"
  | "SETTLE_AS_CONTRACTED"
  | "SETTLE_AS_IN_SERVICE"
  | "SETTLE_AS_DELIVERED"
  | "SETTLE_AS_ACCEPTED"
  | "CANCEL";

/** What its guards look at. */
export interface MarketGuardFacts {
  readonly today: LocalDate;
  readonly selection: Selection;
  /** True where the service is on the list and kept. */
  readonly listed: boolean;
  /** True where the list has the approving department commission it, and the owner is none. */
  readonly payerMismatch?: boolean;
  /** True where public money pays and the ceiling is missing, or so high that the law of government procurement applies. */
  readonly aboveThreshold?: boolean;
  /** True where bids would close before the least public notice is over. */
  readonly noticeTooShort?: boolean;
  /** True where a public source of randomness was named with the public notice. */
  readonly sourceNamed: boolean;
  /** True where its value becomes known while bids may still come in, or nobody said when. */
  readonly sourceTooEarly?: boolean;
  /** True as long as its value is not known. */
  readonly sourceToCome?: boolean;
  /** Last day for bids. */
  readonly closesAt?: LocalDate;
  /** Last day on which firms tell what they sealed. */
  readonly revealsUntil?: LocalDate;
  /** True for who bids and is no intermediary of the market, or does not provide the service. */
  readonly stranger?: boolean;
  /** True for who bids and must keep out of the project. */
  readonly avoided?: boolean;
  /** True for who bids while suspended, removed or listed, or of whom credit did not say that it is not (N5). */
  readonly barred?: boolean;
  /** True where the selected intermediary is suspended or removed. */
  readonly winnerBarred?: boolean;
  /** Bids that count. */
  readonly bids: number;
  readonly openedAt?: LocalDate;
  /** Who is selected: of the bids that count the one that the way of selection gives, or the owner names. */
  readonly selectedId?: string;
  /** True where the draw and its proof are there. */
  readonly drawn: boolean;
  /** True while the reason lasts for which it was suspended. */
  readonly suspended: boolean;
  /** True while an objection is open. */
  readonly objectionOpen: boolean;
  /** True for a firm that bid, and did not take its bid back. */
  readonly tookPart?: boolean;
  /** True for a firm that objected to this selection before. */
  readonly objectedBefore?: boolean;
  /** True for who acts for the owner or the selected firm. */
  readonly isParty?: boolean;
  /** Why it is suspended, cancelled, disputed or settled. */
  readonly reasons?: string;
  readonly contractNo?: string;
  readonly contractFen?: bigint;
  readonly ceilingFen?: bigint;
  /** Price of the bid that was selected; absent where bids name none. */
  readonly bidFen?: bigint;
  /** True where the limit for the contract is past. */
  readonly contractLate?: boolean;
  /** State in which the dispute began. */
  readonly disputedFrom?: MarketState;
  /** SHA-256 of the delivered file. */
  readonly deliverableHash?: string;
  /** What the intermediary replies to its evaluation, and whether it did before. */
  readonly reply?: string;
  readonly repliedBefore?: boolean;
  /** Stars of the owner's evaluation, one for each aspect. */
  readonly stars?: readonly number[];
}

/** What each state is called. */
export const MARKET_STATES: Readonly<Record<MarketState, StateTerm>> = {
  DRAFT: { zh: "草稿", en: "Draft; not public" },
  UNDER_PUBLIC_NOTICE: { zh: "公告中", en: "Told by public notice; bids come in sealed" },
  SUSPENDED: { zh: "暂停", en: "Suspended before selection" },
  SELECTED: { zh: "已选定", en: "An intermediary is selected" },
  IN_PUBLICITY: { zh: "结果公示", en: "The selection is in publicity" },
  CONTRACTED: { zh: "已签约", en: "The contract is signed" },
  IN_SERVICE: { zh: "服务中", en: "The intermediary works" },
  DELIVERED: { zh: "已交付", en: "The result is delivered" },
  ACCEPTED: { zh: "已验收", en: "The owner accepted the result" },
  EVALUATED: { zh: "已评价", en: "The owner evaluated the intermediary" },
  ARCHIVED: { zh: "已归档", en: "Archived", terminal: true },
  FAILED: { zh: "流标", en: "Failed: fewer than three bids; they stay sealed", terminal: true },
  CANCELLED: { zh: "取消", en: "Cancelled", terminal: true },
  DISPUTED: { zh: "争议中", en: "Disputed; the clock of the contract stands still" },
};

describeEnum(
  MarketState,
  "MarketState",
  "State of an intermediary procurement (项目状态).",
  describedStates({ states: MARKET_STATES }),
);
