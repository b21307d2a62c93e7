/** Errors of an answer, typed: what a page decides by is the code and its reason, never the sentence. */
import { ERROR_CODES, type ErrorCode, type ReasonName } from "./generated/error-codes.js";

/** An error of an answer. What a field is for: docs/errors.md. */
export interface GraphError {
  readonly code: ErrorCode;
  /** A sentence for the reader, in the language that was asked for. */
  readonly message: string;
  /** Response keys and list positions; absent where the request as a whole was refused. */
  readonly path?: readonly (string | number)[];
  readonly argument?: string;
  readonly rule?: ReasonName;
  /** Beside the names of the table, states machines and limits have reasons of their own. */
  readonly reason?: ReasonName | (string & {});
  readonly service?: string;
  readonly errorId?: string;
  readonly basis?: string;
  readonly state?: string;
  readonly next?: readonly string[];
  readonly earliest?: string;
  readonly missing?: readonly string[];
  readonly version?: number;
}

/** An error as it stands in the body of an answer. */
export interface RawError {
  readonly message: string;
  readonly path?: readonly (string | number)[] | undefined;
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
}

const isErrorCode = (code: unknown): code is ErrorCode => typeof code === "string" && Object.hasOwn(ERROR_CODES, code);

/** An error of an answer by its code; a code of a newer graph is INTERNAL_SERVER_ERROR, so that a switch over the codes is complete. */
export const toGraphError = ({ message, path, extensions }: RawError): GraphError => {
  const { code, ...details } = extensions ?? {};
  return {
    ...(details as Omit<GraphError, "code" | "message" | "path">),
    code: isErrorCode(code) ? code : "INTERNAL_SERVER_ERROR",
    message,
    ...(path === undefined ? {} : { path }),
  };
};

/** Whether the same request may be sent again by itself, by the table of the graph. */
export const mayRepeat = ({ code }: Pick<GraphError, "code">): boolean => ERROR_CODES[code].retryable;
