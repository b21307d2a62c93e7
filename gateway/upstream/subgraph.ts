/** A service as engines see it, however it is reached: one request, one answer. */
import type { GraphQLFormattedError } from "graphql";
import type { DisclosureReport } from "../../platform/disclosure/enforcement/index.js";
import type { GatewayContext } from "../context.js";

/** An operation as it is sent, again and again. */
export interface SubgraphOperation {
  readonly query: string;
  /** The body as far as it is always the same: `{"query":…,"operationName":…,"variables":`. */
  readonly head: string;
  /** True where it asks for nothing but what is the same whoever asks. @default false */
  readonly sameForAll?: boolean;
}

/** Encodes what of the operation's requests is always the same. */
export const createSubgraphOperation = (query: string, operationName?: string): SubgraphOperation => ({
  query,
  head: `{"query":${JSON.stringify(query)}${operationName === undefined ? "" : `,"operationName":${JSON.stringify(operationName)}`},"variables":`,
});

/** What a service is asked. */
export interface SubgraphRequest {
  readonly operation: SubgraphOperation;
  /** JSON text of an object. */
  readonly variables: string;
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
