/** States of a case with their terms, what happens to it, and what the guards of its machine look at. Pure. */
import { describeEnum } from "../../../platform/graphql/enum.js";
import { describedStates, type StateTerm } from "../../../platform/machine/index.js";

/** State of a case. */
export enum CaseState {
  DRAFT = "DRAFT",
  SUBMITTED = "SUBMITTED",
  RECEIVED = "RECEIVED",
  CORRECTION = "CORRECTION",
  ACCEPTED = "ACCEPTED",
  NOT_ACCEPTED = "NOT_ACCEPTED",
  REVIEW = "REVIEW",
  SUSPENDED = "SUSPENDED",
  DECIDED = "DECIDED",
  COMPLETED = "COMPLETED",
  DELIVERED = "DELIVERED",
  RATED = "RATED",
  WITHDRAWN = "WITHDRAWN",
  RETURNED = "RETURNED",
  TRANSFERRED = "TRANSFERRED",
  VOID = "VOID",
  ANNULLED = "ANNULLED",
}

/** What happens to a case. */
export type CaseEvent =
  | "EDIT"
  | "SUBMIT"
  | "SUPPLEMENT"
  | "RECEIVE"
  | "ASK_CORRECTION"
  | "CORRECT"
  | "ACCEPT"
  | "REFUSE_ACCEPTANCE"
  | "REVIEW"
  | "SUSPEND"
  | "RESUME"
  | "EXTEND"
  | "DECIDE"
  | "GRANT_ON_COMMITMENT"
  | "CONFIRM_COMMITMENT"
  | "ANNUL"
  | "COMPLETE"
  | "DELIVER"
  | "RATE"
  | "WITHDRAW"
  | "RETURN"
  | "TRANSFER"
  | "VOID";

/** What its guards look at. */
export interface CaseGuardFacts {
  readonly acceptanceNo?: string;
  /** True where the decision grants what was asked for. */
  readonly granted?: boolean;
  readonly reasons?: string;
  /** What was told of review and lawsuit. */
  readonly remedy?: string;
  /** True while a special procedure goes on that stops the clock. */
  readonly openSuspension: boolean;
  /** How often the applicant was told what is missing, how often the limit was extended; 0 where absent. */
  readonly notices?: number;
  readonly extensions?: number;
  /** True where the applicant promised to hand something in later. */
  readonly promised?: boolean;
  /** Names of required materials that were not handed in, and of those promised that have not come. */
  readonly missingMaterials?: readonly string[];
  readonly promisedMaterials?: readonly string[];
  /** Names of materials in whose place the applicant committed (告知承诺); none where absent. */
  readonly committedMaterials?: readonly string[];
  /** True where a commitment of the applicant was found false or not kept before. */
  readonly brokeCommitment?: boolean;
  /** True where a decision that grants rests on the commitment; `commitmentOpen` until it was found kept. */
  readonly restsOnCommitment?: boolean;
  readonly commitmentOpen?: boolean;
  /** True where the head of the agency approved the extension. */
  readonly approvedByHead?: boolean;
}

/** What each state is called. */
export const CASE_STATES: Readonly<Record<CaseState, StateTerm>> = {
  DRAFT: { zh: "草稿", en: "Being written by the applicant, not handed in" },
  SUBMITTED: { zh: "已提交", en: "Handed in" },
  RECEIVED: { zh: "收件", en: "Received by the agency" },
  CORRECTION: { zh: "补正", en: "The applicant was told what is missing; no clock runs" },
  ACCEPTED: { zh: "受理", en: "Accepted; the clock runs" },
  NOT_ACCEPTED: { zh: "不予受理", en: "Not accepted, with reasons and remedy", terminal: true },
  REVIEW: { zh: "审查", en: "Under review" },
  SUSPENDED: { zh: "特别程序", en: "In a special procedure; the clock stands still" },
  DECIDED: { zh: "已决定", en: "Decided, not yet completed" },
  COMPLETED: { zh: "办结", en: "Completed" },
  DELIVERED: { zh: "送达", en: "The result was delivered" },
  RATED: { zh: "已评价", en: "The applicant rated the service" },
  WITHDRAWN: { zh: "撤回", en: "Withdrawn by the applicant", terminal: true },
  RETURNED: { zh: "退件", en: "Returned to the applicant", terminal: true },
  TRANSFERRED: { zh: "转报", en: "Passed on to a higher agency", terminal: true },
  VOID: { zh: "作废", en: "Void", terminal: true },
  ANNULLED: {
    zh: "已撤销",
    en: "The decision was annulled: the commitment on which it rests was false or not kept",
    terminal: true,
  },
};

describeEnum(CaseState, "CaseState", "State of a case (办件状态).", describedStates({ states: CASE_STATES }));
