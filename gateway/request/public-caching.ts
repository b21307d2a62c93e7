/** For how long anybody may keep an answer, and by what it is known again (RFC 9111; RFC 9110 section 8.8.3). */
import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { DocumentNode } from "graphql";
import vary from "vary";
import type { GatewayContext } from "../context.js";
import { coordinatesOf } from "../use/coordinates.js";
import { headerOf, type GatewayRequest } from "./http-request.js";
import type { Door } from "./door.js";
import type { GraphQLParameters } from "./parameters.js";

/** Longest time, in seconds (docs/limits.md): what is withdrawn is gone from every cache after it. */
export const MOST_AGE_S = 300;

const DAY_S = 86_400;

/** From UTC to the day of Asia/Shanghai, in seconds. */
const SHANGHAI_S = 8 * 3_600;

/** What was asked and answered. */
export interface Answered {
  readonly request: GatewayRequest;
  readonly parameters: GraphQLParameters;
  readonly context: Pick<GatewayContext, "viewer" | "access" | "showsCost" | "wantsReceipt" | "asOf">;
  readonly door: Pick<Door, "server" | "schema" | "cached">;
  readonly failed: boolean;
}

/**
 * Seconds for which anybody may keep it: a published document, asked by GET without a token, of which every root field says how long
 * (`@cacheControl`) and no other field says that none is kept. Undefined for all else. No answer outlives its day: publicity begins and ends with days.
 */
export const maxAgeOf = ({ request, parameters, context, door, failed }: Answered): number | undefined => {
  if (request.method !== "GET" || !parameters.isPublished || failed) return undefined;
  if (context.viewer.kind !== "anonymous" || headerOf(request, "authorization") !== undefined) return undefined;
  if (context.access !== "enforce" || context.showsCost || context.wantsReceipt) return undefined;
  const document = door.server.known(parameters.query)?.document;
  const ages = document ? knownAges(document, door) : [];
  if (ages.length === 0 || ages.some((age) => !age)) return undefined;
  const leftOfDay = DAY_S - ((Math.floor(context.asOf.getTime() / 1_000) + SHANGHAI_S) % DAY_S);
  return Math.min(MOST_AGE_S, leftOfDay, ...(ages as number[]));
};

type Ages = readonly (number | undefined)[];

/** Of documents that were validated, each of one generation. */
const AGES = new WeakMap<DocumentNode, Ages>();

const knownAges = (document: DocumentNode, door: Pick<Door, "schema" | "cached">): Ages => {
  const ages = AGES.get(document) ?? agesOf(document, door);
  AGES.set(document, ages);
  return ages;
};

/** Conditions decide nothing: what `@include` lets stand for some is looked at for all, and a field of an interface as that of each type. */
const agesOf = (document: DocumentNode, door: Pick<Door, "schema" | "cached">): Ages => {
  const schema = door.schema();
  const [query, cached] = [schema.getQueryType()?.name, door.cached()];
  return coordinatesOf(document, schema)
    .filter((coordinate) => !coordinate.includes("("))
    .flatMap((coordinate) => {
      const [parent, name = ""] = coordinate.split(".");
      if (parent === query) return [Object.hasOwn(cached, name) ? cached[name] : undefined];
      return Object.hasOwn(cached, coordinate) ? [undefined] : [];
    });
};

/** Entity tag of a body: weak, since it is compressed in several ways. */
export const entityTagOf = (body: Buffer | string): string =>
  `W/"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;

/** What the answer is told with, and whether who asks has it. */
export interface KeptAnswer {
  readonly headers: Readonly<Record<string, string>>;
  readonly isKnown: boolean;
}

/** Of an answer that may be kept so many seconds. */
export const keptAnswer = (response: ServerResponse, body: Buffer, maxAge: number): KeptAnswer => {
  vary(response, "authorization, x-access, x-cost, x-receipt");
  const etag = entityTagOf(body);
  return { headers: { "cache-control": `public, max-age=${maxAge}`, etag }, isKnown: hasTag(response.req, etag) };
};

/** True of a request whose sender has what the entity tag names (RFC 9110 section 13.1.2). */
export const hasTag = (request: IncomingMessage, etag: string): boolean => {
  const asked = headerOf(request, "if-none-match") ?? "";
  return asked.trim() === "*" || asked.split(",").some((tag) => tag.trim() === etag);
};
