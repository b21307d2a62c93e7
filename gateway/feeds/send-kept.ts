/** Sends a text that anybody may keep, with the tag by which it is known again (RFC 9110 section 8.8.3, RFC 9111). */
import type { Request, Response } from "express";
import { entityTagOf, hasTag } from "../request/public-caching.js";
import { RATE_HEADERS } from "../request/rate-limit.js";

/** A text with its media type. */
export interface KeptText {
  readonly type: string;
  readonly text: string;
  /** Seconds for which anybody may keep it. @default it is asked for again each time */
  readonly maxAge: number | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends it; 304 to who has it. */
export const sendKept = (request: Request, response: Response, { type, text, maxAge, headers }: KeptText): void => {
  const etag = entityTagOf(text);
  response.set({ "cache-control": maxAge === undefined ? "no-cache" : `public, max-age=${maxAge}`, etag, ...headers });
  // What is left is told to who asked, not to those whom a cache answers later.
  for (const name of RATE_HEADERS) response.removeHeader(name);
  if (hasTag(request, etag)) return void response.status(304).end();
  response.set("content-type", `${type}; charset=utf-8`).send(Buffer.from(text));
};
