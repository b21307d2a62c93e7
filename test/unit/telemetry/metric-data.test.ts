/** Metrics of a Prometheus registry in OpenTelemetry's data model: the same figures under the same names. */
import { Counter, Gauge, Histogram, Registry, Summary } from "prom-client";
import { AggregationTemporality, DataPointType } from "@opentelemetry/sdk-metrics";
import { toMetricData } from "../../../platform/telemetry/metric-data.js";

const SPAN = { since: 1_000, until: 2_500 };

const made = async (fill: (registers: Registry[]) => void) => {
  const registry = new Registry();
  registry.setDefaultLabels({ process: "gateway" });
  fill([registry]);
  return toMetricData(await registry.getMetricsAsJSON(), SPAN);
};

it("a counter is a monotonic sum since counting began, a gauge what it is", async () => {
  const [counter, gauge] = await made((registers) => {
    const requests = new Counter({ name: "asked_total", help: "Asked", labelNames: ["outcome"], registers });
    requests.inc({ outcome: "ok" }, 3);
    requests.inc({ outcome: "error" });
    new Gauge({ name: "waiting", help: "Waiting", registers }).set(7);
  });
  expect(counter).toMatchObject({
    descriptor: { name: "asked_total", description: "Asked" },
    dataPointType: DataPointType.SUM,
    isMonotonic: true,
    aggregationTemporality: AggregationTemporality.CUMULATIVE,
    dataPoints: [
      { attributes: { outcome: "ok" }, value: 3, startTime: [1, 0], endTime: [2, 500_000_000] },
      { attributes: { outcome: "error" }, value: 1 },
    ],
  });
  expect(counter!.dataPoints[0]!.attributes).toEqual({ outcome: "ok" });
  expect(gauge).toMatchObject({ dataPointType: DataPointType.GAUGE, dataPoints: [{ attributes: {}, value: 7 }] });
});

it("a bucket of a histogram counts what is above the bound before it, for each set of labels", async () => {
  const [histogram] = await made((registers) => {
    const seconds = new Histogram({ name: "s", help: "S", labelNames: ["app"], buckets: [0.1, 1, 10], registers });
    for (const value of [0.05, 0.1, 0.5, 20]) seconds.observe({ app: "one" }, value);
    seconds.observe({ app: "two" }, 2);
  });
  expect(histogram).toMatchObject({
    dataPointType: DataPointType.HISTOGRAM,
    dataPoints: [
      {
        attributes: { app: "one" },
        value: { buckets: { boundaries: [0.1, 1, 10], counts: [2, 1, 0, 1] }, count: 4, sum: 20.65 },
      },
      {
        attributes: { app: "two" },
        value: { buckets: { boundaries: [0.1, 1, 10], counts: [0, 0, 1, 0] }, count: 1, sum: 2 },
      },
    ],
  });
});

it("what has no value yet has no point, and a summary is left out", async () => {
  const metrics = await made((registers) => {
    new Counter({ name: "none_total", help: "None", labelNames: ["code"], registers });
    new Summary({ name: "summary", help: "Summary", registers }).observe(1);
  });
  expect(metrics.map(({ descriptor, dataPoints }) => [descriptor.name, dataPoints.length])).toEqual([
    ["none_total", 0],
  ]);
});
