/** Part of `npm run bench -- limits`: what planning costs by the number of fields below unions, and what one client's twenty documents do to others. */
import { readFileSync } from "node:fs";
import { buildSchema, parse } from "graphql";
import type { GatewayContext } from "../../gateway/context.js";
import { readCostDirectives } from "../../gateway/document/cost-directives.js";
import { measureCost } from "../../gateway/document/cost.js";
import { createApolloGatewayLoader } from "../../gateway/engine/apollo/apollo-gateway-engine.js";
import { readSchemaFile } from "../../gateway/generation/schema-files.js";
import type { EnginePolicy, LoadEngine } from "../../gateway/engine/query-engine.js";
import { createCompiledEngineLoader } from "../../gateway/engine/compiled/compiled-engine.js";
import { createPlanningThread } from "../../gateway/engine/planning/planning-thread.js";
import type { Subgraph } from "../../gateway/upstream/subgraph.js";
import { SHOWCASE, showcaseRequest } from "../support/showcase.js";
import { planningDocument } from "../support/planning-documents.js";
import { at, timed } from "./figures.js";

const DOCUMENTS = 20;
/** Fields of each member of the union: with these a document has some 60, 140, 230, 320 and 420 fields below unions. */
const WIDTHS = [4, 10, 16, 25, 40];
/** With these a document has 2.2 KB. */
const WIDTH = 9;
const CONTEXT = { client: "bench", deadlineAt: Date.now() + 3_600_000 } as unknown as GatewayContext;

/** A service that gives nothing at once. */
const NOTHING: Subgraph = { ask: async () => ({ data: {} }) };
const NO_POLICY: EnginePolicy = { closedFields: new Set(), isSameForAll: () => false };

const SCHEMA = buildSchema(readSchemaFile("public.graphql"));

/** Milliseconds of CPU that planning alone takes, services answering nothing at once. */
export const planningByFields = async (): Promise<object> => {
  const supergraph = readSchemaFile("supergraph.graphql");
  const model = { schema: SCHEMA, directives: readCostDirectives(supergraph) };
  const engine = await createApolloGatewayLoader()(supergraph, () => NOTHING, NO_POLICY);
  const plan = async (number: number, width: number): Promise<{ cpuMs: number; fields: number; bytes: number }> => {
    const text = planningDocument(SCHEMA, number, width);
    const document = parse(text);
    const before = process.cpuUsage();
    await engine.execute({ document, variables: {}, viewerClass: "bench", context: CONTEXT });
    const { user, system } = process.cpuUsage(before);
    const fields = measureCost(document, {}, model).abstractFields;
    return { cpuMs: (user + system) / 1_000, fields, bytes: Buffer.byteLength(text) };
  };
  // The first plans find the program cold.
  for (let number = 0; number < 10; number++) await plan(1_000 + number, WIDTH);
  const rows: object[] = [];
  for (const width of WIDTHS) {
    const plans: Awaited<ReturnType<typeof plan>>[] = [];
    for (let number = 0; number < DOCUMENTS; number++) plans.push(await plan(number, width));
    const times = plans.map(({ cpuMs }) => cpuMs).sort((a, b) => a - b);
    const [{ fields, bytes }] = plans as [(typeof plans)[number]];
    rows.push({ fields, bytes, medianCpuMs: at(times, 0.5), worstCpuMs: at(times, 1) });
  }
  await engine.stop();
  return { plansEach: DOCUMENTS, rows };
};

interface Planned {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** CPU time of the thread of the event loop, in milliseconds, as Linux tells it: other threads and processes are not in it. */
const loopCpuMs = (): number =>
  Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, "utf8").split(" ")[0]) / 1e6;

/** Most CPU that the event loop spends in one of its rounds while something is done, and how long that takes, in milliseconds. */
const blocked = async (work: () => Promise<unknown>): Promise<{ readonly blockMs: number; readonly ms: number }> => {
  const started = performance.now();
  let [longest, over, last] = [0, false, loopCpuMs()];
  const round = (): void => {
    const now = loopCpuMs();
    longest = Math.max(longest, now - last);
    last = now;
    if (!over) setTimeout(round, 1);
  };
  // A loop that spins would take the core on which the thread plans.
  setTimeout(round, 1);
  await work();
  const ms = performance.now() - started;
  over = true;
  round();
  return { blockMs: longest, ms };
};

