/** Why a call to a subgraph failed, as the log and the figures name it; clients are told less. */
import { AnswerEncoded, AnswerTooLarge, GivenUp } from "./exchange.js";

/** Causes of a failed call. */
export const CALL_CAUSES = {
  connection: "Nothing listens there, the name is not found, or the connection ended.",
  timeout: "No answer in the time that was left.",
  left: "The client hung up first.",
  signature: "The service did not take the signature (401): compare keys, clocks and addresses.",
  redirect: "The service sent us elsewhere (3xx): a signed request is sent nowhere else, write the right address.",
  status: "A status that is no 200, without a GraphQL answer.",
  "not-json": "The answer is no JSON.",
  "not-graphql": "The answer is JSON, and no answer of GraphQL.",
  "too-large": "The answer is longer than the gateway reads.",
  "too-complex": "The answer has more values, or more of them within each other, than the gateway reads of a partner.",
  encoded: "The answer is in an encoding (content-encoding), and the gateway asks for none.",
  rejected: "The service does not know the document: its schema is another than that of the supergraph.",
} as const;

/** A cause of a failed call. */
export type CallCause = keyof typeof CALL_CAUSES;

/** An answer that is none. */
export class CallFailed extends Error {
  override readonly name = "CallFailed";
  constructor(
    readonly callCause: CallCause,
    message: string = CALL_CAUSES[callCause],
  ) {
    super(message);
  }
}

const codeOf = (error: unknown): string => String((error as { code?: unknown } | undefined)?.code ?? "");

const isTimeout = (error: unknown): boolean => {
  const text = `${codeOf(error)} ${(error as { name?: string }).name ?? ""}`;
  return /Timeout/i.test(text) && !/CONNECT/.test(text);
};

/** The cause of what was thrown while a subgraph was asked. */
export const causeOf = (error: unknown): CallCause => {
  if (error instanceof CallFailed) return error.callCause;
  if (error instanceof AnswerTooLarge) return "too-large";
  if (error instanceof AnswerEncoded) return "encoded";
  if (error instanceof GivenUp) return error.isLeft ? "left" : "timeout";
  return isTimeout(error) ? "timeout" : "connection";
};

/**
 * Whether the connection ended before an answer began, as a kept one may when the service closes it for its idleness at the same moment.
 * A query may then be asked once more (RFC 9110 §9.2.2: what is safe may be repeated); a mutation may have happened.
 */
export const isClosed = (error: unknown): boolean => ["ECONNRESET", "EPIPE", "UND_ERR_SOCKET"].includes(codeOf(error));
