/** A service as engines see it, however it is reached: one request, one answer. */
import type { GraphQLFormattedError } from "graphql";
import type { DisclosureReport } from "../../platform/disclosure/enforcement/index.js";
import type { GatewayContext } from "../context.js";

/** What a service is asked. */
export interface SubgraphRequest {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
  readonly operationName?: string | undefined;
  /** Of the client's request. */
  readonly context: GatewayContext;
}

/** What a service answers; it has data, or errors, or both. */
export interface SubgraphAnswer {
  readonly data?: Readonly<Record<string, unknown>> | null | undefined;
  readonly errors?: readonly GraphQLFormattedError[] | undefined;
  /** What was withheld and masked, at places of this answer. */
  readonly disclosure?: DisclosureReport | undefined;
}

/** One service. */
export interface Subgraph {
  /** Throws UPSTREAM_UNAVAILABLE, UPSTREAM_TIMEOUT or SERVICE_UNAVAILABLE where there is no answer. */
  ask(request: SubgraphRequest): Promise<SubgraphAnswer>;
}
