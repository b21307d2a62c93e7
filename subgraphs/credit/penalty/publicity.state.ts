/** States and events of a penalty's publicity (公示), and what the guards of its machine look at. Pure. */
import { describeEnum } from "../../../platform/graphql/enum.js";
import { describedStates, type StateTerm } from "../../../platform/machine/index.js";
import type { LeastPublicityFacts } from "../repair-rules/least-publicity.js";

/** Where publicity stands. */
export enum PublicityState {
  NOT_PUBLISHED = "NOT_PUBLISHED",
  PUBLISHED = "PUBLISHED",
  SHIELDED = "SHIELDED",
  REPAIRED = "REPAIRED",
  EXPIRED = "EXPIRED",
  WITHDRAWN = "WITHDRAWN",
}

/** Their terms. */
export const PUBLICITY_STATES: Readonly<Record<PublicityState, StateTerm>> = {
  NOT_PUBLISHED: { zh: "未公示", en: "Not published" },
  PUBLISHED: { zh: "公示中", en: "In publicity" },
  SHIELDED: {
    zh: "重整期间暂时屏蔽",
    en: "Kept back while a reorganisation plan is carried out that a court approved",
  },
  REPAIRED: { zh: "已修复", en: "Repaired; publicity and sharing ended" },
  EXPIRED: { zh: "公示期满", en: "Publicity ended by time" },
  WITHDRAWN: { zh: "已撤回", en: "Withdrawn because the decision was revoked or changed", terminal: true },
};

describeEnum(
  PublicityState,
  "PublicityState",
  "Where publicity stands on the day of the request (公示状态).",
  describedStates({ states: PUBLICITY_STATES }),
);

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
