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
