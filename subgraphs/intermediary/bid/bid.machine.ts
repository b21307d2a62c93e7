/** The machine of a bid: sealed by its firm, perhaps replaced or taken back, and told once nobody may bid any more. Pure. */
import { basisOfProcedure, type LocalDate } from "../../../platform/domain/index.js";
import { describeEnum } from "../../../platform/graphql/enum.js";
import { defineMachine, describedStates } from "../../../platform/machine/index.js";

/** State of a bid. */
export enum BidState {
  SEALED = "SEALED",
  WITHDRAWN = "WITHDRAWN",
  REVEALED = "REVEALED",
  EXCLUDED = "EXCLUDED",
}

/** What happens to a bid. */
export type BidEvent = "REPLACE" | "WITHDRAW" | "REVEAL" | "EXCLUDE";

/** What its guards look at; times are those of the project. */
export interface BidGuardFacts {
  readonly today: LocalDate;
  readonly closesAt?: LocalDate;
  readonly revealsUntil?: LocalDate;
  readonly openedAt?: LocalDate;
  /** True where the project takes bids, its own machine says: state, last day, credit. */
  readonly bidsTaken: boolean;
  /** True while its project is suspended. */
  readonly standsStill: boolean;
  /** True where the firm sealed a price, and need not merely enter. */
  readonly hasEnvelope: boolean;
  /** True where what is told is what was sealed. */
  readonly isWhatWasSealed: boolean;
}

const { SEALED, WITHDRAWN, REVEALED, EXCLUDED } = BidState;
const BASIS = basisOfProcedure("MARKET-BIDDING");

const taken = {
  reason: "BIDDING_CLOSED",
  en: "the last day for bids is not past",
  holds: ({ bidsTaken }: BidGuardFacts) => bidsTaken,
} as const;

/** Life of a bid. */
export const BID = defineMachine<BidState, BidEvent, BidGuardFacts>({
  name: "BidState",
  title: "Bid 报价",
  states: {
    SEALED: { zh: "已密封", en: "Sealed: its firm alone knows the price" },
    WITHDRAWN: { zh: "已撤回", en: "Taken back before bids closed" },
    REVEALED: { zh: "已揭示", en: "Its price is told; others read it once bids are opened" },
    EXCLUDED: { zh: "已排除", en: "Its firm was suspended or removed before the selection", terminal: true },
  },
  initial: SEALED,
  transitions: [
    { event: "REPLACE", from: [SEALED, WITHDRAWN], to: SEALED, actors: ["FIRM"], guards: [taken], basis: BASIS },
    { event: "WITHDRAW", from: [SEALED], to: WITHDRAWN, actors: ["FIRM"], guards: [taken], basis: BASIS },
    {
      event: "REVEAL",
      from: [SEALED],
      to: REVEALED,
      actors: ["FIRM"],
      guards: [
        // A project that goes on may take bids once more: what was told before would be known to somebody.
        { reason: "PROJECT_STANDS_STILL", en: "a project that is not suspended", holds: (facts) => !facts.standsStill },
        { reason: "NOTHING_SEALED", en: "a sealed price", holds: ({ hasEnvelope }) => hasEnvelope },
        {
          reason: "BIDDING_RUNS",
          en: "the last day for bids is past",
          holds: ({ today, closesAt }) => closesAt !== undefined && today > closesAt,
        },
        {
          reason: "REVEALS_OVER",
          en: "the last day for opening one's own bid is not past, and the bids are not opened",
          holds: ({ today, revealsUntil, openedAt }) =>
            revealsUntil !== undefined && today <= revealsUntil && openedAt === undefined,
        },
        {
          reason: "NOT_WHAT_WAS_SEALED",
          en: "price, content and nonce of which the sealed value was made",
          holds: ({ isWhatWasSealed }) => isWhatWasSealed,
        },
      ],
      basis: BASIS,
      sets: ["price"],
    },
    {
      // A step of the decision that suspends or removes the firm; nobody takes it by itself.
      event: "EXCLUDE",
      from: [SEALED, REVEALED],
      to: EXCLUDED,
      actors: ["OFFICER", "SUPERVISOR"],
      basis: basisOfProcedure("MARKET-SANCTION"),
    },
  ],
});

describeEnum(BidState, BID.name, "State of a bid (报价状态).", describedStates(BID));
