/** Metrics that are sent beside being read at /metrics: what code that begins and ends it knows. */
import type { Registry } from "prom-client";

/** Whose metrics they are. */
export interface PushOptions {
  /** Name of the process. */
  readonly service: string;
  /** Told where they are not taken, once a minute at most. */
  readonly onLost: (error: unknown) => void;
}

/** Metrics that are being sent. */
export interface MetricsPush {
  /** Sends them a last time. */
  stop(): Promise<void>;
}

/** Begins to send the metrics of a registry. */
export type PushMetrics = (registry: Registry) => MetricsPush;
