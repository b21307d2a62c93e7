/** The machine of repair (信用修复管理办法, L24): applied for, accepted, decided by who made the finding, revoked where it was false. Pure. */
import { basisOfProcedure } from "../../../platform/domain/index.js";
import { describeEnum } from "../../../platform/graphql/enum.js";
import { defineMachine, describedStates, REASONS_TOLD } from "../../../platform/machine/index.js";
import { EvidenceKind } from "./repair-case.enums.js";

/** Where a repair case stands. */
export enum RepairState {
  APPLIED = "APPLIED",
  ACCEPTED = "ACCEPTED",
  REJECTED = "REJECTED",
  DONE = "DONE",
  REVOKED = "REVOKED",
}

/** What happens to a repair case. */
export type RepairEvent = "ACCEPT" | "REJECT" | "REPAIR" | "TELL" | "REVOKE";

/** What its guards look at. */
export interface RepairGuardFacts {
  readonly today: string;
  /** First day after the least publicity; absent where a false repair bars another. */
  readonly eligibleOn?: string;
  readonly evidence: readonly EvidenceKind[];
  /** Credit codes of the authority that made the finding, and of the one that decides. */
  readonly findingAuthority: string;
  readonly decidingAuthority: string;
  readonly reasons?: string;
  /** True where the repair was found to rest on false statements. */
  readonly foundFalse: boolean;
}

const BASIS = basisOfProcedure("CREDIT-REPAIR");
const { APPLIED, ACCEPTED, REJECTED, DONE, REVOKED } = RepairState;

/** Life of a repair case. */
export const REPAIR = defineMachine<RepairState, RepairEvent, RepairGuardFacts>({
  name: "RepairState",
  title: "Repair of credit 信用修复",
  states: {
    APPLIED: { zh: "已申请", en: "Applied for" },
    ACCEPTED: { zh: "已受理", en: "Accepted; the finding authority decides" },
    REJECTED: { zh: "不予受理或不予修复", en: "Not accepted, or refused", terminal: true },
    DONE: { zh: "已修复", en: "Repaired: publicity and sharing ended, measures lifted" },
    REVOKED: {
      zh: "已撤销修复",
      en: "Found false: published again, a new application is barred",
      terminal: true,
    },
  },
  initial: APPLIED,
  transitions: [
    {
      event: "ACCEPT",
      from: [APPLIED],
      to: ACCEPTED,
      actors: ["OFFICER"],
      guards: [
        {
          reason: "LEAST_PUBLICITY_RUNS",
          en: "the least publicity is over",
          holds: ({ today, eligibleOn }) => eligibleOn !== undefined && today >= eligibleOn,
        },
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
    {
      event: "REJECT",
      from: [APPLIED],
      to: REJECTED,
      actors: ["OFFICER"],
      guards: [REASONS_TOLD],
      basis: BASIS,
      limit: "L24-ACCEPTANCE",
      sets: ["decidedOn", "decision"],
    },
    {
      event: "REPAIR",
      from: [ACCEPTED],
      to: DONE,
      actors: ["OFFICER"],
      guards: [
        {
          reason: "FINDING_AUTHORITY_DECIDES",
          en: "the authority that made the finding decides",
          holds: ({ findingAuthority, decidingAuthority }) => findingAuthority === decidingAuthority,
        },
      ],
      basis: BASIS,
      limit: "L24-FEEDBACK",
      sets: ["decidedOn", "decision"],
    },
    {
      event: "REJECT",
      from: [ACCEPTED],
      to: REJECTED,
      actors: ["OFFICER"],
      guards: [REASONS_TOLD],
      basis: BASIS,
      limit: "L24-FEEDBACK",
      sets: ["decidedOn", "decision"],
    },
    {
      event: "TELL",
      from: [REJECTED],
      to: REJECTED,
      actors: ["OFFICER"],
      basis: BASIS,
      limit: "L24-FEEDBACK",
      sets: ["feedbackOn"],
    },
    {
      event: "TELL",
      from: [DONE],
      to: DONE,
      actors: ["OFFICER"],
      basis: BASIS,
      limit: "L24-FEEDBACK",
      sets: ["feedbackOn"],
    },
    {
      event: "REVOKE",
      from: [DONE],
      to: REVOKED,
      actors: ["OFFICER"],
      guards: [{ reason: "REPAIR_NOT_FALSE", en: "the repair is found false", holds: ({ foundFalse }) => foundFalse }],
      basis: BASIS,
    },
  ],
});

describeEnum(RepairState, REPAIR.name, "Where a repair case stands (信用修复状态).", describedStates(REPAIR));
