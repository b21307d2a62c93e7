/** What authority and time do with a penalty's publicity: publish, serve, revoke, withdraw, expire (L12, L14, L23). Pure. */
import { basisOfLimit, basisOfProcedure } from "../../../platform/domain/index.js";
import { isStated, REASONS_TOLD, type Transition } from "../../../platform/machine/index.js";
import { PublicityState, type PublicityEvent, type PublicityGuardFacts } from "./publicity.state.js";

type Step = Transition<PublicityState, PublicityEvent, PublicityGuardFacts>;
const { NOT_PUBLISHED, PUBLISHED, SHIELDED, REPAIRED, EXPIRED, WITHDRAWN } = PublicityState;

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

const expire: Step = {
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
  basis: basisOfProcedure("CREDIT-REPAIR"),
  limit: "L23",
};

const withdraw: Step = {
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
};

/** Publication and service. */
export const PUBLISHING: readonly Step[] = [publish, ...[NOT_PUBLISHED, PUBLISHED].map(serveIn)];

/** How publicity ends but by repair, and what a withdrawal rests on. */
export const ENDING: readonly Step[] = [
  expire,
  withdraw,
  ...[NOT_PUBLISHED, PUBLISHED, SHIELDED, REPAIRED, EXPIRED].map(revokedIn),
];
