/** Generated documents over the fixtures, asked of both engines and of one schema with all the data; and again with faults in what services say. */
import fc from "fast-check";
import type { GraphQLSchema } from "graphql";
import { engineLoader, ENGINE_NAMES, type EngineName } from "../../../../gateway/engine/engines.js";
import type { ClientAnswer } from "../../../../gateway/disclosure/disclosure-layer.js";
import type { SubgraphAnswer } from "../../../../gateway/upstream/subgraph.js";
import { faultOf, FAULTS, leafKeysOf, type Fault } from "./faults.js";
import { askWhole, startGraph, type FederatedGraph } from "../../../support/federated-graph.js";
import { cover, noCoverage, type Coverage } from "../../../support/document-coverage.js";
import { writeDocument, type WrittenDocument } from "../../../support/generated-documents.js";
import type { Fixture } from "./fixture.js";

/** What services say in place of their answers. */
export type Instead = (service: string, answer: SubgraphAnswer) => SubgraphAnswer;

/** A fixture with both engines. */
export interface ComparedGraph {
  readonly graphs: ReadonlyMap<EngineName, FederatedGraph>;
  /** Replaces what services say, until it is called with nothing. */
  instead(replaced?: Instead): void;
  stop(): Promise<void>;
}

/** Starts both engines over the services of a fixture. */
export const startCompared = async ({ services }: Fixture): Promise<ComparedGraph> => {
  let say: Instead = (_service, answer) => answer;
  const graphs = new Map<EngineName, FederatedGraph>();
  for (const name of ENGINE_NAMES) {
    const loadEngine = (await engineLoader(name))();
    const instead: Instead = (service, answer) => say(service, answer);
    graphs.set(name, await startGraph(services, { loadEngine, instead }));
  }
  return {
    graphs,
    instead: (replaced) => void (say = replaced ?? ((_service, answer) => answer)),
    async stop() {
      for (const graph of graphs.values()) await graph.stop();
    },
  };
};

/** Documents of a schema, as fast-check makes and shrinks them. */
export const documentsOf = (schema: GraphQLSchema): fc.Arbitrary<WrittenDocument> =>
  fc
    .array(fc.nat(100_000), { minLength: 20, maxLength: 120 })
    .map((tape) => writeDocument(schema, tape))
    .filter((document) => document !== undefined);

/** Throws where an engine answers a generated document otherwise than one schema would, with the seed and the smallest such document. */
export const compareWithWhole = async (
  fixture: Fixture,
  { graphs }: ComparedGraph,
  run: { readonly seed: number; readonly count: number },
): Promise<Coverage> => {
  const { schema } = graphs.get("compiled")!;
  const coverage = noCoverage(schema);
  await fc.assert(
    fc.asyncProperty(documentsOf(schema), async ({ query, variables }) => {
      const expected = await askWhole(schema, { query, variables, root: fixture.root() });
      fc.pre(!fixture.unplanned?.test(query));
      coverage.documents += 1;
      cover(coverage, schema, query);
      for (const [name, graph] of graphs) {
        if (name === "apollo" && fixture.apolloDiffers?.test(query)) continue;
        graph.sent.length = 0;
        fixture.root();
        const given = await graph.ask(query, variables);
        expect([name, query, variables, JSON.stringify(given)]).toEqual([
          name,
          query,
          variables,
          JSON.stringify(expected),
        ]);
        if (name === "compiled" && new Set(graph.sent.map(({ service }) => service)).size > 1) coverage.crossing += 1;
      }
    }),
    { numRuns: run.count, seed: run.seed },
  );
  return coverage;
};

/** Data and errors of an answer, as far as engines must agree: code, path and service, in any order. */
export const comparable = ({ data, errors }: ClientAnswer): object => ({
  data,
  errors: (errors ?? [])
    .map(({ path, extensions }) => JSON.stringify([extensions?.["code"], path, extensions?.["service"]]))
    .sort(),
});

/** A document with something wrong in what one service says. */
interface Faulty extends WrittenDocument {
  readonly service: number;
  readonly key: number;
  readonly fault: Fault;
}

/** An error of a service that stands at no place: `["CODE",null,"service"]`. */
const PLACELESS = /\[\\"\w+\\",null,\\"\w+\\"\]/;

/** Faults that make of a value one of another kind: ours gives no such value to another service, ApolloGateway does. */
const OF_ANOTHER_KIND: readonly Fault[] = [
  "a number beyond Int",
  "a number where text is declared, text where a number is",
  "an unknown value of an enumeration",
];

/** Whether services were given a value under the name, as a key or because they require it. */
const isGiven = (value: unknown, name: string): boolean =>
  typeof value === "object" &&
  value !== null &&
  Object.entries(value).some(([key, part]) => key === name || isGiven(part, name));

/**
 * Answers that differ between the engines although the same service said the same wrong thing. Left out is what ApolloGateway
 * does by itself: it does not say where an error about an object known as its interface stands, and it passes values of another kind on.
 */
export const differencesUnderFaults = async (
  { graphs, instead }: ComparedGraph,
  cases: readonly Faulty[],
): Promise<object[]> => {
  const differences: object[] = [];
  for (const { query, variables, service: which, key: at, fault } of cases) {
    const keys = new Map<string, Set<string>>();
    instead((service, answer) => {
      leafKeysOf(answer.data, keys.get(service) ?? keys.set(service, new Set()).get(service)!);
      return answer;
    });
    const { sent } = graphs.get("compiled")!;
    sent.length = 0;
    await graphs.get("compiled")!.ask(query, variables);
    const service = [...keys.keys()].sort()[which % keys.size || 0];
    const known = [...(keys.get(service!) ?? [])].sort();
    const key = known[at % known.length];
    const representations = sent.map((request) => request.variables["representations"] ?? request.variables);
    if (OF_ANOTHER_KIND.includes(fault) && representations.some((one) => isGiven(one, key ?? ""))) continue;
    instead((name, answer) => (name === service ? faultOf(fault, answer, key) : answer));
    const answers: string[] = [];
    for (const name of ENGINE_NAMES)
      answers.push(JSON.stringify(comparable(await graphs.get(name)!.ask(query, variables))));
    if (answers[0] !== answers[1] && !PLACELESS.test(answers[1]!))
      differences.push({ query, variables, service, key, fault, answers });
  }
  instead();
  return differences;
};

/** Documents of a schema with faults, the same for the same seed. */
export const faultyDocuments = (schema: GraphQLSchema, { seed, count }: { seed: number; count: number }): Faulty[] =>
  fc
    .sample(fc.tuple(documentsOf(schema), fc.nat(1_000), fc.nat(1_000), fc.nat(1_000)), { seed, numRuns: count })
    .map(([document, service, key, kind]) => ({ ...document, service, key, fault: FAULTS[kind % FAULTS.length]! }));
