/** What repair does to a penalty's publicity: applied for, repaired, kept back during a reorganisation, published again (信用修复管理办法). Pure. */
import { basisOfProcedure } from "../../../platform/domain/index.js";
import type { Transition } from "../../../platform/machine/index.js";
import { LEAST_PUBLICITY } from "../repair-rules/least-publicity.js";
import { PublicityState, type PublicityEvent, type PublicityGuardFacts } from "./publicity.state.js";

type Step = Transition<PublicityState, PublicityEvent, PublicityGuardFacts>;
const REPAIR_RULES = basisOfProcedure("CREDIT-REPAIR");
const { PUBLISHED, SHIELDED, REPAIRED } = PublicityState;

/** The application begins a case of its own and leaves the penalty as it is: who reads the public record learns nothing of it. */
const applyIn = (state: PublicityState): Step => ({
  event: "APPLY_FOR_REPAIR",
  from: [state],
  to: state,
  actors: ["SUBJECT"],
  guards: [
    LEAST_PUBLICITY,
    { reason: "REPAIR_RUNS", en: "no other application is open", holds: ({ repairRuns }) => !repairRuns },
  ],
  basis: REPAIR_RULES,
});

const repair: Step = {
  event: "REPAIR",
  from: [PUBLISHED, SHIELDED],
  to: REPAIRED,
  actors: ["OFFICER"],
  guards: [
    LEAST_PUBLICITY,
    {
      reason: "REPAIR_DECISION_NEEDED",
      en: "a decision of the authority to repair",
      holds: ({ repairDecided }) => repairDecided,
    },
  ],
  basis: REPAIR_RULES,
  sets: ["repairedOn"],
};

const shielding: readonly Step[] = [
  {
    event: "SHIELD",
    from: [PUBLISHED],
    to: SHIELDED,
    actors: ["OFFICER"],
    guards: [
      {
        reason: "PLAN_NEEDED",
        en: "a reorganisation plan is carried out that a court approved",
        holds: ({ planCarriedOut }) => planCarriedOut,
      },
    ],
    basis: REPAIR_RULES,
    sets: ["shieldedFrom"],
  },
  {
    event: "UNSHIELD",
    from: [SHIELDED],
    to: PUBLISHED,
    actors: ["OFFICER", "TIME"],
    guards: [
      {
        reason: "PLAN_CARRIED_OUT",
        en: "the plan is carried out no more",
        holds: ({ planCarriedOut }) => !planCarriedOut,
      },
    ],
    basis: REPAIR_RULES,
    sets: ["shieldedTo"],
  },
];

const republish: Step = {
  event: "REPUBLISH",
  from: [REPAIRED],
  to: PUBLISHED,
  actors: ["OFFICER"],
  guards: [
    {
      reason: "REPAIR_NOT_FALSE",
      en: "the repair is found false",
      holds: ({ repairFoundFalse }) => repairFoundFalse,
    },
  ],
  basis: REPAIR_RULES,
  sets: ["republishedOn"],
};

/** Repair and the shield of a reorganisation. */
export const REPAIRING: readonly Step[] = [...[PUBLISHED, SHIELDED].map(applyIn), repair, ...shielding, republish];
