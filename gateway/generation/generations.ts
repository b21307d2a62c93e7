/** Keeps the generation in use, and replaces it as a whole: a request ends in the generation in which it was validated. */
import { createHash } from "node:crypto";
import { printSchema, type GraphQLSchema } from "graphql";
import type { AgreementBook } from "../../platform/disclosure/decision/index.js";
import { describeKeys } from "../../platform/bundle/cache-keys.js";
import { closureMismatches } from "../../platform/disclosure/table/index.js";
import { withDefer } from "../document/defer.js";
import { readCostDirectives } from "../document/cost-directives.js";
import type { LoadEngine, QueryEngine } from "../engine/query-engine.js";
import { createPolicyInForce, type PolicyInForce } from "../disclosure/policy-in-force.js";
import { createRuleIndex } from "../disclosure/rule-index.js";
import { createSameForAll } from "../disclosure/same-for-all.js";
import type { Subgraph } from "../upstream/subgraph.js";
import { createNeeded } from "../use/needed.js";
import { contractGenerations } from "./contract-generations.js";
import { createFieldOwners } from "./field-owners.js";
import { aRound } from "./a-round.js";
import type { Generation, SchemaEdition } from "./generation.js";

/** What generations are made with. */
export interface GenerationMaker {
  readonly loadEngine: LoadEngine;
  readonly agreements: AgreementBook;
  /** The ways to the services of an edition, by their names. */
  readonly waysOf: (edition: SchemaEdition, policy: PolicyInForce) => Promise<(name: string) => Subgraph>;
  /** Where the services are asked, for editions that do not say it. @default nowhere */
  readonly addresses?: ReadonlyMap<string, string>;
}

/** The generations of a process. */
export interface Generations {
  /** The one in use. */
  current(): Generation;
  /** The one whose schema it is; a replaced one is known as long as a request holds its schema. */
  ofSchema(schema: GraphQLSchema): Generation;
  /** Takes another edition into use without a pause. Throws where it is no good; what was in use stays. */
  replace(edition: SchemaEdition): Promise<Generation>;
  /** Told of every generation once it is in use, of the present one at once. */
  onUse(listener: (generation: Generation) => void): void;
  stop(): Promise<void>;
}

/** Makes the first generation. */
export const createGenerations = async (first: SchemaEdition, maker: GenerationMaker): Promise<Generations> => {
  const listeners: ((generation: Generation) => void)[] = [];
  const bySchema = new WeakMap<GraphQLSchema, Generation>();
  const use = async (edition: SchemaEdition, number: number): Promise<Generation> => {
    const made = await make(edition, number, maker);
    for (const each of [made, ...made.contracts.values()]) bySchema.set(each.schema, each);
    return made;
  };
  let current = await use(first, 1);
  let last: Promise<unknown> = Promise.resolve();
  return {
    current: () => current,
    ofSchema(schema) {
      const known = bySchema.get(schema);
      if (!known) throw new Error("A request was validated against a schema of no generation.");
      return known;
    },
    replace(edition) {
      const replaced = last.then(async () => {
        const { engine, number } = current;
        const made = await use(edition, number + 1);
        await warm(made.engine, engine);
        current = made;
        for (const listener of listeners) listener(current);
        await engine.stop();
        return current;
      });
      last = replaced.catch(() => undefined);
      return replaced;
    },
    onUse(listener) {
      listeners.push(listener);
      listener(current);
    },
    stop: () => current.engine.stop(),
  };
};

/** How many documents are planned for a generation before it is in use, and how long that may take, in milliseconds (docs/limits.md). */
export const WARMED = { documents: 200, ms: 5_000 } as const;

/** What was asked last is asked again in the next moment, by everybody at once: its plans are made before. */
const warm = async (next: QueryEngine, before: QueryEngine): Promise<void> =>
  next.warm?.((before.documents?.() ?? []).slice(0, WARMED.documents), Date.now() + WARMED.ms);

const make = async (
  edition: SchemaEdition,
  number: number,
  { loadEngine, agreements, waysOf, addresses = new Map() }: GenerationMaker,
): Promise<Generation> => {
  const { supergraph, policy: table } = edition;
  const mismatches = closureMismatches(supergraph, table);
  // Requests of the generation in use are answered between the steps by which the next one is made.
  await aRound();
  if (mismatches.length > 0) throw new Error(mismatchSentence(mismatches));
  const policy = createPolicyInForce(table, agreements, supergraph);
  const engine = await loadEngine(supergraph, await waysOf(edition, policy), {
    closedFields: new Set(table.fields.map(({ field }) => field)),
    isSameForAll: createSameForAll(table),
  });
  try {
    await aRound();
    return await generationOf(edition, number, { engine, policy, addresses: edition.addresses ?? addresses });
  } catch (error) {
    await engine.stop();
    throw error;
  }
};

/** Most mismatches that are told. */
const TOLD = 5;

const mismatchSentence = (mismatches: readonly string[]): string =>
  `Supergraph and policy table are not of one composition: ${mismatches.slice(0, TOLD).join(" ")}${
    mismatches.length > TOLD ? ` And ${mismatches.length - TOLD} more.` : ""
  } Compose them together.`;

const generationOf = async (
  { supergraph, policy: table, publicSchema, contracts = [] }: SchemaEdition,
  number: number,
  { engine, policy, addresses }: Pick<Generation, "engine" | "policy" | "addresses">,
): Promise<Generation> => {
  const schema = withDefer(engine.schema);
  // Introspection says what the published text says.
  describeKeys(schema, supergraph);
  const hash = hashOf([supergraph, JSON.stringify(table), ...contracts.map((contract) => JSON.stringify(contract))]);
  const generation = {
    number,
    hash,
    since: new Date().toISOString(),
    schema,
    publicSchema: publicSchema ?? printSchema(schema),
    policy,
    rules: createRuleIndex(table, schema),
    costs: { schema, directives: readCostDirectives(supergraph) },
    ownersOf: createFieldOwners(supergraph),
    addresses,
    neededFor: createNeeded(supergraph),
    engine,
  };
  return { ...generation, contracts: await contractGenerations(contracts, generation) };
};

const hashOf = (texts: readonly string[]): string => {
  const hash = createHash("sha256");
  for (const text of texts) hash.update(text);
  return hash.digest("hex").slice(0, 16);
};
