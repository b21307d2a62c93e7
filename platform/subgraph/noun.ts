/** What a noun of a service says of itself, in its own folder; a subgraph is put together from its nouns. */
import type { Knex } from "knex";
import type { Migration } from "../database/index.js";
import type { LawTable } from "../law/index.js";
import type { ToldRecord } from "../notices/index.js";
import type { Receives } from "../outbox/index.js";
import type { MayReadFiles, ReferenceLookup, ServiceDependencies, TrackedKind } from "./definition.js";

/** How services of a request are made, by their names; those that need others are given all services of the request. */
export type ServiceMakers<Services> = {
  readonly [Name in keyof Services]?: (dependencies: ServiceDependencies, services: Services) => Services[Name];
};

/** The services that such makers make: what a noun adds to the services of its context. */
export type ServicesOf<Makers> = {
  readonly [Name in keyof Makers]: Makers[Name] extends (...given: never[]) => infer Service ? Service : never;
};

/** A noun: everything by which it is part of its service; what it does not have is left out. */
export interface Noun<Services, World = unknown> {
  /** Entities of the noun that the service owns. */
  readonly owns?: readonly string[];
  /** Resolver classes. */
  readonly resolvers?: readonly Function[];
  /** Types that no query reaches, stubs above all. */
  readonly orphanedTypes?: readonly Function[];
  /** Lookup per entity type name, stubs included. */
  readonly references?: Readonly<Record<string, ReferenceLookup<Services>>>;
  /** Services of a request, each made when it is first asked for. */
  readonly services?: ServiceMakers<Services>;
  /** Who may read files that objects of the noun hold, by the kind of holder. */
  readonly files?: Readonly<Record<string, MayReadFiles<Services>>>;
  /** Kinds of record that the feed of changes tells of. */
  readonly changes?: readonly TrackedKind[];
  /** Kinds of record whose steps their sides are told of. */
  readonly notices?: readonly ToldRecord<Services>[];
  /** Topics of the messages that its writes send. */
  readonly sends?: readonly string[];
  /** What it does with messages of other services, by `<sender>.<topic>`. */
  readonly receives?: Receives;
  /** Steps that concern this noun alone; they run among those of the service by the time in their names. */
  readonly migrations?: readonly Migration[];
  /** Files of the law's data that fill tables of the noun. */
  readonly lawTables?: readonly LawTable[];
  /** Removes the noun's records, where the service's own `clear` does not. */
  readonly clear?: (db: Knex) => Promise<void>;
  /** Fills the cleared tables with demonstration data, after the service's own `seed`. */
  readonly seed?: (db: Knex, world: World) => Promise<void>;
}
