/** Supergraphs as Apollo's packages take them: they refuse links `for: SECURITY`, and enforce none of them (decision D2). */

/** What neither engine executes: a field would be asked for without the argument that its context gives. */
const CONTEXT = "https://specs.apollo.dev/context/";

/** A copy without the mark; what it stands for the gateway enforces itself. Throws where the graph takes arguments from a context. */
export const withoutSecurityLinks = (supergraph: string): string => {
  if (supergraph.includes(`@link(url: "${CONTEXT}`))
    throw new Error(`The supergraph links ${CONTEXT}: arguments by @fromContext are not supported.`);
  return supergraph.replaceAll(/, for: SECURITY/g, "");
};
