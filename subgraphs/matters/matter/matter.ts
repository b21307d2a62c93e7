/** ServiceMatter and its parts as the domain knows them: no decorator, no row, no I/O. What the graph shows of them is matter.type.ts, what is kept is matter.stored.ts. */
import type { TimeLimit } from "../../../platform/graphql/time-limit.type.js";
import type { DeptType, HandleArea, OnlineDepth, PowerSource } from "./competence.enums.js";
import type { MaterialFormat, MaterialNeed, MaterialSource, MaterialType } from "./material.enums.js";
import type { HandlingType, ServiceRecipient, Severity, TaskState, TaskType, UseLevel } from "./matter.enums.js";
import type { EditorialStatus } from "./matter.machine.js";

/** A situation in which somebody applies; materials differ by it. */
export interface Situation {
  readonly id: string;
  readonly name: string;
}

/** What an applicant may commit to in writing in place of a material (告知承诺), as they are told it beforehand. */
export interface MaterialCommitment {
  /** What is committed to, and what a false commitment leads to. */
  readonly text: string;
  /** Days after the decision in which the agency verifies it. */
  readonly verifyWithinDays: number;
}

/** A material to hand in. */
export interface Material {
  readonly name: string;
  readonly type?: MaterialType;
  readonly format?: MaterialFormat;
  readonly need?: MaterialNeed;
  readonly source?: MaterialSource;
  readonly copies?: number;
  readonly spec?: string;
  readonly licenceType?: string;
  readonly acceptStandard?: string;
  readonly fillExplain?: string;
  /** Situations that need it; empty for all. */
  readonly situationIds: string[];
  /** Addresses as the agency gave them; those that are no web addresses are not shown. */
  readonly blankFormAddress?: string;
  readonly sampleAddress?: string;
  readonly intermediaryServiceCode?: string;
  readonly legalBasisId?: string;
  /** Absent where nothing but the material will do. */
  readonly commitment?: MaterialCommitment;
}

/** A step of handling, with its limit in working days. */
export interface ProcessStep {
  readonly name: string;
  readonly workingDays?: number;
}

/** A fee. */
export interface FeeItem {
  readonly name: string;
  readonly standard?: string;
  readonly reducible?: boolean;
  readonly legalBasisId?: string;
}

/** What comes out. */
export interface MatterResult {
  readonly name?: string;
  readonly hasSample?: boolean;
}

/** How one can apply. */
export interface Channels {
  readonly hall?: boolean;
  readonly express?: boolean;
  readonly appointment?: boolean;
  readonly terminal?: boolean;
  readonly singleSignOn?: boolean;
  readonly payOnline?: boolean;
  readonly address?: string;
  readonly hours?: string;
  /** Addresses as the agency gave them; those that are no web addresses are not shown. */
  readonly webAddress?: string;
  readonly mobileAddress?: string;
}

/** A question and its answer. */
export interface Faq {
  readonly question: string;
  readonly answer: string;
}

/** What of a matter is shown whole and hardly ever searched; every version keeps its own. */
export interface MatterContent {
  readonly statutory?: TimeLimit;
  readonly promised?: TimeLimit;
  readonly deptType?: DeptType;
  readonly entrustName?: string;
  readonly powerSource?: PowerSource;
  readonly jointDeptIds?: string[];
  readonly onlineDepth?: OnlineDepth[];
  readonly handleArea?: HandleArea;
  readonly limitExplain?: string;
  readonly visitReason?: string;
  readonly acceptCondition?: string;
  readonly conditions: Situation[];
  readonly materials: Material[];
  readonly steps: ProcessStep[];
  readonly fees: FeeItem[];
  readonly result?: MatterResult;
  readonly channels?: Channels;
  readonly faqs: Faq[];
  readonly consultPhone?: string;
  readonly complaintPhone?: string;
}

/** A service matter. */
export interface ServiceMatter extends Omit<MatterContent, "materials"> {
  readonly id: string;
  readonly taskCode?: string;
  readonly handlingItemCode?: string;
  readonly localTaskCode?: string;
  readonly catalogCode?: string;
  readonly taskName: string;
  readonly taskType: TaskType;
  readonly taskState: TaskState;
  readonly status: EditorialStatus;
  readonly version: number;
  readonly deptId: string;
  readonly deptUscc?: string;
  readonly divisionCode: string;
  readonly useLevel?: UseLevel;
  readonly serves: ServiceRecipient[];
  readonly handlingType?: HandlingType;
  readonly visits?: number;
  readonly isFee?: boolean;
  readonly isOnline?: boolean;
  readonly themes: string[];
  readonly legalBasisIds: string[];
  readonly jointDeptIds: string[];
  readonly onlineDepth: OnlineDepth[];
  /** Materials of all situations. */
  readonly allMaterials: Material[];
}

/** One version of a matter; days are the first and the last in force. */
export interface ServiceMatterVersion {
  readonly version: number;
  readonly taskName: string;
  readonly validFrom?: string;
  readonly validTo?: string;
}

/** A finding of the publishing gate. */
export interface QualityIssue {
  /** Name of the rule. */
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
}
