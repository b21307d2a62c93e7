/** A project of the market before its days are counted, and the spans between the steps of its life. */
import { PROVISIONAL, addWorkdays, type LocalDate } from "../../../platform/domain/index.js";
import { BidRefusal, CreditCheck } from "../bid/bid.enums.js";
import { Selection, type FundSource } from "../intermediary-procurement/intermediary-procurement.enums.js";
import { MarketState } from "../intermediary-procurement/intermediary-procurement.state.js";

/** The working day `count` working days later. */
export const workday = (from: LocalDate, count: number): LocalDate => {
  const day = addWorkdays(from, count);
  if (day === PROVISIONAL) throw new Error(`The calendar does not reach ${count} working days after ${from}.`);
  return day;
};

/** Working days between the steps of a project; in the order of its life. */
export interface Spans {
  readonly publicNotice: number;
  readonly close: number;
  readonly open: number;
  readonly select: number;
  readonly sign: number;
  readonly work: number;
  readonly accept: number;
  readonly evaluate: number;
}

/** Spans of a project where nothing is late. */
export const ORDINARY: Spans = {
  publicNotice: 1,
  close: 4,
  open: 1,
  select: 1,
  sign: 5,
  work: 10,
  accept: 2,
  evaluate: 4,
};

/** Working days that a contract gives the intermediary. */
export const CONTRACT_DAYS = 15;

/** A bid before it is judged. */
export interface PlannedBid {
  readonly intermediaryId: string;
  readonly firmUscc: string;
  readonly priceFen?: bigint;
  readonly creditCheck?: CreditCheck;
  readonly refusal?: BidRefusal;
}

/** A project before its days are counted. */
export interface PlannedProject {
  readonly projectNo: string;
  readonly name: string;
  readonly serviceCode: string;
  readonly owner: { readonly id: string; readonly uscc: string; readonly isPublic: boolean };
  readonly departmentUscc: string;
  readonly divisionCode: string;
  readonly fundSource: FundSource;
  readonly selection: Selection;
  readonly ceilingFen: bigint;
  readonly state: MarketState;
  readonly registeredOn: LocalDate;
  readonly spans: Spans;
  readonly bids: readonly PlannedBid[];
  readonly linkedCaseNo?: string;
  /** Value that the public source gave, for a lottery. */
  readonly sourceValue?: string;
  readonly sourceReference?: string;
  /** Who is selected where no rule of arithmetic decides. */
  readonly preferred?: string;
  readonly stars?: readonly number[];
  readonly avoidIds?: readonly string[];
  readonly stateReason?: string;
  readonly suspendedOn?: LocalDate;
  readonly disputedOn?: LocalDate;
}
