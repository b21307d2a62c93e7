/** The planning thread: what ends it, what it costs whom, and that it goes when nobody needs it. */
import { createCompiledEngineLoader } from "../../../gateway/engine/compiled/compiled-engine.js";
import { ENDED_BY } from "../../../gateway/engine/planning/ended-by.js";
import {
  createPlanningThread,
  type OpenGraph,
  type PlanningThread,
} from "../../../gateway/engine/planning/planning-thread.js";
import { PlanningLost, type PlanningThreadOptions } from "../../../gateway/engine/planning/questions.js";
import type { RunningGateway } from "../../../gateway/gateway.js";
import { startFixtureGateway } from "../../support/fixture-gateway.js";
import { fixtureSupergraph, startFixtureSubgraph, type FixtureSubgraph } from "../../support/fixture-subgraphs.js";
import { FATAL } from "../../support/planning-threads/faulty.js";

const FAULTY = new URL("../../support/planning-threads/faulty.js", import.meta.url);
const SUPERGRAPH = fixtureSupergraph();
const GOOD = "{ topics }";

/** Short enough for a test of what takes for ever, and long enough for a plan on a busy machine. */
const SHORT = { planMs: 2_000 };

const opened: OpenGraph[] = [];
const open = async (options: PlanningThreadOptions = {}): Promise<{ thread: PlanningThread; graph: OpenGraph }> => {
  const thread = createPlanningThread({ source: FAULTY, ...options });
  const graph = await thread.open(SUPERGRAPH);
  opened.push(graph);
  return { thread, graph };
};
afterEach(async () => {
  for (const graph of opened.splice(0)) await graph.close();
});

/** The thread that planned it. */
const threadOf = async (graph: OpenGraph, document = GOOD): Promise<string | undefined> => {
  const plan = await graph.plan(document);
  return plan?.kind === "Fetch" ? plan.operationName : undefined;
};

describe("a planning thread", () => {
  it("plans for several supergraphs, says what is wrong with a document, and ends with the last of them", async () => {
    const { thread, graph } = await open();
    const other = await thread.open(fixtureSupergraph({ withoutStars: true }));
    const same = await thread.open(SUPERGRAPH);
    const planner = await threadOf(graph);
    expect(planner).toMatch(/^thread\d+$/);
    expect([await threadOf(other), await threadOf(same)]).toEqual([planner, planner]);
    await expect(other.plan("{ absent }")).rejects.toThrow("absent");
    expect(await threadOf(other)).toBe(planner);
    await Promise.all([other.close(), same.close()]);
    expect(thread.running()).toBe(true);
    await opened.pop()!.close();
    expect(thread.running()).toBe(false);
  });

  it("plans for who still holds a supergraph that was closed, and ends with the last of them, whatever it does", async () => {
    const { thread, graph } = await open();
    const [first, second] = [graph.hold(), graph.hold()];
    await opened.pop()!.close();
    expect(await threadOf(graph)).toMatch(/^thread/);
    await first();
    await first();
    expect(thread.running()).toBe(true);
    const never = graph.plan("{ shops { stars } }");
    const neither = graph.plan(GOOD);
    const given = Promise.allSettled([never, neither]);
    await second();
    expect((await given).map((one) => one.status === "rejected" && (one.reason as Error).message)).toEqual(
      Array.from({ length: 2 }, () => "Nobody waits for the plan."),
    );
    expect(thread.running()).toBe(false);
    // Who comes after that begins another.
    const third = graph.hold();
    expect(await threadOf(graph)).toMatch(/^thread/);
    await third();
    expect(thread.running()).toBe(false);
  });

  it("says what is wrong with a supergraph, and is not kept for one that is no good", async () => {
    const thread = createPlanningThread({ source: FAULTY });
    await expect(thread.open("type Query { a: Int }")).rejects.toThrow("supergraph");
    expect(thread.running()).toBe(false);
    await expect(thread.open(FATAL)).rejects.toBeInstanceOf(PlanningLost);
    expect(thread.running()).toBe(false);
  });

  it.each([
    ["takes for ever", "{ shops { stars } }"],
    ["ends the thread", "{ shops { next { id } } }"],
    ["takes all memory", "{ shops { broken } }"],
  ])("a document that %s fails alone, those behind it are planned by another thread", async (_case, document) => {
    const { graph } = await open({ limits: { ...SHORT, heapMib: 64 } });
    const first = await threadOf(graph);
    const [bad, ...others] = await Promise.allSettled([graph.plan(document), threadOf(graph), threadOf(graph)]);
    expect(bad).toMatchObject({ status: "rejected", reason: expect.any(PlanningLost) as PlanningLost });
    const planners = others.map((one) => (one.status === "fulfilled" ? one.value : one.reason));
    expect(planners[0]).toMatch(/^thread\d+$/);
    expect(planners[0]).not.toBe(first);
    expect(planners[1]).toBe(planners[0]);
  });

  it("a document that ended it is refused without being planned for a while, and then may be again", async () => {
    let now = Date.now();
    const { graph } = await open({ now: () => now });
    const ends = "{ shops { next { id } } }";
    await expect(graph.plan(ends)).rejects.toThrow("lost");
    const planner = await threadOf(graph);
    await expect(graph.plan(ends)).rejects.toBeInstanceOf(PlanningLost);
    expect(await threadOf(graph)).toBe(planner);
    now += ENDED_BY.forMs;
    await expect(graph.plan(ends)).rejects.toThrow("lost");
    expect(await threadOf(graph)).not.toBe(planner);
  });
});

