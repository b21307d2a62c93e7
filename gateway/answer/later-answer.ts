/** What comes after the first part of an answer, as it is made and as it is told. */
import type { GraphQLError, GraphQLFormattedError } from "graphql";

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

/** A part of an answer at one object, before it is written. */
export interface ToldPart extends Omit<PartAnswer, "errors"> {
  readonly errors?: readonly GraphQLFormattedError[];
}

/** What a client is told after the first part of an answer. */
export interface ToldLater extends Omit<LaterAnswer, "incremental"> {
  readonly incremental: readonly ToldPart[];
}
