/** Writes an answer of GraphQL: media type, status, language, and headers that keep it out of caches and sniffers. */
import type { ServerResponse } from "node:http";
import type { GraphQLFormattedError } from "graphql";
import type { Language } from "../../platform/disclosure/vocabulary/index.js";
import { inLanguage } from "../../platform/errors/index.js";
import { encodeText } from "../../platform/http/index.js";
import vary from "vary";
import type { MediaType } from "./media-type.js";
import { keptAnswer } from "./public-caching.js";
import { RATE_HEADERS } from "./rate-limit.js";

/** An answer before it is written. */
export interface HttpAnswer {
  /** The body as it is sent, where it is kept so. */
  readonly encoded?: Buffer | undefined;
  readonly body: { readonly errors?: readonly GraphQLFormattedError[] | undefined };
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Seconds for which anybody may keep it. @default nobody may */
  readonly maxAge?: number | undefined;
}

/** For whom it is written. */
export interface AnswerReader {
  readonly mediaType: MediaType;
  readonly language: Language;
}

/**
 * Status of an answer that GraphQL gave: in JSON, a document that does not parse, validate or coerce is a 200, because clients
 * of old read no body of another status (GraphQL over HTTP, section "application/json").
 */
export const statusOf = (status: number | undefined, hasData: boolean, mediaType: MediaType): number =>
  mediaType === "application/json" && status === 400 && !hasData ? 200 : (status ?? 200);

/** Sends it. */
export const sendAnswer = (
  response: ServerResponse,
  answer: HttpAnswer,
  { mediaType, language }: AnswerReader,
): void => {
  const { told, bytes: body } = answer.encoded ? { bytes: answer.encoded } : encoded(answer.body, language);
  vary(response, "accept, accept-language");
  const kept = answer.maxAge === undefined ? undefined : keptAnswer(response, body, answer.maxAge);
  // What is left is told to who asked, not to those whom a cache answers later.
  if (kept) for (const name of RATE_HEADERS) response.removeHeader(name);
  if (kept?.isKnown) return void response.writeHead(304, kept.headers).end();
  response.writeHead(answer.status, {
    "content-type": `${mediaType}; charset=utf-8`,
    "content-length": body.length,
    ...(told ? { "content-language": language === "zh" ? "zh-CN" : "en" } : {}),
    ...answer.headers,
    // Who may read an answer depends on who asks.
    ...(kept?.headers ?? { "cache-control": "no-store" }),
  });
  response.end(body);
};

interface Encoded {
  readonly language: Language;
  readonly told: readonly GraphQLFormattedError[] | undefined;
  readonly bytes: Buffer;
}

/** Bodies that several requests share are encoded once. */
const known = new WeakMap<HttpAnswer["body"], Encoded>();

const encoded = (body: HttpAnswer["body"], language: Language): Encoded => {
  const before = known.get(body);
  if (before?.language === language) return before;
  const { errors, ...rest } = body;
  const told = errors?.map((error) => inLanguage(error, language));
  const made = { language, told, bytes: encodeText(JSON.stringify(told ? { errors: told, ...rest } : rest)) };
  known.set(body, made);
  return made;
};
