/** An operation of a description, as far as a mapping can ask it. */
import type { JsonObject } from "../../../../platform/connect/json.js";

/** An operation that may become a query. */
export interface Operation {
  readonly path: string;
  readonly part: JsonObject;
  readonly parameters: readonly Parameter[];
}

/** A parameter of an operation that a mapping can fill. */
export interface Parameter {
  /** As the backend calls it. */
  readonly wire: string;
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly type: string;
  readonly isRequired: boolean;
  readonly description: string | undefined;
  readonly schema: unknown;
}
