/** Puts a subgraph together from its nouns, and refuses what two of them give twice. */
import type { Knex } from "knex";
import type { Migration } from "../database/index.js";
import { clearMessages, createMessages } from "../outbox/index.js";
import { clearAttached, createAttachedFiles } from "../files/attached/index.js";
import { clearNoticeMarks, createNoticeMarks } from "../notices/index.js";
import { createLawEditions, keepLawEditions } from "../law/index.js";
import { createWriteTables, placeJournal, WRITE_TABLES } from "../write/index.js";
import type { ServiceDependencies, SubgraphDefinition } from "./definition.js";
import type { Loading } from "./loading.js";
import type { Noun } from "./noun.js";

/** What nouns say, not the service. */
type OfNouns =
  | "owns"
  | "resolvers"
  | "orphanedTypes"
  | "references"
  | "files"
  | "createServices"
  | keyof Loading
  | "lawTables"
  | "changes"
  | "notices"
  | "sends"
  | "receives";

/** A service: what it says of itself, and its nouns by their names. */
export interface ServiceDeclaration<Services, World> extends Omit<
  SubgraphDefinition<Services, World>,
  OfNouns | "nouns"
> {
  /** All that the service's `nouns.ts` exports. */
  readonly nouns: Readonly<Record<string, Noun<Services, World>>>;
  /** Its `loading.ts`, where anything is loaded into it. */
  readonly loading?: Loading;
}

/** Merges what nouns declare by name. Throws a sentence where two declare the same. */
const merged = <Value>(
  service: string,
  what: string,
  parts: readonly (readonly [noun: string, declared: Readonly<Record<string, Value>> | undefined])[],
): Record<string, Value> => {
  const giver = new Map<string, string>();
  return Object.fromEntries(
    parts.flatMap(([noun, declared]) =>
      Object.entries(declared ?? {}).map(([name, value]) => {
        if (giver.has(name))
          throw new Error(`subgraphs/${service}: ${giver.get(name)} and ${noun} both declare the ${what} ${name}.`);
        giver.set(name, noun);
        return [name, value] as const;
      }),
    ),
  );
};

/**
 * The service's own steps in the order in which they are listed, and those of nouns among them: each behind the last listed
 * one that has an earlier time. What ran on a database keeps its name and its place. Throws a sentence where a name is used twice.
 */
export const orderedMigrations = (
  listed: readonly Migration[],
  ofNouns: readonly Migration[],
): readonly Migration[] => {
  const ordered = [...listed];
  for (const step of [...ofNouns].sort((one, other) => (one.name < other.name ? -1 : 1)))
    ordered.splice(ordered.findLastIndex(({ name }) => name < step.name) + 1, 0, step);
  const twice = ordered.find(({ name }, index) => ordered.findIndex((step) => step.name === name) !== index);
  if (twice) throw new Error(`The migration ${twice.name} is listed twice.`);
  return ordered;
};

type Maker<Services> = (dependencies: ServiceDependencies, services: Services) => unknown;

/** What a request's services are made with, and which of them are being made. */
const MAKING = Symbol("making");

interface Making {
  readonly dependencies: ServiceDependencies;
  readonly begun: Set<string>;
}

/**
 * Makes the services of a request, each when it is first asked for, so that they may need each other in any order. What is the
 * same for all requests, how each is made, is on their prototype.
 */
const lazily = <Services>(
  makers: Readonly<Record<string, Maker<Services>>>,
): ((dependencies: ServiceDependencies) => Services) => {
  const prototype = {};
  for (const [name, make] of Object.entries(makers))
    Object.defineProperty(prototype, name, {
      enumerable: true,
      get(this: Services & { readonly [MAKING]: Making }) {
        const { dependencies, begun } = this[MAKING];
        if (begun.has(name)) throw new Error(`The service ${name} needs itself before it is made.`);
        begun.add(name);
        const value = make(dependencies, this);
        Object.defineProperty(this, name, { enumerable: true, value });
        return value;
      },
    });
  return (dependencies) =>
    Object.create(prototype, { [MAKING]: { value: { dependencies, begun: new Set() } } }) as Services;
};

/** The definition of a service. Throws a sentence where two nouns declare the same service, lookup or migration. */
export const defineSubgraph = <Services, World = never>({
  nouns,
  loading,
  ...service
}: ServiceDeclaration<Services, World>): SubgraphDefinition<Services, World> => {
  const all = Object.values(nouns);
  const byName = <Value>(
    what: string,
    of: (noun: Noun<Services, World>) => Readonly<Record<string, Value>> | undefined,
  ) =>
    merged(
      service.name,
      what,
      Object.entries(nouns).map(([name, noun]) => [name, of(noun)] as const),
    );
  const makers = byName("service", (noun) => noun.services as Readonly<Record<string, Maker<Services>>> | undefined);
  const sends = all.flatMap((noun) => noun.sends ?? []);
  const receives = byName("handler of", (noun) => noun.receives);
  const files = byName("holder of files", (noun) => noun.files);
  const holdsFiles = Object.keys(files).length > 0;
  const changes = all.flatMap((noun) => noun.changes ?? []);
  const notices = all.flatMap((noun) => noun.notices ?? []);
  return {
    ...service,
    ...loading,
    nouns: Object.keys(nouns),
    owns: all.flatMap((noun) => noun.owns ?? []),
    resolvers: all.flatMap((noun) => noun.resolvers ?? []),
    orphanedTypes: all.flatMap((noun) => noun.orphanedTypes ?? []),
    references: byName("lookup of", (noun) => noun.references),
    createServices: lazily<Services>(makers),
    lawTables: all.flatMap((noun) => noun.lawTables ?? []),
    migrations: orderedMigrations(service.migrations, [
      ...all.flatMap((noun) => noun.migrations ?? []),
      createLawEditions,
      keepLawEditions,
      createWriteTables,
      placeJournal,
      createMessages,
      ...(notices.length > 0 ? [createNoticeMarks] : []),
      ...(holdsFiles ? [createAttachedFiles] : []),
    ]),
    ...(sends.length > 0 ? { sends } : {}),
    ...(Object.keys(receives).length > 0 ? { receives } : {}),
    ...(holdsFiles ? { files } : {}),
    ...(changes.length > 0 ? { changes } : {}),
    ...(notices.length > 0 ? { notices } : {}),
    clear: inTurn([
      clearMessages,
      clearWrites,
      ...(notices.length > 0 ? [clearNoticeMarks] : []),
      ...(holdsFiles ? [clearAttached] : []),
      service.clear,
      ...all.flatMap((noun) => noun.clear ?? []),
    ]),
    seed: inTurn([service.seed, ...all.flatMap((noun) => noun.seed ?? [])]),
  };
};

/** Journals are records too. */
const clearWrites = async (db: Knex): Promise<void> => {
  await db.raw(`truncate ${WRITE_TABLES.join(", ")}`);
};

/** Does one after the other. */
const inTurn =
  <Rest extends readonly unknown[]>(steps: readonly ((db: Knex, ...rest: Rest) => Promise<void>)[]) =>
  async (db: Knex, ...rest: Rest): Promise<void> => {
    for (const step of steps) await step(db, ...rest);
  };