/** What plans of documents that were never seen do to the event loop: the showcase and documents of 25 fields a member, by engine; ApolloGateway plans on it, ours in a thread. */
export const planningOnAndOffTheLoop = async (): Promise<object> => {
  const supergraph = readSchemaFile("supergraph.graphql");
  const showcase = SHOWCASE.map(({ name }) => showcaseRequest(name));
  const large = Array.from({ length: DOCUMENTS }, (_, number) => ({
    query: planningDocument(SCHEMA, number, 25),
    variables: {},
  }));
  const rssMib = (): number => Math.round(process.memoryUsage().rss / 1024 / 1024);
  const measured: object[] = [];
  const engines: readonly (readonly [string, LoadEngine])[] = [
    ["compiled", createCompiledEngineLoader({}, createPlanningThread())],
    ["apollo", createApolloGatewayLoader()],
  ];
  for (const [name, load] of engines) {
    const before = rssMib();
    const loading = await blocked(() => load(supergraph, () => NOTHING, NO_POLICY));
    const engine = await load(supergraph, () => NOTHING, NO_POLICY);
    const plan = async ({ query, variables }: Planned): Promise<{ blockMs: number; ms: number }> => {
      const document = parse(query);
      return blocked(() => engine.execute({ document, variables, viewerClass: "bench", context: CONTEXT }));
    };
    const of = async (documents: readonly Planned[]): Promise<object> => {
      const plans: Awaited<ReturnType<typeof plan>>[] = [];
      for (const document of documents) plans.push(await plan(document));
      const blocks = plans.map(({ blockMs }) => blockMs).sort((a, b) => a - b);
      const times = plans.map(({ ms }) => ms).sort((a, b) => a - b);
      return {
        plans: plans.length,
        blockMedianMs: at(blocks, 0.5),
        blockWorstMs: at(blocks, 1),
        medianMs: at(times, 0.5),
      };
    };
    measured.push({
      engine: name,
      loadMs: Math.round(loading.ms),
      loadBlockMs: Math.round(loading.blockMs),
      rssAddedMib: rssMib() - before,
      showcaseCold: await of(showcase),
      large: await of(large),
    });
    await engine.stop();
  }
  return { engines: measured };
};

const send = async (url: string, query: string, address: string): Promise<string> => {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-forwarded-for": address },
    body: JSON.stringify({ query }),
  });
  const { errors } = (await response.json()) as { errors?: { extensions: { reason?: string; code: string } }[] };
  return errors?.[0] ? (errors[0].extensions.reason ?? errors[0].extensions.code) : "ANSWERED";
};

/** One client sends twenty documents that are all to be planned; another sends one, and `/livez` is asked all the time. */
export const planningBesideOthers = async (url: string): Promise<object> => {
  const documents = Array.from({ length: DOCUMENTS }, (_, number) => planningDocument(SCHEMA, number, WIDTH));
  const live = (): Promise<number> => timed(async () => void (await (await fetch(`${url}/livez`)).text()));
  for (let number = 0; number < 10; number++)
    await send(url, planningDocument(SCHEMA, 1_000 + number, WIDTH), "192.0.2.9");
  const alone: number[] = [];
  for (let round = 0; round < 50; round++) alone.push(await live());
  let answered = 0;
  const outcomes: string[] = [];
  const many = documents.map(async (query) => {
    outcomes.push(await send(url, query, "192.0.2.1"));
    answered += 1;
  });
  let answeredBefore = 0;
  const other = timed(async () => {
    const outcome = await send(url, planningDocument(SCHEMA, 2_000, WIDTH), "192.0.2.2");
    if (outcome !== "ANSWERED") throw new Error(`The other client got ${outcome}.`);
    answeredBefore = answered;
  });
  const waits: number[] = [];
  while (answered < DOCUMENTS) waits.push(await live());
  const otherMs = await other;
  await Promise.all(many);
  for (const times of [alone, waits]) times.sort((a, b) => a - b);
  return {
    documents: DOCUMENTS,
    bytes: Buffer.byteLength(documents[0]!),
    outcomes: Object.fromEntries(
      [...new Set(outcomes)].map((one) => [one, outcomes.filter((each) => each === one).length]),
    ),
    livezAloneMedianMs: at(alone, 0.5),
    livezAsked: waits.length,
    livezMedianMs: at(waits, 0.5),
    livezWorstMs: at(waits, 1),
    othersDocumentMs: Number(otherMs.toFixed(1)),
    answeredBeforeTheOthers: answeredBefore,
  };
};
