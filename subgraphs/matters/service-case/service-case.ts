/** A case and its parts as the domain knows them: no decorator, no row, no I/O. What the graph shows is service-case.type.ts, what is kept as JSON service-case.stored.ts. */
import { limitRule, type LocalDate } from "../../../platform/domain/index.js";
import type { CaseLimit } from "../case-clock/case-clock.js";
import type { StepClock, StepLimit } from "../case-clock/step-clock.js";
import type { ServiceRecipient, TaskType } from "../matter/matter.enums.js";
import {
  SpecialProcedureKind,
  type ApplyChannel,
  type CaseOutcome,
  type CommitmentOutcome,
  type MaterialDelivery,
} from "./service-case.enums.js";
import type { CaseState } from "./service-case.state.js";

/** Kinds whose time does not count, as the rule names them. */
export const PAUSING_KINDS: readonly SpecialProcedureKind[] = Object.values(SpecialProcedureKind).filter((kind) =>
  limitRule("L02").excludes.includes(kind),
);

/** Whose a part is: the same as its case. */
export interface CasePartFacts {
  readonly subject: string;
  readonly agency: string;
  readonly division: string;
}

/** A step of handling as it is recorded. */
export interface RecordedStep {
  /** Such as 受理. */
  readonly name: string;
  /** What was done. */
  readonly event?: string;
  readonly startedOn: LocalDate;
  /** Last day; absent while it goes on. */
  readonly endedOn?: LocalDate;
  readonly opinion?: string;
  /** Officer who handled it. */
  readonly officerName?: string;
}

/** A step with its clock, computed for the day of the request (case-clock/step-clock.ts). */
export interface CaseStep extends RecordedStep, StepClock, CasePartFacts {}

/** A special procedure: an extension, or a span that does not count. */
export interface SpecialProcedure {
  readonly kind: SpecialProcedureKind;
  readonly name: string;
  /** Reason that was told to the applicant. */
  readonly reason?: string;
  readonly from: LocalDate;
  /** Last day; absent while it goes on. */
  readonly to?: LocalDate;
  readonly result?: string;
  /** True if its days do not count (L07). */
  readonly pausesClock: boolean;
  /** Days added by an extension, in the limit's unit. */
  readonly extensionDays?: number;
  /** Who approved an extension. */
  readonly approver?: string;
}

/** A material that was handed in. */
export interface CaseMaterial {
  readonly name: string;
  readonly delivery?: MaterialDelivery;
  readonly copies?: number;
  /** Id of the file that the case holds of it. */
  readonly attachedId?: string;
}

/** The result. */
export interface CaseResult {
  readonly outcome: CaseOutcome;
  readonly decidedOn?: LocalDate;
  /** Name of what is issued. */
  readonly resultName?: string;
  readonly reasons?: string;
  /** Remedy that was told with a refusal. */
  readonly remedy?: string;
  readonly deliveredOn?: LocalDate;
}

/** What the applicant committed to in writing in place of materials (告知承诺), and what came of it. */
export interface CaseCommitment {
  readonly materials: CommittedMaterial[];
  /** Day on which it was handed in. */
  readonly madeOn: LocalDate;
  /** Last day to verify it; absent until the decision that rests on it. */
  readonly verifyBy?: LocalDate;
  readonly verifiedOn?: LocalDate;
  readonly outcome?: CommitmentOutcome;
  /** Remedy that was told with the annulment. */
  readonly remedy?: string;
}

/** A material in whose place a commitment stands. */
export interface CommittedMaterial {
  readonly name: string;
  /** What was committed to, in the words of the matter's version. */
  readonly text: string;
  /** Days after the decision in which it is verified. */
  readonly verifyWithinDays: number;
}

/** What of a case is kept whole: shown, never searched. */
export interface CaseContent {
  readonly steps: RecordedStep[];
  readonly materials: CaseMaterial[];
  readonly result?: CaseResult;
  /** Situations of the matter in which the applicant applies. */
  readonly situationIds?: string[];
  /** Names of materials that the applicant promised to hand in later (容缺后补). */
  readonly promisedMaterials?: string[];
  readonly commitment?: CaseCommitment;
}

/** A case. */
export interface ServiceCase extends Omit<CaseContent, "steps"> {
  readonly caseNo: string;
  readonly projectName?: string;
  readonly state: CaseState;
  /** Counted up by every write. */
  readonly version: number;
  readonly matterId: string;
  /** Version of the matter that it applied under. */
  readonly matterVersion: number;
  readonly taskType: TaskType;
  /** Hash of a person or credit code of a body: whose case it is. */
  readonly subject: string;
  readonly applicantName?: string;
  readonly applicantType: ServiceRecipient;
  /** Last four characters of the applicant's number; the number itself is not kept. */
  readonly applicantIdTail?: string;
  readonly applicantOrgId?: string;
  readonly contactName?: string;
  readonly contactPhone?: string;
  readonly contactAddress?: string;
  readonly applyChannel?: ApplyChannel;
  readonly deptId: string;
  readonly deptUscc: string;
  readonly divisionCode: string;
  /** Absent for a draft. */
  readonly appliedOn?: LocalDate;
  /** Day on which the applicant was told, once and in full, what is missing. */
  readonly noticeOn?: LocalDate;
  readonly acceptedOn?: LocalDate;
  readonly acceptanceNo?: string;
  readonly completedOn?: LocalDate;
  /** Day on which handling ended in any way. */
  readonly endedOn?: LocalDate;
  readonly promised?: CaseLimit;
  readonly statutory?: CaseLimit;
  readonly procedures: SpecialProcedure[];
  readonly recordedSteps: readonly RecordedStep[];
  readonly stepLimits: readonly StepLimit[];
}
