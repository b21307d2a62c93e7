/** What the demonstration data of all services has in common: the shapes of its world, which infra/local makes. */

/** An organisation of the demonstration world. */
export interface DemonstrationOrganization {
  /** `CN-USCC-…`, `CN-ORG-…` or `CN-LOCAL-…`. */
  readonly id: string;
  readonly uscc?: string;
  /** Organisation code of nine characters where there is no credit code. */
  readonly orgCode?: string;
  readonly name: string;
  readonly role:
    | "agency"
    | "court"
    | "institution"
    | "enterprise"
    | "intermediary"
    | "individually-owned-business"
    | "cooperative"
    | "association"
    | "law-firm"
    | "village";
  /** As the public register has it: agencies, law firms and individually-owned businesses have none. */
  readonly legalRepName?: string;
  readonly divisionCode: string;
  readonly parentId?: string;
}

/** A span of the law or of a promise. */
export interface DemonstrationLimit {
  readonly amount: number;
  readonly unit: "WORKING_DAY" | "NATURAL_DAY" | "IMMEDIATE";
}

/** A service matter of the demonstration world, as far as other services refer to it. */
export interface DemonstrationMatter {
  /** `CN-TASK-…`. */
  readonly id: string;
  /** 31 characters; of a handling item that of the matter which it divides. */
  readonly taskCode: string;
  /** 33 characters, where it is a handling item (业务办理项). */
  readonly handlingItem?: string;
  readonly situation?: string;
  /** All situations into which the matter divides. */
  readonly situations: readonly string[];
  readonly catalogCode: string;
  /** Name of the catalogue item. */
  readonly itemName: string;
  /** The same, with the situation of a handling item behind it. */
  readonly taskName: string;
  /** Who applies. */
  readonly serves: readonly ("person" | "enterprise")[];
  /** The limit of the law, for every handling item the same. */
  readonly statutory: DemonstrationLimit;
  readonly promised: DemonstrationLimit;
  /** Id of the basis on which it is set. */
  readonly legalBasisId: string;
  /** Two digits, such as 01 (行政许可). */
  readonly taskType: string;
  readonly deptId: string;
  readonly deptUscc: string;
  readonly divisionCode: string;
  /** False for a draft: other services do not know of it, so no link of theirs names it. */
  readonly published: boolean;
}

/** A natural person of the demonstration world; all are synthetic, and none of what identifies them may leave a service. */
export interface DemonstrationPerson {
  /** Keyed hash, as the claim `subject_hash` of a token has it. */
  readonly hash: string;
  readonly name: string;
  /** Synthetic number of region 990101, which no person has. */
  readonly idNumber: string;
  readonly phone: string;
  readonly address: string;
  /** County in which the person lives. */
  readonly divisionCode: string;
}

/** A case of the demonstration world, as far as other services refer to it. */
export interface DemonstrationCase {
  /** Division, day of application and a running number: 20 digits. */
  readonly caseNo: string;
  readonly matterId: string;
  readonly deptId: string;
  readonly deptUscc: string;
  readonly divisionCode: string;
  readonly taskType: string;
  /** The applicant is a person or an organisation. */
  readonly person?: DemonstrationPerson;
  readonly organization?: DemonstrationOrganization;
  readonly appliedOn: string;
  readonly acceptedOn?: string;
  /** Day of decision and completion. */
  readonly completedOn?: string;
  /** True where what was applied for was granted. */
  readonly granted?: boolean;
  /** First day of a special procedure that still runs. */
  readonly suspendedOn?: string;
}

/** What the demonstration data of all services has in common; made by infra/local from one seed number. */
export interface DemonstrationWorld {
  readonly scale: "small" | "demo";
  /** Day of the data, 2026-09-28. */
  readonly today: string;
  /** Numbers in [0, 1), the same for the same stream name and seed. */
  random(stream: string): () => number;
  readonly organizations: readonly DemonstrationOrganization[];
  /** Public enterprises and institutions; no case, credit or fund knows of them. */
  readonly publicInstitutions: readonly DemonstrationOrganization[];
  readonly catalogue: readonly {
    readonly catalogCode: string;
    readonly taskName: string;
    readonly taskType: string;
    /** Levels that have the power: 2 province, 3 prefecture, 4 county, 5 township. */
    readonly levels: readonly string[];
    readonly legalBasisId: string;
  }[];
  readonly matters: readonly DemonstrationMatter[];
  /** The first three are citizen-1, citizen-2 and one without an account. */
  readonly persons: readonly DemonstrationPerson[];
  /** By number; the golden ones first (infra/local/cases.ts). */
  readonly cases: readonly DemonstrationCase[];
  /** Intermediary services by code, with the catalogue items that require them. */
  readonly intermediaryServices: readonly {
    readonly code: string;
    readonly name: string;
    /** Id of the basis that makes it a condition. */
    readonly legalBasisId: string;
    /** What the applicant hands in. */
    readonly resultName: string;
    readonly catalogCodes: readonly string[];
  }[];
  readonly fundPolicies: readonly {
    readonly policyCode: string;
    readonly name: string;
    readonly catalogCodes: readonly string[];
  }[];
  /** Ids of legal bases by short key. */
  readonly legalBases: readonly {
    readonly id: string;
    readonly lawName: string;
    readonly articleNo?: string;
    readonly docNo?: string;
    readonly text?: string;
    readonly effectiveFrom: string;
    readonly effectiveTo?: string;
  }[];
}
