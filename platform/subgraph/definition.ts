/** What a subgraph says of itself; `createSubgraph` does everything else. */
import type { Knex } from "knex";
import type { Viewer } from "../auth/index.js";
import type { Migration, RequestWork } from "../database/index.js";
import type { CodeKeys } from "../domain/index.js";
import type { DisclosureLog } from "../disclosure/enforcement/index.js";
import type { Language } from "../disclosure/vocabulary/index.js";
import type { CursorCodec, RecordKind } from "../graphql/index.js";
import type { ImportKind, RecordKeys } from "../import/index.js";
import type { Logger } from "../telemetry/index.js";

/** What services are made from, once per request. */
export interface ServiceDependencies {
  readonly db: Knex;
  readonly viewer: Viewer;
  /** The request's day and time; the only clock of domain rules. */
  readonly asOf: Date;
  readonly cursors: CursorCodec;
  /** Keys of the codes that the service gives out; of a service whose definition has `codes` alone. */
  readonly codeKeys: CodeKeys;
  readonly log: Logger;
}

/** What resolvers get. */
export interface SubgraphContext<Services> extends ServiceDependencies {
  readonly services: Services;
  readonly disclosure: DisclosureLog;
  /** True where the gateway's rules are others than this subgraph's. */
  readonly otherPolicy: boolean;
  readonly requestId: string;
  /** Language of texts that are made for the reader. */
  readonly language: Language;
  /** What the request may still use, and whether anybody waits for it. */
  readonly work: RequestWork;
}

/** Looks an entity up by the key fields of a reference; undefined where there is none that the viewer may know of. */
export type ReferenceLookup<Services> = (
  reference: Readonly<Record<string, unknown>>,
  services: Services,
) => Promise<object | undefined> | object | undefined;

/** Real data that ships with the product and is the same everywhere: divisions, laws, catalogues of measures. */
export interface ReferenceData {
  /** Stands for the contents: another one is loaded again. */
  readonly fingerprint: () => string;
  /** What it is, for the operator: `44946 divisions`. */
  readonly load: (trx: Knex.Transaction) => Promise<string>;
}

/** A kind of record whose changes are told; a migration of the service follows its table (createChangeTracking). */
export interface TrackedKind {
  readonly kind: RecordKind;
}

/** A subgraph: a name, its schema classes, its entities and how its services are made. */
export interface SubgraphDefinition<Services> {
  readonly name: string;
  /** Resolver classes. */
  readonly resolvers: readonly Function[];
  /** Types that no query reaches, stubs above all. */
  readonly orphanedTypes?: readonly Function[];
  /** Entities that this subgraph owns. */
  readonly owns: readonly string[];
  /** Lookup per entity type name, stubs included. */
  readonly references: Readonly<Record<string, ReferenceLookup<Services>>>;
  readonly createServices: (dependencies: ServiceDependencies) => Services;
  readonly migrations: readonly Migration[];
  /** Kinds of record that the feed of changes tells of. */
  readonly changes?: readonly TrackedKind[];
  /** Which codes it gives out and checks (query codes, …); its process then has `<SERVICE>_CODE_KEYS`. */
  readonly codes?: string;
  /** Kinds of export that the service loads. */
  readonly imports?: readonly ImportKind[];
  /** Signed batch calls that other processes of the product make, at `/batch/<name>`; never in the graph. */
  readonly batches?: Readonly<Record<string, (input: unknown, dependencies: ServiceDependencies) => Promise<unknown>>>;
  /** Recomputes the service's figures as of the day, in the caller's transaction. */
  readonly refresh?: (db: Knex, today: string) => Promise<void>;
  /** Hashes with the current key by what records are found again; says how many it hashed, and how many still need an older one. */
  readonly rehash?: (db: Knex, keys: RecordKeys) => Promise<{ rehashed: number; remaining: number }>;
  /** Real data without which records are refused; loaded after the migrations. */
  readonly referenceData?: ReferenceData;
  /** Removes all records, of seeds and of imports; reference data stays. */
  readonly clear: (db: Knex) => Promise<void>;
  /** Fills the cleared schema with demonstration data. */
  readonly seed: (db: Knex, world: DemonstrationWorld) => Promise<void>;
}

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
    | "institution"
    | "enterprise"
    | "intermediary"
    | "sole-trader"
    | "cooperative"
    | "association"
    | "law-firm"
    | "village";
  /** As the public register has it: agencies, law firms and sole traders have none. */
  readonly legalRepName?: string;
  readonly divisionCode: string;
  readonly parentId?: string;
}

/** A service matter of the demonstration world, as far as other services refer to it. */
export interface DemonstrationMatter {
  /** `CN-TASK-…`. */
  readonly id: string;
  readonly taskCode: string;
  readonly catalogCode: string;
  readonly taskName: string;
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
  readonly projectNo: string;
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
  readonly catalogue: readonly { readonly catalogCode: string; readonly taskName: string; readonly taskType: string }[];
  readonly matters: readonly DemonstrationMatter[];
  /** The first three are citizen-1, citizen-2 and one without an account. */
  readonly persons: readonly DemonstrationPerson[];
  /** By number; the golden ones first (infra/local/cases.ts). */
  readonly cases: readonly DemonstrationCase[];
  /** Intermediary services by code, with the catalogue items that require them. */
  readonly intermediaryServices: readonly {
    readonly code: string;
    readonly name: string;
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
