/** Lets signed requests through alone, and begins the work of each: it ends when the caller no longer waits. */
import type { NextFunction, Request, RequestHandler, Response } from "express";
import { CONTEXT_HEADER, type ContextVerifier, type SignedContext } from "../auth/index.js";
import { createRequestWork, runWork, type RequestWork } from "../database/index.js";
import { ServiceError } from "../errors/index.js";

/** A request whose signature is good. */
export interface SignedRequest extends Request {
  signed?: SignedContext;
  work?: RequestWork;
}

/** Verifies the signature over the bytes of the body, which are parsed after it. Passes UNAUTHENTICATED on. */
export const verifySigned =
  (verifier: ContextVerifier): RequestHandler =>
  (request: SignedRequest, _response: Response, next: NextFunction): void => {
    const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    request.signed = verifier.verify(request.header(CONTEXT_HEADER), {
      method: request.method,
      path: request.originalUrl.split("?")[0] ?? "",
      body,
    });
    request.body = body.length === 0 ? {} : (JSON.parse(body.toString("utf8")) as unknown);
    next();
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
export const beginWork =
  ({ longestMs, nodes }: RequestLimits): RequestHandler =>
  (request: SignedRequest, response: Response, next: NextFunction): void => {
    const work = createRequestWork({ timeoutMs: timeLeft(request.signed?.timeoutMs, longestMs), nodes });
    request.work = work;
    response.once("close", () => {
      if (!response.writableEnded) work.stop(new ServiceError("UPSTREAM_TIMEOUT", "The caller hung up."));
      work.finish();
    });
    runWork(work, next);
  };
