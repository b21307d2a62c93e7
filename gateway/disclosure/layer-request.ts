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

/** What comes after the first part of an answer. */
export interface LaterAnswer {
  readonly incremental: readonly PartAnswer[];
  /** False with the last of them. */
  readonly hasNext: boolean;
  /** With the last: what was withheld and masked in the whole answer. */
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** A part of an answer, at one object. */
export interface PartAnswer {
  readonly label?: string;
  /** Keys and indexes of the object. */
  readonly path: readonly (string | number)[];
  /** Null where a null bubbled to its top. */
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly GraphQLError[];
}

/** What the client is answered. */
export interface ClientAnswer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly GraphQLError[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}
