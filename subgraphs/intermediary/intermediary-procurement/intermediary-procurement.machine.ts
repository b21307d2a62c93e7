/** The machine of an intermediary procurement: told by public notice, bid for sealed, selected, contracted, delivered, evaluated. Pure. */
import { basisOfProcedure, figureOf } from "../../../platform/domain/index.js";
import { defineMachine, isStated, REASONS_TOLD, type Guard, type Transition } from "../../../platform/machine/index.js";
import { Selection } from "./intermediary-procurement.enums.js";
import {
  MARKET_STATES,
  MarketState,
  type MarketEvent,
  type MarketGuardFacts,
} from "./intermediary-procurement.state.js";

const { DRAFT, UNDER_PUBLIC_NOTICE, SUSPENDED, SELECTED, IN_PUBLICITY, CONTRACTED, IN_SERVICE } = MarketState;
const { DELIVERED, ACCEPTED, EVALUATED, ARCHIVED, FAILED, CANCELLED, DISPUTED } = MarketState;

type Step = Omit<Transition<MarketState, MarketEvent, MarketGuardFacts>, "basis">;
type MarketGuard = Guard<MarketGuardFacts>;

/** Aspects that an owner evaluates: timeliness, quality, price, attitude, compliance. */
const ASPECTS = 5;
const BASIS = basisOfProcedure("MARKET");

/** Below the least bids of the place a project fails, unless its intermediary is selected directly. */
const isEnough = ({ selection, bids }: MarketGuardFacts): boolean =>
  selection === Selection.DIRECT || bids >= figureOf("MARKET", "LEAST_BIDS");
const isClosed = ({ today, closesAt }: MarketGuardFacts): boolean => closesAt !== undefined && today > closesAt;

const enough: MarketGuard = {
  reason: "TOO_FEW_BIDS",
  en: "the least bids of the place, unless selected directly",
  holds: isEnough,
};
const closed: MarketGuard = { reason: "BIDDING_RUNS", en: "the last day for bids is past", holds: isClosed };
const closingDay: MarketGuard = {
  reason: "CLOSING_DAY_NEEDED",
  en: "a last day for bids is named",
  holds: ({ closesAt }) => closesAt !== undefined,
};
const contract: MarketGuard = {
  reason: "CONTRACT_NEEDED",
  en: "a signed contract",
  holds: ({ contractNo }) => isStated(contractNo),
};
const settled: MarketGuard = {
  reason: "OBJECTION_LEFT",
  en: "no objection is open",
  holds: ({ objectionOpen }) => !objectionOpen,
};

const bidding: readonly Step[] = [
  {
    event: "GIVE_PUBLIC_NOTICE",
    from: [DRAFT],
    to: UNDER_PUBLIC_NOTICE,
    actors: ["OWNER"],
    guards: [
      { reason: "SERVICE_NOT_LISTED", en: "a listed service", holds: ({ listed }) => listed },
      closingDay,
      {
        reason: "RANDOM_SOURCE_NEEDED",
        en: "for a lottery, a random source chosen beforehand",
        holds: ({ selection, sourceNamed }) => selection !== Selection.LOTTERY || sourceNamed,
      },
    ],
    sets: ["publicNoticeAt", "closesAt"],
  },
  {
    event: "BID",
    from: [UNDER_PUBLIC_NOTICE],
    to: UNDER_PUBLIC_NOTICE,
    actors: ["FIRM"],
    guards: [
      closingDay,
      { reason: "BIDDING_CLOSED", en: "the last day for bids is not past", holds: (facts) => !isClosed(facts) },
    ],
  },
  {
    event: "SUSPEND",
    from: [UNDER_PUBLIC_NOTICE],
    to: SUSPENDED,
    actors: ["OWNER", "OFFICER"],
    guards: [REASONS_TOLD],
    sets: ["stateReason"],
  },
  {
    event: "RESUME",
    from: [SUSPENDED],
    to: UNDER_PUBLIC_NOTICE,
    actors: ["OWNER", "OFFICER"],
    guards: [{ reason: "SUSPENSION_LEFT", en: "the reason is gone", holds: ({ suspended }) => !suspended }],
  },
  {
    event: "OPEN",
    from: [UNDER_PUBLIC_NOTICE],
    to: UNDER_PUBLIC_NOTICE,
    actors: ["OWNER"],
    guards: [closed, enough],
    sets: ["openedAt"],
  },
  {
    event: "SELECT",
    from: [UNDER_PUBLIC_NOTICE],
    to: SELECTED,
    actors: ["OWNER"],
    guards: [
      { reason: "BIDS_SEALED", en: "the bids are opened", holds: ({ openedAt }) => openedAt !== undefined },
      enough,
    ],
    limit: "M-PUBLIC-NOTICE",
    sets: ["selectedAt", "selectedId"],
  },
  {
    event: "FAIL",
    from: [UNDER_PUBLIC_NOTICE],
    to: FAILED,
    actors: ["OWNER", "TIME"],
    guards: [
      closed,
      {
        reason: "ENOUGH_BIDS",
        en: "fewer bids than the least of the place; they are not opened",
        holds: (facts) => !isEnough(facts),
      },
    ],
    sets: ["stateReason"],
  },
];

