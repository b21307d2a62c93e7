/** Metrics of one process in the Prometheus format. */
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from "prom-client";

/** Bounds of the durations of requests, in seconds. */
export const REQUEST_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;

/** The metrics that every process keeps. */
export interface Metrics {
  readonly registry: Registry;
  /** GraphQL requests by outcome. */
  readonly requests: Counter<"outcome">;
  readonly requestSeconds: Histogram;
  /** Those that were answered with what another was executed for (gateway only). */
  readonly joined: Counter;
  /** Plans that were made (gateway only). */
  readonly plans: Counter;
  /** Requests to subgraphs by service and outcome, those that failed also by cause (gateway only). */
  readonly subgraphRequests: Counter<"service" | "outcome" | "cause">;
  /** Requests to subgraphs that were not sent, because an equal one was under way (gateway only). */
  readonly sharedSubgraphRequests: Counter<"service">;
  /** Version of the bundle in use (gateway only); 0 where none is followed. */
  readonly bundleVersion: Gauge;
  /** Looks for a bundle by what came of them: taken, unchanged, refused, away (gateway only). */
  readonly bundles: Counter<"outcome">;
  /** Files by what became of them: uploaded, downloaded, refused, cut-off, removed, cleared (gateway only). */
  readonly files: Counter<"outcome">;
  /** Bytes of files by direction: in, out (gateway only). */
  readonly fileBytes: Counter<"direction">;
}

/** Creates the metrics of one process; `defaults` adds memory, CPU and event-loop figures. */
export const createMetrics = (name: string, options: { defaults?: boolean } = {}): Metrics => {
  const registry = new Registry();
  registry.setDefaultLabels({ process: name });
  if (options.defaults) collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    requests: new Counter({
      name: "govgraph_requests_total",
      help: "GraphQL requests",
      labelNames: ["outcome"],
      registers,
    }),
    requestSeconds: new Histogram({
      name: "govgraph_request_seconds",
      help: "Duration of GraphQL requests",
      buckets: [...REQUEST_BUCKETS],
      registers,
    }),
    joined: new Counter({
      name: "govgraph_joined_requests_total",
      help: "GraphQL requests that were answered with what the same request at the same time was executed for",
      registers,
    }),
    plans: new Counter({ name: "govgraph_plans_total", help: "Plans that were made", registers }),
    subgraphRequests: new Counter({
      name: "govgraph_subgraph_requests_total",
      help: "Requests to subgraphs",
      labelNames: ["service", "outcome", "cause"],
      registers,
    }),
    sharedSubgraphRequests: new Counter({
      name: "govgraph_shared_subgraph_requests_total",
      help: "Requests to subgraphs that were not sent, because an equal one was under way",
      labelNames: ["service"],
      registers,
    }),
    bundleVersion: new Gauge({
      name: "govgraph_bundle_version",
      help: "Version of the bundle in use, 0 where none is followed",
      registers,
    }),
    bundles: new Counter({
      name: "govgraph_bundles_total",
      help: "Looks for a bundle by what came of them",
      labelNames: ["outcome"],
      registers,
    }),
    files: new Counter({
      name: "govgraph_files_total",
      help: "Files by what became of them",
      labelNames: ["outcome"],
      registers,
    }),
    fileBytes: new Counter({
      name: "govgraph_file_bytes_total",
      help: "Bytes of files that came and went",
      labelNames: ["direction"],
      registers,
    }),
  };
};
