/** What a subgraph says of itself; `createSubgraph` does everything else. */
import type { Knex } from "knex";
import type { Viewer } from "../auth/index.js";
import type { Migration, RequestWork } from "../database/index.js";
import type { CodeKeys } from "../domain/index.js";
import type { DisclosureLog } from "../disclosure/enforcement/index.js";
import type { Language } from "../disclosure/vocabulary/index.js";
import type { ReadReceipt } from "../files/index.js";
import type { CursorCodec } from "../graphql/lists/index.js";
import type { DeclaredKind } from "../graphql/record-kinds.js";
import type { BatchCall as CallOfServices, RecordKeys } from "../import/index.js";
import type { LawTable } from "../law/index.js";
import type { ToldRecord } from "../notices/index.js";
import type { Receives } from "../outbox/index.js";
import type { Logger } from "../telemetry/index.js";
import type { DataRule } from "./data-rule.js";
import type { Loading } from "./loading.js";

/** What services are made from, once per request. */
export interface ServiceDependencies {
  readonly db: Knex;
  readonly viewer: Viewer;
  /** The request's day and time; the only clock of domain rules. */
  readonly asOf: Date;
  readonly cursors: CursorCodec;
  /** Keys of the codes that the service gives out; of a service whose definition has `codes` alone. */
  readonly codeKeys: CodeKeys;
  /** Reads receipts of uploads, for attachFile. */
  readonly readReceipt: ReadReceipt;
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

/** True where the viewer whose services these are may read the files of the object with that key: commonly, where the object is found. */
export type MayReadFiles<Services> = (key: string, services: Services) => Promise<boolean> | boolean;

/** Real data that ships with the product and is the same everywhere: catalogues of measures. */
export interface ReferenceData {
  /** Stands for the contents: another one is loaded again. */
  readonly fingerprint: () => string;
  /** What it is, for the operator: `44946 divisions`. */
  readonly load: (trx: Knex.Transaction) => Promise<string>;
}

/** A kind of record whose changes are told; a migration of the service follows its table (createChangeTracking). */
export type TrackedKind = DeclaredKind;

/** A subgraph: a name, its schema classes, its entities and how its services are made; `World` is what its demonstration data goes by. */
export interface SubgraphDefinition<Services, World = never> extends Loading {
  readonly name: string;
  /** Names of the nouns that it is put together from. */
  readonly nouns?: readonly string[];
  /** Resolver classes. */
  readonly resolvers: readonly Function[];
  /** Types that no query reaches, stubs above all. */
  readonly orphanedTypes?: readonly Function[];
  /** Entities that this subgraph owns. */
  readonly owns: readonly string[];
  /** Lookup per entity type name, stubs included. */
  readonly references: Readonly<Record<string, ReferenceLookup<Services>>>;
  /** Who may read files, by the kind of the object that holds them. @default its objects hold none */
  readonly files?: Readonly<Record<string, MayReadFiles<Services>>>;
  readonly createServices: (dependencies: ServiceDependencies) => Services;
  readonly migrations: readonly Migration[];
  /** Kinds of record that the feed of changes tells of. */
  readonly changes?: readonly TrackedKind[];
  /** Kinds of record whose steps their sides are told of. */
  readonly notices?: readonly ToldRecord<Services>[];
  /** Topics of the messages that it sends; schema/subgraphs.json names who receives each. */
  readonly sends?: readonly string[];
  /** What it does with messages of other services, by `<sender>.<topic>`; schema/subgraphs.json lists their names too. */
  readonly receives?: Receives;
  /** Which codes it gives out and checks (query codes, …); its process then has `<SERVICE>_CODE_KEYS`. */
  readonly codes?: string;
  /** Hashes with the current key by what records are found again; says how many it hashed, how many still need an older one, and how many stand there twice. */
  readonly rehash?: (db: Knex, keys: RecordKeys) => Promise<{ rehashed: number; remaining: number; twice: number }>;
  /** Closes stored records that may not be public by the rules that are in force; it never opens one. */
  readonly reconsider?: {
    /** Stands for the rules of the day that the code has: where it is another one, records are looked at again. */
    readonly rulesOn: (today: string) => string;
    /** Answers with how many it closed. */
    readonly run: (db: Knex, call: CallOfServices, today: string) => Promise<number>;
  };
  /** Real data without which records are refused; loaded after the migrations. */
  readonly referenceData?: ReferenceData;
  /** Files of the law's data that fill its tables. */
  readonly lawTables: readonly LawTable[];
  /** Removes all records, of seeds and of imports; reference data stays. */
  readonly clear: (db: Knex) => Promise<void>;
  /** Fills the cleared schema with demonstration data. */
  readonly seed: (db: Knex, world: World) => Promise<void>;
  /** Rules of the field that its demonstration data obeys, which `npm run seed -- --check` looks after. */
  readonly rules?: readonly DataRule<World>[];
}
