/** Generated documents with `@defer` over the fixtures: the parts put together are the answer of the same document without it, and services are asked the same. */
import "reflect-metadata";
import fc from "fast-check";
import { engineLoader } from "../../../../gateway/engine/engines.js";
import type { SubgraphAnswer } from "../../../../gateway/upstream/subgraph.js";
import { deferSome } from "../../../support/deferred-documents.js";
import { startGraph, type FederatedGraph } from "../../../support/federated-graph.js";
import { together, type PartRead } from "../../../support/parts.js";
import { documentsOf } from "./differential.js";
import { faultOf, FAULTS, leafKeysOf } from "./faults.js";
import { FIXTURES } from "./fixtures/index.js";

const SEED = 20_261_129;
const COUNT = 20;

/** JSON with the keys of objects in order: parts come in another order than fields. */
const ordered = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(ordered).join()}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value) ?? "undefined";
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${ordered((value as Record<string, unknown>)[key])}`).join()}}`;
};

/** Errors by what they are and where, each once: a field of two parts is told in both. */
const errorsOf = (errors: readonly unknown[] = []): string[] =>
  [
    ...new Set(
      (errors as NonNullable<PartRead["errors"]>).map(({ path, extensions }) =>
        JSON.stringify([extensions["code"], path ?? null, extensions["service"]]),
      ),
    ),
  ].sort();

/** True where a null bubbled to the top of a part: as one, it would have bubbled on. */
const bubbled = (parts: readonly PartRead[]): boolean =>
  parts[0]!.data === null || parts.some(({ incremental = [] }) => incremental.some(({ data }) => data === null));

const valueAt = (data: unknown, path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>((at, step) => (at as Record<string | number, unknown> | null | undefined)?.[step] ?? null, data);

interface Compared {
  documents: number;
  later: number;
  bubbles: number;
}

/** What each service was asked for how many objects; fields in fragments are planned in another order. */
const requestsOf = ({ sent }: FederatedGraph): string[] =>
  sent.map(({ service, query, variables }) => `${service} ${[...query].sort().join("")} ${ordered(variables)}`).sort();

/** Throws where parts and whole differ. */
const compare = async (
  graph: FederatedGraph,
  query: string,
  variables: Record<string, unknown>,
  tape: readonly number[],
  counts: Compared,
) => {
  const deferring = deferSome(query, tape);
  graph.sent.length = 0;
  const whole = await graph.ask(query, variables);
  const asked = requestsOf(graph);
  graph.sent.length = 0;
  const parts = await graph.askInParts(deferring, variables);
  expect([deferring, requestsOf(graph)]).toEqual([deferring, asked]);
  expect([deferring, ordered(await graph.ask(deferring, variables))]).toEqual([deferring, ordered(whole)]);
  counts.documents += 1;
  if (parts.length > 1) {
    counts.later += 1;
    expect(parts.map(({ hasNext }) => hasNext).slice(1)).toEqual([...parts.slice(2).map(() => true), false]);
  }
  if (bubbled(parts)) {
    counts.bubbles += 1;
    // Where a part is null, the whole is null there or lacks what is null in the part.
    for (const { incremental = [] } of parts)
      for (const { path, data } of incremental) if (data === null) expect(valueAt(whole.data, path)).toBeNull();
    return;
  }
  const made = together(parts);
  expect([deferring, variables, ordered(made.data)]).toEqual([deferring, variables, ordered(whole.data)]);
  // What is below an object that another field made null is in no part.
  const given = errorsOf(made.errors);
  const lost = (error: string): boolean => {
    const path = (JSON.parse(error) as [unknown, (string | number)[] | null])[1] ?? [];
    return !given.includes(error) && valueAt(whole.data, path.slice(0, -1)) === null;
  };
  const expected = errorsOf(whole.errors).filter((error) => !lost(error));
  expect([deferring, variables, given]).toEqual([deferring, variables, expected]);
};

describe("generated documents with @defer", () => {
  const counts: Compared = { documents: 0, later: 0, bubbles: 0 };

  it.each(FIXTURES.map((fixture) => [fixture.feature, fixture] as const))(
    "agree with the same without it, also where a service says something wrong: %s",
    async (_feature, fixture) => {
      let say = (_service: string, answer: SubgraphAnswer): SubgraphAnswer => answer;
      const loadEngine = (await engineLoader("compiled"))();
      const graph = await startGraph(fixture.services, {
        loadEngine,
        instead: (service, answer) => say(service, answer),
      });
      try {
        const tapes = fc.array(fc.nat(1_000), { minLength: 20, maxLength: 60 });
        await fc.assert(
          fc.asyncProperty(
            documentsOf(graph.schema),
            tapes,
            fc.nat(1_000),
            async ({ query, variables }, tape, which) => {
              fc.pre(!fixture.unplanned?.test(query));
              fixture.root();
              const keys = new Map<string, Set<string>>();
              say = (service, answer) => {
                leafKeysOf(answer.data, keys.get(service) ?? keys.set(service, new Set()).get(service)!);
                return answer;
              };
              await compare(graph, query, variables, tape, counts);
              const service = [...keys.keys()].sort()[which % keys.size || 0];
              const known = [...(keys.get(service!) ?? [])].sort();
              const fault = FAULTS[which % FAULTS.length]!;
              say = (name, answer) => (name === service ? faultOf(fault, answer, known[which % known.length]) : answer);
              await compare(graph, query, variables, tape, counts);
            },
          ),
          { numRuns: COUNT, seed: SEED, endOnFailure: true },
        );
      } finally {
        await graph.stop();
      }
    },
  );

  it("are many, of which most have parts that come later, and few lose one to a null", () => {
    expect(counts.documents).toBeGreaterThan(FIXTURES.length * COUNT);
    expect(counts.later / counts.documents).toBeGreaterThan(0.3);
    expect(counts.bubbles / counts.documents).toBeLessThan(0.5);
  });
});
