/** The machine of a budget allotment (预算法 第五十二条, L19): drafted, issued, received, divided, paid out, changed meanwhile, closed, and open again where money comes back. Pure. */
import { basisOfLimit, basisOfProcedure, type Fen } from "../../../platform/domain/index.js";
import { describeEnum } from "../../../platform/graphql/enum.js";
import {
  defineMachine,
  describedStates,
  REASONS_TOLD,
  type Guard,
  type Transition,
} from "../../../platform/machine/index.js";

/** State of an allotment. */
export enum AllotmentState {
  DRAFT = "DRAFT",
  ISSUED = "ISSUED",
  RECEIVED = "RECEIVED",
  DECOMPOSED = "DECOMPOSED",
  IN_EXECUTION = "IN_EXECUTION",
  CLOSED = "CLOSED",
}

/** What happens to an allotment. */
export type AllotmentEvent =
  "ISSUE" | "RECEIVE" | "DIVIDE" | "EXECUTE" | "RECALL" | "RECLAIM" | "ADJUST" | "CARRY_OVER" | "CLOSE" | "REOPEN";

/** What its guards look at. Whether the money suffices is no guard: the ledger says it, under its locks (decision 87). */
export interface AllotmentGuardFacts {
  readonly today: string;
  readonly fiscalYear: number;
  /** True where its money was carried over into its year. */
  readonly carriedIn: boolean;
  /** What is held of it once the event has happened. */
  readonly held: Fen;
  readonly reasons?: string;
}

type Step = Transition<AllotmentState, AllotmentEvent, AllotmentGuardFacts>;

const ISSUE = basisOfLimit("L19-GENERAL");
const EXECUTION = basisOfProcedure("BUDGET-EXECUTION");
const { DRAFT, ISSUED, RECEIVED, DECOMPOSED, IN_EXECUTION, CLOSED } = AllotmentState;

/** States in which the receiver holds the money. */
const HELD = [RECEIVED, DECOMPOSED, IN_EXECUTION] as const;

/** What may happen while the receiver holds the money, and leaves the state as it is. */
const meanwhile = (step: Pick<Step, "event" | "basis" | "guards">): Step[] =>
  HELD.map((state) => ({ ...step, from: [state], to: state, actors: ["OFFICER"] }));

const YEAR_ENDED: Guard<AllotmentGuardFacts> = {
  reason: "YEAR_RUNS",
  en: "the last day of its fiscal year has come",
  holds: ({ today, fiscalYear }) => today >= `${fiscalYear}-12-31`,
};

/** True where the year after its own is over, too: what is left of it is surplus and taken back (预算法 第四十二条). */
export const isSurplus = (fiscalYear: number, today: string): boolean => fiscalYear + 1 < Number(today.slice(0, 4));

/** Surplus goes back into the budget, and not to somebody new. */
const NO_SURPLUS: Guard<AllotmentGuardFacts> = {
  reason: "YEAR_OVER",
  en: "its year or the next one runs: what is left after both is surplus and taken back",
  holds: ({ today, fiscalYear }) => !isSurplus(fiscalYear, today),
};

/** What was not used up in two years running is surplus, which goes back into the budget (预算法 第四十二条). */
const NOT_CARRIED_BEFORE: Guard<AllotmentGuardFacts> = {
  reason: "CARRIED_BEFORE",
  en: "it was not carried over before: what is left after two years is surplus and taken back",
  holds: ({ carriedIn }) => !carriedIn,
};

const NOTHING_HELD: Guard<AllotmentGuardFacts> = {
  reason: "BALANCE_LEFT",
  en: "nothing of it is held any more",
  holds: ({ held }) => held === 0n,
};

/** Life of an allotment. */
export const ALLOTMENT = defineMachine<AllotmentState, AllotmentEvent, AllotmentGuardFacts>({
  name: "AllotmentState",
  title: "Budget allotment 预算指标",
  states: {
    DRAFT: { zh: "草案", en: "Being drafted; not public" },
    ISSUED: { zh: "已下达", en: "Issued" },
    RECEIVED: { zh: "已接收", en: "Received" },
    DECOMPOSED: { zh: "已分解", en: "Divided among those below" },
    IN_EXECUTION: { zh: "执行中", en: "Being paid out" },
    CLOSED: { zh: "已结清", en: "Closed" },
  },
  initial: DRAFT,
  transitions: [
    {
      ...{ event: "ISSUE", from: [DRAFT], to: ISSUED, actors: ["OFFICER"], guards: [NO_SURPLUS] },
      ...{ basis: ISSUE, limit: "L19", sets: ["issuedOn"] },
    },
    { event: "RECEIVE", from: [ISSUED], to: RECEIVED, actors: ["OFFICER"], basis: ISSUE, sets: ["receivedOn"] },
    { event: "DIVIDE", from: [RECEIVED, DECOMPOSED], to: DECOMPOSED, actors: ["OFFICER"], basis: ISSUE },
    { event: "DIVIDE", from: [IN_EXECUTION], to: IN_EXECUTION, actors: ["OFFICER"], basis: ISSUE },
    // The lowest level has nobody to divide among.
    { event: "EXECUTE", from: HELD, to: IN_EXECUTION, actors: ["OFFICER"], basis: EXECUTION },
    ...meanwhile({ event: "RECALL", basis: EXECUTION, guards: [REASONS_TOLD] }),
    ...meanwhile({ event: "RECLAIM", basis: EXECUTION, guards: [REASONS_TOLD] }),
    ...meanwhile({ event: "ADJUST", basis: basisOfProcedure("BUDGET-ADDITION"), guards: [REASONS_TOLD] }),
    ...meanwhile({
      event: "CARRY_OVER",
      basis: basisOfProcedure("BUDGET-CARRYING-OVER"),
      guards: [YEAR_ENDED, NOT_CARRIED_BEFORE],
    }),
    {
      event: "CLOSE",
      from: HELD,
      to: CLOSED,
      actors: ["OFFICER"],
      guards: [NOTHING_HELD],
      basis: basisOfProcedure("BUDGET-CLOSING"),
    },
    // A payment came back, or money of an allotment below is taken back.
    {
      event: "REOPEN",
      from: [CLOSED],
      to: IN_EXECUTION,
      actors: ["OFFICER"],
      guards: [REASONS_TOLD],
      basis: EXECUTION,
    },
  ],
});

describeEnum(AllotmentState, ALLOTMENT.name, "State of an allotment (指标状态).", describedStates(ALLOTMENT));
