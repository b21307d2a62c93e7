/** The machine of repair (信用修复管理办法, L24): applied for, accepted, decided by who made the finding, revoked where it was false. Pure. */
import { basisOfProcedure } from "../../../platform/domain/index.js";
import { describeEnum } from "../../../platform/graphql/enum.js";
import {
  defineMachine,
  describedStates,
  isStated,
  REASONS_TOLD,
  REMEDY_TOLD,
  type Guard,
  type Transition,
} from "../../../platform/machine/index.js";
import { LEAST_PUBLICITY, type LeastPublicityFacts } from "../repair-rules/least-publicity.js";
import { EvidenceKind } from "./repair-case.enums.js";

/** Where a repair case stands. */
export enum RepairState {
  APPLIED = "APPLIED",
  ACCEPTED = "ACCEPTED",
  REJECTED = "REJECTED",
  WITHDRAWN = "WITHDRAWN",
  DONE = "DONE",
  REVOKED = "REVOKED",
}

/** What happens to a repair case. */
export type RepairEvent = "ACCEPT" | "REJECT" | "EXTEND" | "REPAIR" | "WITHDRAW" | "TELL" | "FIND_FALSE" | "REVOKE";

/** What its guards look at. */
export interface RepairGuardFacts extends LeastPublicityFacts {
  readonly evidence: readonly EvidenceKind[];
  /** Credit codes of the authority that made the finding, and of the one that decides. */
  readonly findingAuthority: string;
  readonly decidingAuthority: string;
  readonly reasons?: string;
  readonly remedy?: string;
  /** True where its limit was extended before. */
  readonly extended: boolean;
  /** True where the outcome was told before. */
  readonly told: boolean;
  /** Number of the document by which the authority found that the repair rests on false statements, as it is recorded. */
  readonly findingNo?: string;
}

const BASIS = basisOfProcedure("CREDIT-REPAIR");
const { APPLIED, ACCEPTED, REJECTED, WITHDRAWN, DONE, REVOKED } = RepairState;
type Step = Transition<RepairState, RepairEvent, RepairGuardFacts>;

/** Who found decides (谁认定、谁修复). */
const FINDER_DECIDES: Guard<RepairGuardFacts> = {
  reason: "FINDING_AUTHORITY_DECIDES",
  en: "the authority that made the finding decides",
  holds: ({ findingAuthority, decidingAuthority }) => findingAuthority === decidingAuthority,
};

const rejectFrom = (from: RepairState, limit: string): Step => ({
  event: "REJECT",
  from: [from],
  to: REJECTED,
  actors: ["OFFICER"],
  guards: [FINDER_DECIDES, REASONS_TOLD, REMEDY_TOLD],
  basis: BASIS,
  limit,
  sets: ["decidedOn", "decision", "remedy"],
});

const tellIn = (state: RepairState): Step => ({
  event: "TELL",
  from: [state],
  to: state,
  actors: ["OFFICER"],
  guards: [{ reason: "TOLD_BEFORE", en: "the outcome is not told yet", holds: ({ told }) => !told }],
  basis: BASIS,
  limit: "L24-FEEDBACK",
  sets: ["feedbackOn"],
});

const toDecision: readonly Step[] = [
  {
    event: "ACCEPT",
    from: [APPLIED],
    to: ACCEPTED,
    actors: ["OFFICER"],
    guards: [
      LEAST_PUBLICITY,
      {
        reason: "PERFORMANCE_PROOF_NEEDED",
        en: "proof of the performed duty",
        holds: ({ evidence }) => evidence.includes(EvidenceKind.PERFORMANCE_PROOF),
      },
      {
        reason: "COMMITMENT_NEEDED",
        en: "a commitment letter",
        holds: ({ evidence }) => evidence.includes(EvidenceKind.COMMITMENT_LETTER),
      },
    ],
    basis: BASIS,
    limit: "L24-ACCEPTANCE",
    sets: ["acceptedOn"],
  },
  rejectFrom(APPLIED, "L24-ACCEPTANCE"),
  { event: "WITHDRAW", from: [APPLIED, ACCEPTED], to: WITHDRAWN, actors: ["SUBJECT"], basis: BASIS },
  {
    event: "REPAIR",
    from: [ACCEPTED],
    to: DONE,
    actors: ["OFFICER"],
    guards: [FINDER_DECIDES],
    basis: BASIS,
    limit: "L24-FEEDBACK",
    sets: ["decidedOn", "decision"],
  },
  rejectFrom(ACCEPTED, "L24-FEEDBACK"),
  {
    event: "EXTEND",
    from: [ACCEPTED],
    to: ACCEPTED,
    actors: ["OFFICER"],
    guards: [
      FINDER_DECIDES,
      REASONS_TOLD,
      { reason: "EXTENDED_BEFORE", en: "it was not extended before", holds: ({ extended }) => !extended },
    ],
    basis: BASIS,
  },
];

const afterDecision: readonly Step[] = [
  tellIn(REJECTED),
  tellIn(DONE),
  {
    event: "FIND_FALSE",
    from: [DONE],
    to: DONE,
    actors: ["OFFICER"],
    guards: [
      FINDER_DECIDES,
      REASONS_TOLD,
      { reason: "DOCUMENT_NEEDED", en: "number of the finding", holds: ({ findingNo }) => isStated(findingNo) },
    ],
    basis: BASIS,
    sets: ["foundFalseOn", "findingNo"],
  },
  {
    event: "REVOKE",
    from: [DONE],
    to: REVOKED,
    actors: ["OFFICER"],
    guards: [
      FINDER_DECIDES,
      { reason: "REPAIR_NOT_FALSE", en: "the repair is found false", holds: ({ findingNo }) => isStated(findingNo) },
    ],
    basis: BASIS,
  },
];

/** Life of a repair case. */
export const REPAIR = defineMachine<RepairState, RepairEvent, RepairGuardFacts>({
  name: "RepairState",
  title: "Repair of credit 信用修复",
  states: {
    APPLIED: { zh: "已申请", en: "Applied for" },
    ACCEPTED: { zh: "已受理", en: "Accepted; the finding authority decides" },
    REJECTED: { zh: "不予受理或不予修复", en: "Not accepted, or refused", terminal: true },
    WITHDRAWN: { zh: "已撤回", en: "Taken back by the applicant before it was decided", terminal: true },
    DONE: { zh: "已修复", en: "Repaired: publicity and sharing ended, measures lifted" },
    REVOKED: {
      zh: "已撤销修复",
      en: "Found false: published again, a new application is barred",
      terminal: true,
    },
  },
  initial: APPLIED,
  transitions: [...toDecision, ...afterDecision],
});

describeEnum(RepairState, REPAIR.name, "Where a repair case stands (信用修复状态).", describedStates(REPAIR));
