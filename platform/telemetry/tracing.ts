/** Opens tracing where a process has somewhere to send spans. */
import { z } from "zod";
import { variable, type ConfigTable } from "../config/index.js";
import type { Tracing, TracingOptions } from "./span.js";

/** By which a process sends spans; the names are OpenTelemetry's. */
export const TRACING_VARIABLES = {
  OTEL_EXPORTER_OTLP_ENDPOINT: variable({
    doc: "OpenTelemetry collector that takes OTLP over HTTP, such as `http://localhost:4318`; empty: nothing is traced.",
    schema: z.union([z.literal(""), z.url({ protocol: /^https?$/ })]),
    fallback: "",
  }),
  OTEL_TRACES_SAMPLER_ARG: variable({
    doc: "Share of requests of which a trace is recorded, 0 to 1; services go by what the gateway chose.",
    schema: z.coerce.number().min(0).max(1),
    fallback: "0.1",
  }),
} satisfies ConfigTable;

/** What the variables say. */
export interface TracingConfig {
  readonly OTEL_EXPORTER_OTLP_ENDPOINT: string;
  readonly OTEL_TRACES_SAMPLER_ARG: number;
}

/** Opens tracing where there is somewhere to send spans; its library is loaded then alone. */
export const openTracing = async (
  { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_TRACES_SAMPLER_ARG: share }: TracingConfig,
  options: TracingOptions,
): Promise<Tracing | undefined> => {
  if (endpoint === "") return undefined;
  const { startTracing } = await import("./start-tracing.js");
  return startTracing({ ...options, endpoint, share });
};
