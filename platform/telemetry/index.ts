/** Telemetry: JSON log lines and Prometheus metrics. */
export { createLogger, type LogEvent, type Logger } from "./logger.js";
export { createMetrics, type Metrics } from "./metrics.js";
