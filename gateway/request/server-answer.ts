/** An answer between its execution and its way out. */
import type { GraphQLFormattedError } from "graphql";
import type { ToldLater } from "../answer/later-answer.js";
import type { AnswerHead } from "./observe-request.js";

/** What a client is answered, before it is written. */
export interface ServerAnswer extends AnswerHead {
  readonly body: {
    readonly data?: Readonly<Record<string, unknown>> | null;
    readonly errors?: readonly GraphQLFormattedError[] | undefined;
    readonly extensions?: Readonly<Record<string, unknown>>;
  };
  /** The body as it is sent, where it is kept so; `body` then only says whether there are data and errors. */
  readonly encoded?: Buffer;
  /** Set where the body is the first part of an answer in parts. */
  readonly later?: AsyncGenerator<ToldLater, void>;
}

/** The body, also where it is kept as it is sent. */
export const bodyOf = ({ body, encoded }: Pick<ServerAnswer, "body" | "encoded">): ServerAnswer["body"] =>
  encoded ? (JSON.parse(encoded.toString()) as ServerAnswer["body"]) : body;
