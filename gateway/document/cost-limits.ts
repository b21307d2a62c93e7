/** The limits on what a document may cost, and the request's header that asks for the numbers. */
import { ServiceError } from "../../platform/errors/index.js";
import type { DocumentCost } from "./cost.js";

/**
 * Most list items that an answer may have, and most fields at and below abstract types that are planned. Planning takes no
 * longer with four hundred such fields than with fifty (`npm run bench -- limits`): their limit is for schemas of partners, in
 * which more types share an interface.
 */
export const COST_LIMITS = {
  nodes: { anonymous: 20_000, signedIn: 50_000 },
  abstractFields: 300,
} as const;

/** Throws LIMIT_EXCEEDED (NODES, ABSTRACT_FIELDS): nothing of such a document is planned. */
export const checkCost = (cost: DocumentCost, viewer: "anonymous" | "signedIn"): void => {
  const most = COST_LIMITS.nodes[viewer];
  if (cost.nodes > most)
    throw new ServiceError(
      "LIMIT_EXCEEDED",
      `The document asks for up to ${Math.min(cost.nodes, Number.MAX_SAFE_INTEGER)} list items, ${most} are allowed: ask for smaller pages, or for less below them.`,
      { reason: "NODES" },
    );
  if (cost.abstractFields > COST_LIMITS.abstractFields)
    throw new ServiceError(
      "LIMIT_EXCEEDED",
      `The document selects ${cost.abstractFields} fields at or below places of several types, ${COST_LIMITS.abstractFields} are allowed.`,
      { reason: "ABSTRACT_FIELDS" },
    );
};

/** Header with which a request asks what it costs. */
export const COST_HEADER = "x-cost";

/** True where the header asks for the cost. Throws BAD_USER_INPUT for anything but `show`. */
export const showsCost = (header: string | undefined): boolean => {
  if (header === undefined) return false;
  if (header.trim().toLowerCase() !== "show")
    throw new ServiceError("BAD_USER_INPUT", `${COST_HEADER} is show, or is left out.`, { reason: "COST_HEADER" });
  return true;
};
