/** The machine of a commitment (信用承诺): open until the authority that took it verifies whether it was kept. Pure. */
import { addDays, basisOfProcedure, type LocalDate } from "../../../platform/domain/index.js";
import { describeEnum } from "../../../platform/graphql/enum.js";
import { defineMachine, describedStates, REASONS_TOLD, type Transition } from "../../../platform/machine/index.js";

/** Whether a commitment was kept. */
export enum Fulfilment {
  PENDING = "PENDING",
  FULFILLED = "FULFILLED",
  BROKEN = "BROKEN",
}

/** What happens to a commitment. */
export type CommitmentEvent = "KEEP" | "BREAK" | "REOPEN";

/** What its guards look at. */
export interface CommitmentGuardFacts {
  readonly today: LocalDate;
  /** Last day on which what is promised may still be done; absent where a promise is broken on any day, as one of truth. */
  readonly doableUntil?: LocalDate;
  readonly reasons?: string;
}

const BASIS = basisOfProcedure("COMMITMENT");
const { PENDING, FULFILLED, BROKEN } = Fulfilment;
type Step = Transition<Fulfilment, CommitmentEvent, CommitmentGuardFacts>;

const reopenFrom = (state: Fulfilment): Step => ({
  event: "REOPEN",
  from: [state],
  to: PENDING,
  actors: ["OFFICER"],
  guards: [REASONS_TOLD],
  basis: BASIS,
});

/** Life of a commitment. */
export const COMMITMENT = defineMachine<Fulfilment, CommitmentEvent, CommitmentGuardFacts>({
  name: "Fulfilment",
  title: "Commitment 信用承诺",
  states: {
    PENDING: { zh: "履行中", en: "Not yet verified" },
    FULFILLED: { zh: "已履行", en: "Kept" },
    BROKEN: { zh: "违反承诺", en: "Broken" },
  },
  initial: PENDING,
  transitions: [
    {
      event: "KEEP",
      from: [PENDING],
      to: FULFILLED,
      actors: ["OFFICER"],
      basis: BASIS,
      sets: ["verifiedOn", "verifiedById"],
    },
    {
      event: "BREAK",
      from: [PENDING],
      to: BROKEN,
      actors: ["OFFICER"],
      guards: [
        REASONS_TOLD,
        {
          reason: "PROMISE_RUNS",
          en: "the day by which it is to be kept is past",
          holds: ({ today, doableUntil }) => doableUntil === undefined || today > doableUntil,
          earliest: ({ doableUntil }) => doableUntil && addDays(doableUntil, 1),
        },
      ],
      basis: BASIS,
      sets: ["verifiedOn", "verifiedById"],
    },
    ...[FULFILLED, BROKEN].map(reopenFrom),
  ],
});

describeEnum(Fulfilment, COMMITMENT.name, "Whether a commitment was kept (履行状态).", describedStates(COMMITMENT));
