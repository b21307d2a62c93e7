/** A program as operators are shown it: which service is asked for what, after which other requests. */
import type { PlannedRequest } from "../query-engine.js";
import type { Program } from "./program.js";

const ROOT = "";

/** The requests of the program, in its order; values of variables are in none of them. */
export const explained = ({ requests }: Program): readonly PlannedRequest[] =>
  requests.map(({ service, operation, parts }, place) => ({
    service,
    after: requests.flatMap(({ before }, other) => (before.includes(place) ? [other] : [])),
    about: [...new Set(parts.map((part) => part.place.join(".")))].filter((about) => about !== ROOT),
    asks: operation.query,
  }));
