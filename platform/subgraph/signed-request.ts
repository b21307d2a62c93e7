/** Lets signed requests through alone, and begins the work of each: it ends when the caller no longer waits. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { ContextVerifier, SignedContext } from "../auth/index.js";
import { createRequestWork, type RequestWork } from "../database/index.js";
import { ServiceError } from "../errors/index.js";
import { readBody } from "../http/index.js";

/** Largest body of a request, in bytes. */
const MOST_BYTES = 4 * 1024 * 1024;

/** A request whose signature is good. */
export interface SignedRequest {
  readonly signed: SignedContext;
  /** What the body says; nothing where there is none. */
  readonly body: unknown;
}

/**
 * Verifies the signature over the bytes of the body, which are parsed after it. Throws UNAUTHENTICATED; BodyRefused and
 * SyntaxError where the body is none.
 */
export const readSigned = async (request: IncomingMessage, verifier: ContextVerifier): Promise<SignedRequest> => {
  const body = await readBody(request, MOST_BYTES);
  const { method = "", url = "", headers } = request;
  const signed = verifier.verify({ method, path: url, headers, body });
  return { signed, body: body.length === 0 ? undefined : (JSON.parse(body.toString("utf8")) as unknown) };
};

/** How much one request may cause. */
export interface RequestLimits {
  /** Longest time, whatever the caller says, in milliseconds. */
  readonly longestMs: number;
  /** Most items of lists. */
  readonly nodes: number;
}

/** What the caller still waits, and never longer than is allowed; without a word of it, as long as is allowed. */
const timeLeft = (given: unknown, longestMs: number): number =>
  typeof given === "number" && Number.isFinite(given) ? Math.min(given, longestMs) : longestMs;

/** Begins the work of a signed request; it stops when its time is over and when the caller hangs up. */
export const beginWork = (
  { timeoutMs }: SignedContext,
  { longestMs, nodes }: RequestLimits,
  response: ServerResponse,
): RequestWork => {
  const work = createRequestWork({ timeoutMs: timeLeft(timeoutMs, longestMs), nodes });
  response.once("close", () => {
    if (!response.writableEnded) work.stop(new ServiceError("UPSTREAM_TIMEOUT", "The caller hung up."));
    work.finish();
  });
  return work;
};
