/** What a partner says in errors, in our words: no text, no extension and no name of a partner's reaches the public. */
import type { GraphQLFormattedError } from "graphql";
import { ERROR_CODES, type ErrorCode } from "../../platform/errors/index.js";
import { isAdded } from "../disclosure/partner-guard.js";
import type { Asked } from "./asked-data.js";

/** Codes that are about the record or the input, so that a client can do something about them; every other is the partner's own trouble. */
const TOLD: readonly ErrorCode[] = ["NOT_FOUND", "FORBIDDEN", "BAD_USER_INPUT", "RULE_VIOLATION", "LIMIT_EXCEEDED"];

/** Longest list that a path goes into; no page is longer, and no number of a person so small. */
const MOST_INDEX = 10_000;

/** Lists within each other that a path goes into. */
const MOST_LISTS = 4;

/** Errors of one answer that are read: clients are told no more (gateway/answer). */
const MOST_ERRORS = 1_000;

/** The path as far as it is one of what was asked for: a partner has no say about the fields of others. */
const placeOf = (path: readonly unknown[], asked: Asked): readonly (string | number)[] => {
  const place: (string | number)[] = [];
  let below: Asked | undefined = asked;
  let lists = 0;
  for (const step of path) {
    if (typeof step === "string") {
      below = below.get(step);
      lists = 0;
      if (below === undefined) return place;
      place.push(step);
    } else {
      lists += 1;
      if (lists > MOST_LISTS || !Number.isInteger(step) || Number(step) < 0 || Number(step) >= MOST_INDEX) return place;
      place.push(step as number);
    }
  }
  return place;
};

/** The errors with the message of the table and its code alone; none about what the gateway itself added to the question. */
export const inOurWords = (errors: readonly GraphQLFormattedError[], asked: Asked): readonly GraphQLFormattedError[] =>
  errors
    .slice(0, MOST_ERRORS)
    .filter(({ path }) => !isAdded(path))
    .map(({ path, extensions }) => {
      const code = TOLD.find((each) => each === extensions?.["code"]) ?? "UPSTREAM_UNAVAILABLE";
      const place = path ? { path: placeOf(path, asked) } : {};
      return { message: ERROR_CODES[code].message.en, extensions: { code }, ...place };
    });
