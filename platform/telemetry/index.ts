/** Telemetry: JSON log lines and Prometheus metrics. */
export { LOG_EVENTS, type LogCode, type LogEventEntry } from "./log-events.js";
export { logEvent } from "./log-event.js";
export { createLogger, type Logger } from "./logger.js";
export type { Span, Tracing } from "./span.js";
export { openTracing, TRACING_VARIABLES, type TracingConfig } from "./tracing.js";
export type { PushMetrics } from "./metrics-push.js";
export { METRICS_VARIABLES, openMetricsPush, type MetricsConfig } from "./push-metrics.js";
export { createMetrics, REQUEST_BUCKETS, type Metrics } from "./metrics.js";
