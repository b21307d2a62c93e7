/** What the layer of disclosure is given and gives. */
import type { DocumentNode, GraphQLError } from "graphql";
import type { GatewayContext } from "../context.js";
import type { Variables } from "../document/conditions.js";
import type { Generation } from "../generation/generation.js";

/** A validated request. */
export interface LayerRequest {
  readonly document: DocumentNode;
  /** Hash of the text that the client sent. */
  readonly queryHash: string;
  /** As the client sent them. */
  readonly variables: Variables;
  /** Coerced, defaults filled in. */
  readonly coerced: Variables;
  /** In which it was validated; it is executed in the same. */
  readonly generation: Generation;
  readonly context: GatewayContext;
}

/** What the client is answered. */
export interface ClientAnswer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly GraphQLError[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}