describe("a gateway whose planning thread fails", () => {
  let services: FixtureSubgraph[];
  const running: RunningGateway[] = [];
  beforeAll(async () => {
    services = await Promise.all([startFixtureSubgraph("shops"), startFixtureSubgraph("ratings")]);
  });
  afterEach(async () => {
    for (const gateway of running.splice(0)) await gateway.stop();
  });
  afterAll(() => Promise.all(services.map((service) => service.stop())));

  const start = async (planMs: number, requestMs = 60_000) => {
    const lost: Error[] = [];
    const thread = createPlanningThread({ source: FAULTY, limits: { planMs } });
    const gateway = await startFixtureGateway(services, {
      loadEngine: createCompiledEngineLoader({ lost: (error) => void lost.push(error) }, thread),
      deadlines: { callMs: 60_000, requestMs },
    });
    running.push(gateway);
    const ask = async (query: string) => {
      const response = await fetch(`${gateway.url}/graphql`, {
        method: "POST",
        body: JSON.stringify({ query }),
        headers: { "content-type": "application/json" },
      });
      const { data, errors } = (await response.json()) as {
        data?: unknown;
        errors?: { extensions: Record<string, unknown> }[];
      };
      return {
        status: response.status,
        retryAfter: response.headers.get("retry-after"),
        data,
        codes: errors?.map(({ extensions }) => [extensions["code"], extensions["reason"]]),
      };
    };
    return { gateway, thread, lost, ask };
  };
  const REFUSED = {
    status: 503,
    retryAfter: "2",
    data: undefined,
    codes: [["SERVICE_UNAVAILABLE", "PLANNING"]],
  };
  const STARS = "{ shops { stars } }";

  it("says 503 with reason PLANNING for the document that it was lost over, and answers all others", async () => {
    const { thread, lost, ask } = await start(SHORT.planMs);
    const [bad, same, good] = await Promise.all([ask(STARS), ask(`query Again ${STARS}`), ask("{ topics }")]);
    expect([bad, same]).toEqual([REFUSED, REFUSED]);
    expect(good).toMatchObject({ status: 200, data: { topics: ["a"] } });
    expect(lost.map(({ cause }) => (cause as Error).message)).toEqual(["More than 2000 ms."]);
    await running.pop()!.stop();
    expect(thread.running()).toBe(false);
  });

  it("answers what it knows while a document is planned, and refuses at the deadline who waits for that plan", async () => {
    const { gateway, thread, lost, ask } = await start(600_000, 3_000);
    expect((await ask("{ topics }")).data).toEqual({ topics: ["a"] });
    let over = false;
    const waiting = ask(STARS).finally(() => (over = true));
    const answers: unknown[] = [];
    while (!over) {
      const [known, live] = await Promise.all([ask("{ topics }"), fetch(`${gateway.url}/livez`)]);
      answers.push([known.status, live.status]);
    }
    expect(await waiting).toEqual(REFUSED);
    expect(answers.length).toBeGreaterThan(1);
    expect(answers.every((answer) => String(answer) === "200,200")).toBe(true);
    expect(thread.running()).toBe(true);
    // Stopping waits for no plan that nobody waits for.
    await running.pop()!.stop();
    expect([lost, thread.running()]).toEqual([[], false]);
  });

  it("takes another edition into use, for which the same thread plans", async () => {
    const { gateway, thread, ask } = await start(60_000);
    await gateway.reload();
    expect((await ask("{ topics }")).data).toEqual({ topics: ["a"] });
    expect(thread.running()).toBe(true);
  });
});