const contracting: readonly Step[] = [
  {
    event: "OPEN_PUBLICITY",
    from: [SELECTED],
    to: IN_PUBLICITY,
    actors: ["OWNER"],
    guards: [
      {
        reason: "DRAW_PROOF_NEEDED",
        en: "for a lottery, the proof of the draw is published",
        holds: ({ selection, drawn }) => selection !== Selection.LOTTERY || drawn,
      },
    ],
  },
  {
    event: "SIGN",
    from: [IN_PUBLICITY],
    to: CONTRACTED,
    actors: ["OWNER"],
    guards: [
      contract,
      {
        reason: "ABOVE_CEILING",
        en: "a price at most at the ceiling",
        holds: ({ contractFen, ceilingFen }) =>
          ceilingFen === undefined || (contractFen !== undefined && contractFen <= ceilingFen),
      },
    ],
    limit: "M-CONTRACT",
    sets: ["contractNo", "signedAt"],
  },
  { event: "BEGIN", from: [CONTRACTED], to: IN_SERVICE, actors: ["FIRM"] },
  {
    event: "DELIVER",
    from: [IN_SERVICE],
    to: DELIVERED,
    actors: ["FIRM"],
    guards: [
      {
        reason: "DELIVERABLE_NEEDED",
        en: "the file with its hash",
        holds: ({ deliverableHash }) => isStated(deliverableHash),
      },
    ],
    sets: ["deliveredAt", "deliverableHash"],
  },
  { event: "ACCEPT", from: [DELIVERED], to: ACCEPTED, actors: ["OWNER"], sets: ["acceptedAt"] },
  {
    event: "EVALUATE",
    from: [ACCEPTED],
    to: EVALUATED,
    actors: ["OWNER"],
    guards: [
      { reason: "STARS_NEEDED", en: "stars on all five aspects", holds: ({ stars }) => stars?.length === ASPECTS },
    ],
    limit: "M-EVALUATION",
    sets: ["evaluatedAt", "stars"],
  },
  { event: "ARCHIVE", from: [EVALUATED], to: ARCHIVED, actors: ["OWNER"], guards: [settled] },
];

const ends: readonly Step[] = [
  {
    event: "DISPUTE",
    from: [SELECTED, IN_PUBLICITY, CONTRACTED, IN_SERVICE, DELIVERED, ACCEPTED],
    to: DISPUTED,
    actors: ["OFFICER"],
    guards: [
      { reason: "OBJECTION_NEEDED", en: "an objection that was taken up", holds: ({ objectionOpen }) => objectionOpen },
    ],
    sets: ["disputedAt", "stateReason"],
  },
  {
    event: "REJECT_OBJECTION",
    from: [DISPUTED],
    to: IN_PUBLICITY,
    actors: ["OFFICER"],
    guards: [
      settled,
      { reason: "CONTRACT_SIGNED", en: "no contract yet", holds: ({ contractNo }) => !isStated(contractNo) },
    ],
  },
  { event: "SETTLE", from: [DISPUTED], to: IN_SERVICE, actors: ["OFFICER"], guards: [settled, contract] },
  {
    event: "CANCEL",
    from: [DRAFT, UNDER_PUBLIC_NOTICE, SUSPENDED, IN_PUBLICITY, DISPUTED],
    to: CANCELLED,
    actors: ["OWNER"],
    guards: [REASONS_TOLD],
    sets: ["stateReason"],
  },
];

/** Life of an intermediary procurement. */
export const INTERMEDIARY_PROCUREMENT = defineMachine<MarketState, MarketEvent, MarketGuardFacts>({
  name: "MarketState",
  title: "Intermediary procurement 中介服务项目",
  states: MARKET_STATES,
  initial: DRAFT,
  transitions: [...bidding, ...contracting, ...ends].map((step) => ({ ...step, basis: BASIS })),
});
