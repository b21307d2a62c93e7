/** What a partner says in errors, in our words: no text, no extension and no name of a partner's reaches the public. */
import type { GraphQLFormattedError } from "graphql";
import { ERROR_CODES, type ErrorCode } from "../../platform/errors/index.js";

/** Codes that are about the record or the input, so that a client can do something about them; every other is the partner's own trouble. */
const TOLD: readonly ErrorCode[] = ["NOT_FOUND", "FORBIDDEN", "BAD_USER_INPUT", "RULE_VIOLATION", "LIMIT_EXCEEDED"];

/** Longest list that a path goes into; no page is longer, and no number of a person so small. */
const MOST_INDEX = 10_000;

/** The path as far as it can be one of an answer: names of GraphQL and places in lists. */
const placeOf = (path: GraphQLFormattedError["path"]): readonly (string | number)[] | undefined => {
  const end = path?.findIndex(
    (step: unknown) =>
      !(typeof step === "string"
        ? /^\w{1,100}$/.test(step)
        : Number.isInteger(step) && Number(step) >= 0 && Number(step) < MOST_INDEX),
  );
  return end === -1 ? path : path?.slice(0, end);
};

/** The error with the message of the table and its code alone. */
export const inOurWords = ({ path, extensions }: GraphQLFormattedError): GraphQLFormattedError => {
  const code = TOLD.find((each) => each === extensions?.["code"]) ?? "UPSTREAM_UNAVAILABLE";
  const place = placeOf(path ?? undefined);
  return { message: ERROR_CODES[code].message.en, extensions: { code }, ...(place ? { path: place } : {}) };
};
