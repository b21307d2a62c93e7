/** What two requests must have in common to be answered with one execution: everything that the answer could differ by. */
import type { GatewayContext } from "../context.js";
import type { KnownDocument } from "./known-documents.js";
import type { GraphQLParameters } from "./parameters.js";

/** The key: what is asked, of which generation and contract, by whom (everything that is known of the viewer), on which day, in which language and mode. */
export const sharingKey = (
  { queryHash, generation }: Pick<KnownDocument, "queryHash" | "generation">,
  { variables = {} }: Pick<GraphQLParameters, "variables">,
  { viewer, today, language, access, showsCost, contract = "" }: GatewayContext,
): string =>
  `${contract} ${JSON.stringify([generation.number, queryHash, variables, viewer, today, language, access, showsCost])}`;
