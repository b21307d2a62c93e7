/** The machine of a penalty's publicity (信用修复管理办法, L12, L14, L23); on which state a day falls is computed in penalty.status.ts. Pure. */
import { basisOfLimit, basisOfProcedure } from "../../../platform/domain/index.js";
import { describeEnum } from "../../../platform/graphql/enum.js";
import {
  defineMachine,
  describedStates,
  isStated,
  REASONS_TOLD,
  type Transition,
} from "../../../platform/machine/index.js";
import { LEAST_PUBLICITY, type LeastPublicityFacts } from "../repair-rules/least-publicity.js";

/** Where publicity stands. */
export enum PublicityState {
  NOT_PUBLISHED = "NOT_PUBLISHED",
  PUBLISHED = "PUBLISHED",
  SHIELDED = "SHIELDED",
  REPAIRED = "REPAIRED",
  EXPIRED = "EXPIRED",
  WITHDRAWN = "WITHDRAWN",
}

/** What happens to publicity. */
export type PublicityEvent =
  | "PUBLISH"
  | "SERVE"
  | "REVOKE_DECISION"
  | "SHIELD"
  | "UNSHIELD"
  | "APPLY_FOR_REPAIR"
  | "REPAIR"
  | "REPUBLISH"
  | "EXPIRE"
  | "WITHDRAW";

/** What its guards look at. */
export interface PublicityGuardFacts extends LeastPublicityFacts {
  /** True for records that a law seals. */
  readonly sealed: boolean;
  /** True where the rule of its severity publishes it. */
  readonly rulePublishes: boolean;
  /** Last day of publicity; absent while there is none, because the duty is known not to be performed. */
  readonly publicityUntil?: string;
  /** True while an application to repair it is open. */
  readonly repairRuns: boolean;
  /** True where a case of repair about it ended with DONE. */
  readonly repairDecided: boolean;
  /** True where that repair was found false. */
  readonly repairFoundFalse: boolean;
  /** True where the notice of repair was served before. */
  readonly noticeServed: boolean;
  /** Day of the decision, and the day on which it is said to have been served with that notice. */
  readonly decisionDate: string;
  readonly servedOn?: string;
  readonly reasons?: string;
  /** Number of the document by which the decision was revoked or changed. */
  readonly revocationNo?: string;
  /** True while a reorganisation plan is carried out that a court approved. */
  readonly planCarriedOut: boolean;
  /** True where it is on record that the decision was revoked or changed. */
  readonly decisionRevoked: boolean;
}

const REPAIR_RULES = basisOfProcedure("CREDIT-REPAIR");
const { NOT_PUBLISHED, PUBLISHED, SHIELDED, REPAIRED, EXPIRED, WITHDRAWN } = PublicityState;
type Step = Transition<PublicityState, PublicityEvent, PublicityGuardFacts>;

const publish: Step = {
  event: "PUBLISH",
  from: [NOT_PUBLISHED],
  to: PUBLISHED,
  actors: ["PUBLISHER"],
  guards: [
    { reason: "SEALED_RECORD", en: "no record that a law seals", holds: ({ sealed }) => !sealed },
    {
      reason: "NOT_TO_BE_PUBLISHED",
      en: "the rule of its severity publishes it",
      holds: ({ rulePublishes }) => rulePublishes,
    },
    { reason: "DECISION_REVOKED", en: "the decision stands", holds: ({ decisionRevoked }) => !decisionRevoked },
  ],
  basis: basisOfLimit("L12"),
  limit: "L12",
  sets: ["publishedOn"],
};

/** The decision is served, and the notice of how it may be repaired with it (两书同达). */
const serveIn = (state: PublicityState): Step => ({
  event: "SERVE",
  from: [state],
  to: state,
  actors: ["OFFICER"],
  guards: [
    { reason: "NOTICE_SERVED", en: "the notice is not served yet", holds: ({ noticeServed }) => !noticeServed },
    {
      reason: "SERVED_DAY",
      en: "it is served on the day of the decision or later, today at the latest",
      holds: ({ today, decisionDate, servedOn }) =>
        servedOn !== undefined && decisionDate <= servedOn && servedOn <= today,
    },
  ],
  basis: basisOfLimit("L14-SERVED"),
  limit: "L14-SERVED",
  sets: ["repairNoticeOn"],
});

/** That a decision was revoked or changed is recorded by its document, by officers; publishers withdraw by that record. */
const revokedIn = (state: PublicityState): Step => ({
  event: "REVOKE_DECISION",
  from: [state],
  to: state,
  actors: ["OFFICER"],
  guards: [
    REASONS_TOLD,
    { reason: "DOCUMENT_NEEDED", en: "number of the revocation", holds: ({ revocationNo }) => isStated(revocationNo) },
  ],
  basis: basisOfLimit("L14"),
  sets: ["revokedOn", "revocationNo"],
});

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

const ends: readonly Step[] = [
  {
    event: "EXPIRE",
    from: [PUBLISHED, SHIELDED],
    to: EXPIRED,
    actors: ["TIME"],
    guards: [
      {
        reason: "PUBLICITY_RUNS",
        en: "the last day of publicity is past",
        holds: ({ today, publicityUntil }) => publicityUntil !== undefined && today > publicityUntil,
      },
    ],
    basis: REPAIR_RULES,
    limit: "L23",
  },
  {
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
  },
  {
    event: "WITHDRAW",
    from: [NOT_PUBLISHED, PUBLISHED, SHIELDED, REPAIRED, EXPIRED],
    to: WITHDRAWN,
    actors: ["PUBLISHER"],
    guards: [
      {
        reason: "DECISION_NOT_REVOKED",
        en: "the decision was revoked or changed",
        holds: ({ decisionRevoked }) => decisionRevoked,
      },
    ],
    basis: basisOfLimit("L14"),
    limit: "L14",
    sets: ["withdrawnOn", "withdrawReason"],
  },
];

/** Life of a penalty's publicity. */
export const PUBLICITY = defineMachine<PublicityState, PublicityEvent, PublicityGuardFacts>({
  name: "PublicityState",
  title: "Publicity of a penalty 公示",
  states: {
    NOT_PUBLISHED: { zh: "未公示", en: "Not published" },
    PUBLISHED: { zh: "公示中", en: "In publicity" },
    SHIELDED: {
      zh: "重整期间暂时屏蔽",
      en: "Kept back while a reorganisation plan is carried out that a court approved",
    },
    REPAIRED: { zh: "已修复", en: "Repaired; publicity and sharing ended" },
    EXPIRED: { zh: "公示期满", en: "Publicity ended by time" },
    WITHDRAWN: { zh: "已撤回", en: "Withdrawn because the decision was revoked or changed", terminal: true },
  },
  initial: NOT_PUBLISHED,
  transitions: [
    publish,
    ...[NOT_PUBLISHED, PUBLISHED].map(serveIn),
    ...[PUBLISHED, SHIELDED].map(applyIn),
    repair,
    ...shielding,
    ...ends,
    ...[NOT_PUBLISHED, PUBLISHED, SHIELDED, REPAIRED, EXPIRED].map(revokedIn),
  ],
  computed:
    "Computed for a day from what happened; time alone ends publicity, unless the duty is known not to be performed and the rule waits for it.",
});

describeEnum(
  PublicityState,
  PUBLICITY.name,
  "Where publicity stands on the day of the request (公示状态).",
  describedStates(PUBLICITY),
);
