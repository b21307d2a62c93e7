/** The machine of an intermediary procurement: told by public notice, bid for sealed, selected, contracted, delivered, evaluated. Pure. */
import { basisOfProcedure } from "../../../platform/domain/index.js";
import { defineMachine, REASONS_TOLD, type Transition } from "../../../platform/machine/index.js";
import { BIDDING_GUARDS, CONTRACT_GUARDS, disputedIn } from "./intermediary-procurement.guards.js";
import {
  MARKET_STATES,
  MarketState,
  type MarketEvent,
  type MarketGuardFacts,
} from "./intermediary-procurement.state.js";

const { DRAFT, UNDER_PUBLIC_NOTICE, SUSPENDED, SELECTED, IN_PUBLICITY, CONTRACTED, IN_SERVICE } = MarketState;
const { DELIVERED, ACCEPTED, EVALUATED, ARCHIVED, FAILED, CANCELLED, DISPUTED } = MarketState;
const { listed, belowThreshold, closingDay, longEnough, sourceNamed, sourceToCome, running, sealed } = BIDDING_GUARDS;
const { admitted, unrelated, creditworthy, suspensionOver, closed, revealed, enough, opened } = BIDDING_GUARDS;
const { rightPayer, valueKnown, selected, tooFew } = BIDDING_GUARDS;
const { drawProof, contract, noContract, ceiling, asBid, inTime, deliverable, stars, settled } = CONTRACT_GUARDS;
const { lapsed, winnerStands, reply, firstReply, tookPart, objectedOnce, noParty } = CONTRACT_GUARDS;

type Step = Omit<Transition<MarketState, MarketEvent, MarketGuardFacts>, "basis">;

const BASIS = basisOfProcedure("MARKET");

const bidding: readonly Step[] = [
  { event: "EDIT", from: [DRAFT], to: DRAFT, actors: ["OWNER"] },
  {
    event: "GIVE_PUBLIC_NOTICE",
    from: [DRAFT],
    to: UNDER_PUBLIC_NOTICE,
    actors: ["OWNER"],
    guards: [listed, rightPayer, belowThreshold, closingDay, longEnough, sourceNamed, sourceToCome],
    sets: ["publicNoticeAt", "closesAt"],
  },
  {
    // Asked of the project, and never a step of it: its version would tell how many bids there are.
    event: "BID",
    from: [UNDER_PUBLIC_NOTICE],
    to: UNDER_PUBLIC_NOTICE,
    actors: ["FIRM"],
    guards: [closingDay, running, sealed, admitted, unrelated, creditworthy],
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
    guards: [suspensionOver, longEnough],
  },
  {
    event: "OPEN_BIDS",
    from: [UNDER_PUBLIC_NOTICE],
    to: UNDER_PUBLIC_NOTICE,
    actors: ["OWNER"],
    guards: [sealed, closed, revealed, enough],
    sets: ["openedAt"],
  },
  {
    event: "SELECT",
    from: [UNDER_PUBLIC_NOTICE],
    to: SELECTED,
    actors: ["OWNER"],
    guards: [opened, enough, valueKnown, selected],
    limit: "M-PUBLIC-NOTICE",
    sets: ["selectedAt", "selectedId"],
  },
  {
    event: "FAIL",
    from: [UNDER_PUBLIC_NOTICE],
    to: FAILED,
    actors: ["OWNER", "TIME"],
    guards: [sealed, closed, revealed, tooFew],
    sets: ["stateReason"],
  },
];

const contracting: readonly Step[] = [
  { event: "OPEN_PUBLICITY", from: [SELECTED], to: IN_PUBLICITY, actors: ["OWNER"], guards: [drawProof] },
  {
    event: "SIGN",
    from: [IN_PUBLICITY],
    to: CONTRACTED,
    actors: ["OWNER"],
    guards: [contract, ceiling, asBid, inTime, winnerStands, settled],
    limit: "M-CONTRACT",
    sets: ["contractNo", "signedAt"],
  },
  {
    // No contract can be signed any more: neither owner nor firm waits for one.
    event: "LAPSE",
    from: [SELECTED, IN_PUBLICITY],
    to: CANCELLED,
    actors: ["TIME"],
    guards: [lapsed, settled],
    limit: "M-CONTRACT",
    sets: ["stateReason"],
  },
  { event: "BEGIN", from: [CONTRACTED], to: IN_SERVICE, actors: ["FIRM"] },
  {
    event: "DELIVER",
    from: [IN_SERVICE],
    to: DELIVERED,
    actors: ["FIRM"],
    guards: [deliverable],
    sets: ["deliveredAt", "deliverableHash"],
  },
  { event: "ACCEPT", from: [DELIVERED], to: ACCEPTED, actors: ["OWNER"], sets: ["acceptedAt"] },
  {
    event: "EVALUATE",
    from: [ACCEPTED],
    to: EVALUATED,
    actors: ["OWNER"],
    guards: [stars],
    limit: "M-EVALUATION",
    sets: ["evaluatedAt", "stars"],
  },
  {
    event: "REPLY",
    from: [EVALUATED],
    to: EVALUATED,
    actors: ["FIRM"],
    guards: [reply, firstReply],
    sets: ["reply"],
  },
  { event: "ARCHIVE", from: [EVALUATED], to: ARCHIVED, actors: ["OWNER"], guards: [settled] },
];

/** A dispute about a contract ends where it began: what was delivered is not delivered anew. No party decides it. */
const settlements: readonly Step[] = (
  [
    ["SETTLE_AS_CONTRACTED", CONTRACTED],
    ["SETTLE_AS_IN_SERVICE", IN_SERVICE],
    ["SETTLE_AS_DELIVERED", DELIVERED],
    ["SETTLE_AS_ACCEPTED", ACCEPTED],
  ] as const
).map(([event, state]) => ({
  event,
  from: [DISPUTED],
  to: state,
  actors: ["OFFICER", "SUPERVISOR"],
  guards: [contract, disputedIn(state), noParty, REASONS_TOLD],
}));

const ends: readonly Step[] = [
  {
    // Nothing goes on until it is answered.
    event: "OBJECT",
    from: [IN_PUBLICITY],
    to: DISPUTED,
    actors: ["FIRM"],
    guards: [tookPart, objectedOnce, REASONS_TOLD],
    sets: ["disputedAt", "stateReason"],
  },
  {
    event: "DISPUTE",
    from: [CONTRACTED, IN_SERVICE, DELIVERED, ACCEPTED],
    to: DISPUTED,
    actors: ["OWNER", "FIRM"],
    guards: [REASONS_TOLD],
    sets: ["disputedAt", "stateReason"],
  },
  {
    // Publicity begins once more from the selection, with all that it needs.
    event: "REJECT_OBJECTION",
    from: [DISPUTED],
    to: SELECTED,
    actors: ["OFFICER", "SUPERVISOR"],
    guards: [noContract, noParty, REASONS_TOLD],
  },
  {
    // The selection is void, and the project with it: the same bids would give the same selection.
    event: "UPHOLD_OBJECTION",
    from: [DISPUTED],
    to: CANCELLED,
    actors: ["OFFICER", "SUPERVISOR"],
    guards: [noContract, noParty, REASONS_TOLD],
    sets: ["stateReason"],
  },
  ...settlements,
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
