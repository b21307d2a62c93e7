/** Telemetry: JSON log lines and Prometheus metrics. */
export { createLogger, type LogEvent, type Logger } from "./logger.js";
export { createMetrics, type Metrics } from "./metrics.js";
export { beginTrace, readTraceparent, writeTraceparent, type TraceContext } from "./trace-context.js";
