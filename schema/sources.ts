/** What the subgraph classes emit now, for the generator and for the test that compares it with what is committed. */
import { buildSubgraph, SUBGRAPH_PORTS } from "../platform/subgraph/index.js";
import { gatewaySubgraph } from "../gateway/own/own-subgraph.js";
import type { CompositionFacts, SubgraphSource } from "./compose.js";
import { readPolicyFacts } from "./facts.js";
import { SUBGRAPHS } from "./subgraph-definitions.js";

/** SDL of the five services and of the gateway's own subgraph. */
export const emitSources = async (): Promise<SubgraphSource[]> =>
  [
    ...(await Promise.all(
      SUBGRAPHS.map(async (definition) => ({
        name: definition.name,
        url: `http://127.0.0.1:${SUBGRAPH_PORTS[definition.name]}/graphql`,
        sdl: (await buildSubgraph(definition)).sdl,
      })),
    )),
    { name: "gateway", url: "in-process", sdl: (await buildSubgraph(gatewaySubgraph)).sdl },
  ].map((source) => ({ ...source, file: `schema/subgraphs/${source.name}.graphql` }));

/** Known laws, owners of entities and of subgraphs. */
export const compositionFacts = (): CompositionFacts => ({
  ...readPolicyFacts(),
  owners: new Map(SUBGRAPHS.flatMap(({ name, owns }) => owns.map((type) => [type, name] as const))),
});
