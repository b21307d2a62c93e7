/** Opens the sending of metrics where a process has somewhere to send them and is told to. */
import { z } from "zod";
import { ConfigError, variable, type ConfigTable } from "../config/index.js";
import type { PushMetrics, PushOptions } from "./metrics-push.js";

/** By which a process sends metrics; the names are OpenTelemetry's. */
export const METRICS_VARIABLES = {
  OTEL_METRICS_EXPORTER: variable({
    doc: "`otlp` sends what stands at `/metrics` to the collector of OTEL_EXPORTER_OTLP_ENDPOINT as well; `none`: it is read at `/metrics` alone.",
    schema: z.enum(["none", "otlp"]),
    fallback: "none",
  }),
  OTEL_METRIC_EXPORT_INTERVAL: variable({
    doc: "Milliseconds between two sendings of metrics.",
    schema: z.coerce.number().int().min(1_000),
    fallback: "60000",
  }),
} satisfies ConfigTable;

/** What the variables say. */
export interface MetricsConfig {
  readonly OTEL_EXPORTER_OTLP_ENDPOINT: string;
  readonly OTEL_METRICS_EXPORTER: "none" | "otlp";
  readonly OTEL_METRIC_EXPORT_INTERVAL: number;
}

/** Opens it; its library is loaded where metrics are sent alone. Throws ConfigError where there is no collector. */
export const openMetricsPush = async (
  { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, ...config }: MetricsConfig,
  options: PushOptions,
): Promise<PushMetrics | undefined> => {
  if (config.OTEL_METRICS_EXPORTER === "none") return undefined;
  if (endpoint === "")
    throw new ConfigError(["OTEL_EXPORTER_OTLP_ENDPOINT is not set: OTEL_METRICS_EXPORTER=otlp needs it."]);
  const { startMetricsPush } = await import("./start-metrics-push.js");
  return (registry) =>
    startMetricsPush({ ...options, endpoint, registry, everyMs: config.OTEL_METRIC_EXPORT_INTERVAL });
};
