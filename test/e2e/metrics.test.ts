/** Figures of a running stack: by operation and app at /metrics and at a collector, under the same names, and nobody's words among them. */
import { openDocumentStore } from "../../platform/documents/document-store.repository.js";
import { documentIdOf, readManifest } from "../../platform/documents/index.js";
import { createMetrics, openMetricsPush } from "../../platform/telemetry/index.js";
import { startCollector, type Collector } from "../support/collector.js";
import { expressions, metricsIn } from "../support/monitoring.js";
import { showcaseRequest } from "../support/showcase.js";
import { startStack, type TestStack } from "../support/stack.js";
import { VIEWERS } from "../support/viewers.js";

const PUBLISHED = "query WhoAmI { me { username } }";
const NUMBERED = "query Of110101199003070134 { me { username } }";

/** A client that nobody registered. */
const CLIENTS = { "client-unknown": { ...VIEWERS["app-open"], clientId: "client-of-wang" } };

let collector: Collector;
let stack: TestStack;
let gateway: Awaited<ReturnType<TestStack["another"]>>;
const lost: unknown[] = [];
beforeAll(async () => {
  collector = await startCollector();
  const pushMetricsOf = (service: string) =>
    openMetricsPush(
      {
        ...{ OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint, OTEL_METRICS_EXPORTER: "otlp" },
        // Sent at the end.
        OTEL_METRIC_EXPORT_INTERVAL: 3_600_000,
      },
      { service, onLost: (error) => void lost.push(error) },
    );
  stack = await startStack({ viewers: CLIENTS, pushMetricsOf });
  const store = openDocumentStore(stack.database.ownerUrl);
  const manifest = Object.fromEntries([PUBLISHED, NUMBERED].map((text) => [documentIdOf(text), text]));
  await store.publish("portal", "1", readManifest(JSON.stringify(manifest)));
  await store.close();
  gateway = await stack.another({ documents: { store: stack.database.ownerUrl, anonymousHeld: false } });
});
/** What is sent is whole once everything stopped. */
let stopped: Promise<void> | undefined;
const stop = (): Promise<void> => (stopped ??= stack.stop());
afterAll(async () => {
  await stop();
  collector.stop();
});

const scrape = async (url: string): Promise<string> => (await fetch(`${url}/metrics`)).text();

/** Where all of the stack's figures are read, two gateways first. */
const addresses = (): readonly string[] => [
  ...[gateway.gateway.adminUrl, stack.adminUrl],
  ...stack.subgraphs.map(({ url }) => new URL(url).origin),
];

/** Values of a metric by its labels without those of the process. */
const valuesOf = (text: string, name: string): Readonly<Record<string, number>> =>
  Object.fromEntries(
    [...text.matchAll(new RegExp(`^${name}\\{(.*)\\} (\\S+)$`, "gm"))].map(([, labels, value]) => [
      labels!.replace(/^process="[^"]*",|,process="[^"]*"/, ""),
      Number(value),
    ]),
  );

const askNamed = async (text: string, viewer?: string): Promise<number> => {
  const response = await fetch(`${gateway.gateway.url}/graphql`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(viewer === undefined ? {} : { authorization: `Bearer ${viewer}.test.test` }),
    },
    body: JSON.stringify({ documentId: documentIdOf(text) }),
  });
  await response.arrayBuffer();
  return response.status;
};

it("tells known operations and approved apps apart, and everything else together", async () => {
  const { query, variables } = showcaseRequest("restaurant-in-yanji");
  await gateway.ask(query, { variables });
  expect(await askNamed(PUBLISHED)).toBe(200);
  expect(await askNamed(PUBLISHED, "app-open")).toBe(200);
  expect(await askNamed(NUMBERED, "client-unknown")).toBe(200);
  await gateway.ask("query WangXiaoMing { me { username } }", { viewer: "client-unknown" });
  await gateway.ask("{ nothing }", { viewer: "app-open" });
  await gateway.ask("{ me { username } }", { headers: { authorization: "Bearer nobody.a.b" } });
  const text = await scrape(gateway.gateway.adminUrl);
  expect(valuesOf(text, "govgraph_operation_requests_total")).toEqual({
    'operation="RestaurantInYanji",outcome="ok"': 1,
    'operation="WhoAmI",outcome="ok"': 2,
    'operation="other",outcome="ok"': 2,
    'operation="other",outcome="error"': 1,
  });
  expect(valuesOf(text, "govgraph_app_requests_total")).toEqual({
    'app="anonymous",outcome="ok"': 2,
    'app="anonymous",outcome="refused"': 1,
    'app="app-open",outcome="ok"': 1,
    'app="app-open",outcome="error"': 1,
    'app="other",outcome="ok"': 2,
  });
  expect(valuesOf(text, "govgraph_app_errors_total")).toEqual({
    'app="anonymous",code="UNAUTHENTICATED"': 1,
    'app="app-open",code="BAD_USER_INPUT"': 1,
  });
  expect(valuesOf(text, "govgraph_operation_points_total")['operation="WhoAmI"']).toBeGreaterThanOrEqual(2);
  expect(valuesOf(text, "govgraph_app_seconds_count")['app="app-open"']).toBe(2);
});

