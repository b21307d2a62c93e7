/** Traces from gateway to SQL at a collector: who is under whom, what is recorded, and that nothing personal is in any span. */
import { openTracing } from "../../platform/telemetry/index.js";
import { startCollector, type Collector } from "../support/collector.js";
import { showcaseRequest } from "../support/showcase.js";
import { startStack, type TestStack } from "../support/stack.js";

interface Sent {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly service: string;
}

interface Batch {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: readonly { key: string; value: { stringValue: string } }[] };
    readonly scopeSpans: readonly { readonly spans: readonly Omit<Sent, "service">[] }[];
  }[];
}

let collector: Collector;
const lost: unknown[] = [];
const bodies = (): readonly string[] => collector.bodies("/v1/traces");

beforeAll(async () => {
  collector = await startCollector();
});
afterAll(() => collector.stop());
beforeEach(() => collector.clear());

/** Runs requests on a stack of its own; what was sent is whole once it stopped. */
const traced = async (
  requests: (stack: TestStack) => Promise<void>,
  { share = 1, to = collector.endpoint }: { readonly share?: number; readonly to?: string } = {},
): Promise<Sent[]> => {
  const stack = await startStack({
    tracingOf: (service) =>
      openTracing(
        { OTEL_EXPORTER_OTLP_ENDPOINT: to, OTEL_TRACES_SAMPLER_ARG: share },
        { service, followsAsker: service !== "gateway", onLost: (error) => void lost.push(error) },
      ),
  });
  try {
    await requests(stack);
  } finally {
    await stack.stop();
  }
  return bodies()
    .flatMap((body) => (JSON.parse(body) as Batch).resourceSpans)
    .flatMap(({ resource, scopeSpans }) => {
      const service = resource.attributes.find(({ key }) => key === "service.name")!.value.stringValue;
      return scopeSpans.flatMap(({ spans }) => spans.map((span) => ({ ...span, service })));
    });
};

const TRACE = "0af7651916cd43dd8448eb211c80319c";
const FROM_CLIENT = { traceparent: `00-${TRACE}-b7ad6b7169203331-00` };

it("has a request of many services under the client's trace, statement by statement, and nobody's words in it", async () => {
  const spans = await traced(async (stack) => {
    const { query, variables } = showcaseRequest("restaurant-in-yanji");
    const canary = { ...variables, search: "王小明110101199003070134" };
    const asked = await stack.ask(query, { viewer: "supervisor-1", variables: canary, headers: FROM_CLIENT });
    expect(asked.headers.get("traceparent")).toMatch(new RegExp(`^00-${TRACE}-[0-9a-f]{16}-01$`));
    await stack.ask(query, { viewer: "citizen-1", variables, headers: FROM_CLIENT });
    const named = 'query Of110101199003070134 { organization(uscc: "91990101MA9000011P") { name contact } }';
    await stack.ask(named, { viewer: "officer-1", headers: FROM_CLIENT });
  });
  expect(new Set(spans.map(({ traceId }) => traceId))).toEqual(new Set([TRACE]));
  const byId = new Map(spans.map((span) => [span.spanId, span]));
  const wayOf = (span: Sent | undefined): string[] =>
    span === undefined ? [] : [...wayOf(byId.get(span.parentSpanId ?? "")), `${span.service}: ${span.name}`];
  const ways = new Set(spans.map((span) => wayOf(span).join(" > ")));
  expect([...ways]).toEqual(
    expect.arrayContaining([
      "gateway: operation RestaurantInYanji",
      "gateway: operation",
      "gateway: operation RestaurantInYanji > gateway: ask matters > matters: matters > matters: SELECT service_matters",
      "gateway: operation > gateway: ask reference > reference: reference > reference: SELECT organizations",
    ]),
  );
  // Nothing hangs in the air but the first, whose parent is the client's.
  const orphans = spans.filter(({ parentSpanId = "" }) => !byId.has(parentSpanId));
  expect(new Set(orphans.map(({ service, parentSpanId }) => `${service} ${parentSpanId}`))).toEqual(
    new Set(["gateway b7ad6b7169203331"]),
  );
  const text = bodies().join("");
  for (const word of [
    "王小明",
    "110101199003070134",
    "supervisor-1",
    "citizen-1",
    "demo-subject",
    "延吉",
    "91990101MA9000011P",
  ])
    expect(text).not.toContain(word);
  expect(text).not.toMatch(/select "|where |演示/);
});

it("records none where the share is nought, whatever the client's flags say", async () => {
  const spans = await traced(
    async (stack) => {
      const headers = { traceparent: `00-${TRACE}-b7ad6b7169203331-01` };
      const { headers: answered } = await stack.ask("{ me { username } }", { headers });
      expect(answered.get("traceparent")).toMatch(new RegExp(`^00-${TRACE}-[0-9a-f]{16}-00$`));
      await stack.ask('{ divisions(search: "延吉") { code } }', { headers });
    },
    { share: 0 },
  );
  expect(spans).toEqual([]);
});

it("names doors by their first step, what nobody has by nothing, and takes probes for nobody's request", async () => {
  const spans = await traced(async (stack) => {
    for (const path of ["/livez", "/readyz", "/negative-list", "/nobody/13800138000", "/schema.graphql"])
      await (await fetch(`${stack.url}${path}`)).arrayBuffer();
    await stack.ask("{ nothing }");
  });
  expect(spans.map(({ name }) => name).sort()).toEqual([
    "GET",
    "GET /negative-list",
    "GET /schema.graphql",
    "operation",
  ]);
});

it("answers as before where the collector is away, and tells of it", async () => {
  await traced(
    async (stack) => {
      const { status } = await stack.ask("{ me { username } }");
      expect(status).toBe(200);
    },
    { to: "http://127.0.0.1:1" },
  );
  expect(bodies()).toEqual([]);
  expect(lost.length).toBeGreaterThan(0);
});
