/** In which media type a request is answered (GraphQL over HTTP, section "Media Types"). */
import type { IncomingMessage } from "node:http";
import accepts from "accepts";
import { headerOf } from "./http-request.js";
import { RequestRefusal } from "./request-refusal.js";

/** `application/json` is what clients of old read: there, every answer of GraphQL is a 200. */
export const MEDIA_TYPES = ["application/json", "application/graphql-response+json"] as const;

/** A media type of answers. */
export type MediaType = (typeof MEDIA_TYPES)[number];

/** The media type that the client prefers; JSON for those that say nothing. Throws 406 where it takes neither. */
export const mediaTypeOf = (request: IncomingMessage): MediaType => {
  // What almost every client says.
  const said = headerOf(request, "accept");
  if (said === undefined || said === "*/*" || said === "application/json") return "application/json";
  const accepted = accepts(request).types([...MEDIA_TYPES]);
  if (accepted === false)
    throw new RequestRefusal(
      "BAD_USER_INPUT",
      `Answers are ${MEDIA_TYPES.join(" or ")}.`,
      { reason: "NOT_ACCEPTABLE" },
      { status: 406 },
    );
  return accepted as MediaType;
};

/** Media type of event streams (HTML Standard, section 9.2), in which subscriptions are answered. */
export const EVENTS_TYPE = "text/event-stream";

/** True where the client reads events, and rather than anything else. */
export const takesEvents = (request: IncomingMessage): boolean => {
  const said = headerOf(request, "accept");
  return said?.includes(EVENTS_TYPE) === true && accepts(request).types([...MEDIA_TYPES, EVENTS_TYPE]) === EVENTS_TYPE;
};

/**
 * The format in which an answer comes in parts: that of the draft of 2022-08-24, which Apollo Client and urql read and the Apollo
 * Router sends. Its parts are `data` or `incremental`, each with `hasNext`.
 */
export const PARTS_TYPE = 'multipart/mixed; boundary="-"; deferSpec=20220824';

/** True where the client takes an answer in parts: it names `multipart/mixed`, and no other format of its parts than ours. */
export const takesParts = (request: IncomingMessage): boolean =>
  (headerOf(request, "accept") ?? "").split(",").some((range) => {
    const [type, ...parameters] = range.split(";").map((part) => part.trim().toLowerCase().replaceAll('"', ""));
    if (type !== "multipart/mixed") return false;
    return parameters.every((parameter) => {
      const [name, value = ""] = parameter.split("=").map((part) => part.trim());
      if (name === "q") return Number(value) > 0;
      return name === "deferspec" ? value === "20220824" : !name!.endsWith("spec");
    });
  });
