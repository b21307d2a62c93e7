/** Generated documents over the public graph, asked of both engines and of one schema that has the same made world in one piece. */
import fc from "fast-check";
import { engineLoader, ENGINE_NAMES, type EngineName } from "../../../gateway/engine/engines.js";
import { documentsTo, targetsOf } from "../directed-documents.js";
import { askedIn, cover, noCoverage, type Coverage } from "../document-coverage.js";
import type { FederatedGraph } from "../federated-graph.js";
import type { WrittenDocument } from "../generated-documents.js";
import { createMadeGraphs, type MadeGraphs } from "./made-graph.js";

/** The graph with every engine. */
export interface PublicGraphs extends MadeGraphs {
  readonly engines: ReadonlyMap<EngineName, FederatedGraph>;
  stop(): Promise<void>;
}

/** Starts them. */
export const startPublicGraphs = async (): Promise<PublicGraphs> => {
  const graphs = createMadeGraphs();
  const engines = new Map<EngineName, FederatedGraph>();
  for (const name of ENGINE_NAMES) engines.set(name, await graphs.start((await engineLoader(name))()));
  return {
    ...graphs,
    engines,
    async stop() {
      for (const engine of engines.values()) await engine.stop();
    },
  };
};

/** Throws where an engine answers otherwise than one schema. Returns true where several services were asked. */
const compare = async ({ engines, whole }: PublicGraphs, { query, variables }: WrittenDocument): Promise<boolean> => {
  const expected = JSON.stringify(await whole(query, variables));
  let crosses = false;
  for (const [name, engine] of engines) {
    engine.sent.length = 0;
    const given = JSON.stringify(await engine.ask(query, variables));
    if (given !== expected)
      throw new Error(`${name}: ${query}\n${JSON.stringify(variables)}\ngiven    ${given}\nexpected ${expected}`);
    crosses ||= new Set(engine.sent.map(({ service }) => service)).size > 1;
  }
  return crosses;
};

/**
 * Asks `runs` documents for every few fields of each type. Throws where answers differ, with the seed and the smallest such
 * document.
 */
export const comparePublicDocuments = async (
  graphs: PublicGraphs,
  { seed, runs }: { readonly seed: number; readonly runs: number },
): Promise<Coverage> => {
  const coverage = noCoverage(graphs.schema);
  for (const target of targetsOf(graphs.schema))
    await fc.assert(
      fc.asyncProperty(documentsTo(graphs.schema, target), async (document) => {
        if (await compare(graphs, document)) coverage.crossing += 1;
        coverage.documents += 1;
        cover(coverage, graphs.schema, document.query);
      }),
      { seed, numRuns: runs },
    );
  return coverage;
};

/** Places of errors, as texts. */
const placesOf = (errors: readonly { readonly path?: readonly (string | number)[] | undefined }[] = []): string[] =>
  errors.map(({ path }) => JSON.stringify(path));

/**
 * Asks documents, at least `count`, in each of which one field fails wherever it is asked for. Throws where an engine nulls
 * another place than one schema, or tells of another object. Of an object that is null for several fields, graphql-js tells one
 * and an engine may tell each; where all data is null, also what else
 * the service would have given. Returns how many documents had an error.
 */
export const compareFailingFields = async (
  graphs: PublicGraphs,
  { seed, count }: { readonly seed: number; readonly count: number },
): Promise<number> => {
  const { schema, made, engines } = graphs;
  let failed = 0;
  const compareFailing = async ({ query, variables }: WrittenDocument, which: number): Promise<void> => {
    const may = [...askedIn(schema, query)].filter((place) => !/\(|__|^Query\./.test(place) && !made.needed.has(place));
    made.world.failing = may[which % may.length];
    const expected = await graphs.whole(query, variables);
    if (!expected.errors || failed >= count) return;
    failed += 1;
    for (const [name, engine] of engines) {
      const { data, errors = [] } = await engine.ask(query, variables);
      const asked = [name, made.world.failing, query, variables];
      expect([...asked, JSON.stringify(data)]).toEqual([...asked, JSON.stringify(expected.data)]);
      expect([...asked, placesOf(errors)]).toEqual([...asked, expect.arrayContaining(placesOf(expected.errors))]);
      if (expected.data !== null) expect([...asked, objectsOf(errors)]).toEqual([...asked, objectsOf(expected.errors)]);
    }
  };
  try {
    for (const target of targetsOf(schema))
      await fc.assert(fc.asyncProperty(documentsTo(schema, target), fc.nat(1_000), compareFailing), {
        seed,
        numRuns: 2,
      });
  } finally {
    made.world.failing = undefined;
  }
  return failed;
};

/** The objects of which errors tell. */
const objectsOf = (errors: readonly { readonly path?: readonly (string | number)[] | undefined }[]): string[] =>
  [...new Set(placesOf(errors.map(({ path }) => ({ path: path?.slice(0, -1) }))))].sort();