it("has every metric that an alert or a panel names, with the labels by which it chooses", async () => {
  const texts = await Promise.all(addresses().map(scrape));
  const typed = new Set(texts.flatMap((text) => [...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name!)));
  const labels = new Map<string, Set<string>>();
  for (const [, name, given = ""] of texts.flatMap((text) => [...text.matchAll(/^(\w+)\{(.*)\} \S+$/gm)])) {
    const known = labels.get(name!) ?? new Set(["job", "instance"]);
    for (const [, label] of given.matchAll(/(\w+)="/g)) known.add(label!);
    labels.set(name!, known);
  }
  const named = expressions().flatMap(metricsIn);
  expect(named.length).toBeGreaterThan(30);
  expect(named.filter(({ name }) => !typed.has(name.replace(/_(bucket|sum|count)$/, "")) && !typed.has(name))).toEqual(
    [],
  );
  expect(
    named.filter(({ name, labels: chosen }) => chosen.some((label) => labels.get(name)?.has(label) === false)),
  ).toEqual([]);
  // Nothing has happened of which these tell, so that their labels can not be looked at here.
  expect([...new Set(named.map(({ name }) => name).filter((name) => !labels.has(name)))].sort()).toEqual([
    "govgraph_bundles_total",
    "govgraph_file_bytes_total",
    "govgraph_files_total",
    "govgraph_message_tries_total",
    "govgraph_shared_subgraph_requests_total",
  ]);
});

it("sends the same to a collector when it ends, and nobody's words", async () => {
  const canary = { search: "王小明110101199003070134" };
  await gateway.ask("query($search: String!) { divisions(search: $search) { code } }", { variables: canary });
  await stack.ask('{ organization(uscc: "91990101MA9000011P") { name contact } }', { viewer: "officer-1" });
  const texts = await Promise.all(addresses().map(scrape));
  await stop();
  const bodies = collector.bodies("/v1/metrics");
  expect(lost).toEqual([]);
  const resources = bodies.flatMap((body) => (JSON.parse(body) as Sent).resourceMetrics);
  const namesOf = (service: string): ReadonlySet<string> =>
    new Set(
      resources
        .filter(({ resource }) => textOf(resource.attributes, "service.name") === service)
        .flatMap(({ scopeMetrics }) => scopeMetrics.flatMap(({ metrics }) => metrics.map(({ name }) => name))),
    );
  const typed = (text: string): readonly string[] => [...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name!);
  expect([...namesOf("gateway")].sort()).toEqual([...new Set(typed(texts[0]!))].sort());
  expect([...namesOf("matters")].sort()).toEqual(
    [...new Set(typed(texts[2 + stack.subgraphs.findIndex(({ name }) => name === "matters")]!))].sort(),
  );
  // Two gateways of one name are told apart.
  const instances = resources.map(({ resource }) => textOf(resource.attributes, "service.instance.id"));
  expect(new Set(instances).size).toBe(stack.subgraphs.length + 2);
  const counted = resources
    .flatMap(({ scopeMetrics }) => scopeMetrics.flatMap(({ metrics }) => metrics))
    .filter(({ name }) => name === "govgraph_operation_requests_total")
    .flatMap(({ sum }) => sum!.dataPoints)
    .filter(({ attributes }) => textOf(attributes, "operation") === "WhoAmI");
  expect(counted.map(({ asDouble }) => asDouble)).toEqual([2]);
  for (const word of CANARIES) for (const text of [...texts, ...bodies]) expect(text).not.toContain(word);
});

const CANARIES = [
  ...["王小明", "WangXiaoMing", "client-of-wang", "110101199003070134", "officer-1", "demo-subject"],
  ...["91990101MA9000011P", "演示"],
];

type Attributes = readonly { readonly key: string; readonly value: { readonly stringValue: string } }[];

/** A body of OTLP/HTTP, as JSON. */
interface Sent {
  readonly resourceMetrics: readonly {
    readonly resource: { readonly attributes: Attributes };
    readonly scopeMetrics: readonly {
      readonly metrics: readonly {
        readonly name: string;
        readonly sum?: {
          readonly dataPoints: readonly { readonly attributes: Attributes; readonly asDouble: number }[];
        };
      }[];
    }[];
  }[];
}

const textOf = (attributes: Attributes, key: string): string | undefined =>
  attributes.find((attribute) => attribute.key === key)?.value.stringValue;

it("has a last sending that a collector may miss, and a collector that has to be named", async () => {
  const told: unknown[] = [];
  const config = { OTEL_METRICS_EXPORTER: "otlp", OTEL_METRIC_EXPORT_INTERVAL: 60_000 } as const;
  const options = { service: "test", onLost: (error: unknown) => void told.push(error) };
  const push = await openMetricsPush({ ...config, OTEL_EXPORTER_OTLP_ENDPOINT: "http://127.0.0.1:1" }, options);
  await push!(createMetrics("test").registry).stop();
  expect(told).toHaveLength(1);
  await expect(openMetricsPush({ ...config, OTEL_EXPORTER_OTLP_ENDPOINT: "" }, options)).rejects.toThrow(
    /OTEL_EXPORTER_OTLP_ENDPOINT is not set/,
  );
});
