/** Sends what stands at /metrics to an OpenTelemetry collector (OTLP over HTTP, JSON), in the background and under the same names. */
import { randomUUID } from "node:crypto";
import { OTLPMetricExporter } from "@opentelemetry/exporter-metrics-otlp-http";
import { resourceFromAttributes } from "@opentelemetry/resources";
import {
  AggregationTemporality,
  MeterProvider,
  PeriodicExportingMetricReader,
  type MetricProducer,
  type PushMetricExporter,
} from "@opentelemetry/sdk-metrics";
import type { Registry } from "prom-client";
import { toMetricData } from "./metric-data.js";
import type { MetricsPush, PushOptions } from "./metrics-push.js";
import { toldOnce } from "./told-once.js";

/** Longest time of one sending, in milliseconds. */
const SEND_MS = 10_000;

/** What reads a registry each time that metrics are sent. */
const producerOf = (registry: Registry): MetricProducer => {
  const since = Date.now();
  return {
    async collect() {
      const metrics = toMetricData(await registry.getMetricsAsJSON(), { since, until: Date.now() });
      const resource = resourceFromAttributes({});
      return { resourceMetrics: { resource, scopeMetrics: [{ scope: { name: "govgraph" }, metrics }] }, errors: [] };
    },
  };
};

/** The exporter, which tells where a sending is lost. What counts up loses nothing by it: the next one says more. */
const toldOf = (exporter: OTLPMetricExporter, onLost: PushOptions["onLost"]): PushMetricExporter => {
  const tell = toldOnce(onLost);
  return {
    export: (metrics, done) =>
      exporter.export(metrics, (result) => {
        tell(result);
        done(result);
      }),
    forceFlush: () => exporter.forceFlush(),
    selectAggregationTemporality: () => AggregationTemporality.CUMULATIVE,
    shutdown: () => exporter.shutdown(),
  };
};

/** Starts it. Replicas are told apart by an id that each makes for itself. */
export const startMetricsPush = ({
  service,
  onLost,
  endpoint,
  registry,
  everyMs,
}: PushOptions & {
  readonly endpoint: string;
  readonly registry: Registry;
  readonly everyMs: number;
}): MetricsPush => {
  const exporter = new OTLPMetricExporter({ url: `${endpoint.replace(/\/$/, "")}/v1/metrics` });
  const reader = new PeriodicExportingMetricReader({
    exporter: toldOf(exporter, onLost),
    exportIntervalMillis: everyMs,
    exportTimeoutMillis: Math.min(SEND_MS, everyMs),
    metricProducers: [producerOf(registry)],
  });
  const provider = new MeterProvider({
    resource: resourceFromAttributes({
      "service.namespace": "govgraph",
      "service.name": service,
      "service.instance.id": randomUUID(),
    }),
    readers: [reader],
  });
  // What a collector that is away misses is lost, and has its line.
  return { stop: () => provider.shutdown().catch(() => undefined) };
};
