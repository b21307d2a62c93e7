/** Which services a change asks at another address, in sentences: whoever is asked there is told what the service is told. Pure. */
import type { Submission } from "./version.js";

type Placed = Pick<Submission, "subgraph" | "url">;

/** A sentence for each subgraph that was served at another address before; a new one has been nowhere. */
export const moves = (before: readonly Placed[], next: readonly Placed[]): string[] =>
  next.flatMap(({ subgraph, url }) => {
    const known = before.find((one) => one.subgraph === subgraph);
    return known?.url === undefined || known.url === url
      ? []
      : [`${subgraph} is asked at ${url ?? "no address"}, and was at ${known.url}.`];
  });
