/**
 * `npm install --no-save @graphql-hive/router-query-planner@0.0.38 && npm run bench -- planners`: plans generated documents over the
 * public graph with both planners: what each refuses, which services they ask, in how many requests and waves (decision 59).
 */
import "reflect-metadata";
import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import fc from "fast-check";
import { buildSchema, parse, print } from "graphql";
import { compileDocument } from "../../gateway/document/compile.js";
import { createRuleIndex } from "../../gateway/disclosure/rule-index.js";
import { createApolloPlanner } from "../../gateway/engine/planning/apollo-planner.js";
import { readSchemaFile } from "../../gateway/generation/schema-files.js";
import { projectPath, runMain } from "../../platform/config/index.js";
import { documentsTo, targetsOf } from "../support/directed-documents.js";
import { NOTHING_CLOSED } from "../support/fixture-gateway.js";
import { at } from "./figures.js";
import type { HiveAnswer, HiveNode } from "./hive-planner.js";

const SEED = Number(process.env["BENCH_SEED"] ?? 20_261_129);
/** Documents for every few fields of a type. */
const RUNS = Number(process.env["BENCH_RUNS"] ?? 6);

/** Links within a service to a field that requires another's. */
const LINKS = [
  `{ organization(uscc: "91990101MA9000011P") { intermediaryProcurements { nodes { selected { creditGate { mayBid } } } } } }`,
  `{ organization(uscc: "91990101MA9000011P") { penalties { nodes { authority { creditReport { __typename } } } } } }`,
  `{ organization(uscc: "91990101MA9000011P") { intermediaryComposites { scoredBy { creditGate { mayBid } } } } }`,
];

/** What a plan asks. */
interface Asked {
  readonly services: ReadonlySet<string>;
  readonly requests: number;
  /** Requests of which each waits for the one before. */
  readonly waves: number;
}

const NOTHING: Asked = { services: new Set(), requests: 0, waves: 0 };

const askedBy = (node: HiveNode | undefined): Asked => {
  if (!node) return NOTHING;
  if (node.serviceName !== undefined) return { services: new Set([node.serviceName]), requests: 1, waves: 1 };
  const parts = (node.nodes ?? [node.node]).map(askedBy);
  const waves = parts.map((part) => part.waves);
  return {
    services: new Set(parts.flatMap(({ services }) => [...services])),
    requests: parts.reduce((sum, { requests }) => sum + requests, 0),
    waves: node.kind === "Sequence" ? waves.reduce((sum, each) => sum + each, 0) : Math.max(0, ...waves),
  };
};

const startHive = async (): Promise<ChildProcess> => {
  const child = fork(projectPath("dist/test/bench/hive-planner.js"));
  await Promise.race([
    once(child, "message"),
    once(child, "exit").then(() => {
      throw new Error(
        "Hive's planner is not installed: npm install --no-save @graphql-hive/router-query-planner@0.0.38",
      );
    }),
  ]);
  return child;
};

/** What Hive's planner makes of a document; undefined where its process ended over it. */
const planWith = async (hive: ChildProcess, document: string): Promise<HiveAnswer | undefined> => {
  const settled = new AbortController();
  const { signal } = settled;
  const answered = once(hive, "message", { signal }).then(([answer]) => answer as HiveAnswer);
  const ended = once(hive, "exit", { signal }).then(() => undefined);
  hive.send(document);
  const first = await Promise.race([answered, ended]);
  settled.abort();
  await Promise.allSettled([answered, ended]);
  return first;
};

/** The document as the engine plans it, under no name of a client's; undefined where there is nothing to plan. */
const normalised = (schema: ReturnType<typeof buildSchema>, query: string, variables: object): string | undefined => {
  const rules = createRuleIndex(NOTHING_CLOSED, schema);
  const options = { schema, rules, isDenied: () => false, variables: { ...variables } };
  const { document } = compileDocument(parse(query), options);
  return document && print(document);
};

await runMain(async () => {
  const apollo = createApolloPlanner(readSchemaFile("supergraph.graphql"));
  const schema = buildSchema(apollo.graph.schema);
  let hive = await startHive();
  const refusals: Record<string, number> = {};
  const [apolloMs, hiveMs]: [number[], number[]] = [[], []];
  const counts = { documents: 0, ended: 0, refused: 0, sameServices: 0, sameWaves: 0 };
  const sums = { apolloRequests: 0, hiveRequests: 0, apolloWaves: 0, hiveWaves: 0 };
  for (const target of targetsOf(schema))
    for (const { query, variables } of fc.sample(documentsTo(schema, target), { seed: SEED, numRuns: RUNS })) {
      const document = normalised(schema, query, variables);
      if (!document) continue;
      counts.documents += 1;
      const started = performance.now();
      const ours = askedBy(apollo.plan(document));
      apolloMs.push(performance.now() - started);
      const message = await planWith(hive, document);
      if (!message) {
        counts.ended += 1;
        hive = await startHive();
        continue;
      }
      const { node, refused, ms } = message;
      if (refused !== undefined) {
        counts.refused += 1;
        const kind = refused.replace(/'[^']*'|"[^"]*"|`[^`]*`/g, "…").slice(0, 120);
        refusals[kind] = (refusals[kind] ?? 0) + 1;
        continue;
      }
      hiveMs.push(ms);
      const theirs = askedBy(node);
      if ([...ours.services].sort().join() === [...theirs.services].sort().join()) counts.sameServices += 1;
      if (ours.waves === theirs.waves) counts.sameWaves += 1;
      sums.apolloRequests += ours.requests;
      sums.hiveRequests += theirs.requests;
      sums.apolloWaves += ours.waves;
      sums.hiveWaves += theirs.waves;
    }
  let linksRefused = 0;
  for (const link of LINKS) {
    const document = normalised(schema, link, {})!;
    apollo.plan(document);
    const answer = await planWith(hive, document);
    if (answer?.refused !== undefined) linksRefused += 1;
  }
  hive.kill();
  const timesOf = (times: number[]): object => {
    times.sort((one, other) => one - other);
    return { medianMs: at(times, 0.5), p99Ms: at(times, 0.99) };
  };
  const results = {
    seed: SEED,
    ...counts,
    ...sums,
    refusals,
    links: LINKS.length,
    linksRefused,
    apollo: timesOf(apolloMs),
    hive: timesOf(hiveMs),
  };
  process.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
  const measured = { measuredOn: new Date().toISOString().slice(0, 10), node: process.version, results };
  writeFileSync(projectPath("test/bench/results/planners.json"), `${JSON.stringify(measured, null, 2)}\n`);
});
