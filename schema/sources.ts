/** What the subgraph classes emit now, for the generator and for the test that compares it with what is committed. */
import { localAddressOf } from "../platform/config/index.js";
import { buildSubgraph } from "../platform/subgraph/index.js";
import { gatewaySubgraph } from "../gateway/own/own-subgraph.js";
import { type CompositionFacts, readPolicyFacts, type SubgraphSource } from "../platform/composition/index.js";
import { SUBGRAPHS } from "./subgraph-definitions.js";
import { unlistedProblems } from "./unlisted.js";

/** SDL of the registered services and of the gateway's own subgraph. Throws a sentence for each file that nobody lists. */
export const emitSources = async (): Promise<SubgraphSource[]> => {
  const unlisted = SUBGRAPHS.flatMap((definition) => unlistedProblems(definition));
  if (unlisted.length > 0) throw new Error(unlisted.join("\n"));
  return [
    ...(await Promise.all(
      SUBGRAPHS.map(async (definition) => ({
        name: definition.name,
        url: localAddressOf(definition.name),
        sdl: (await buildSubgraph(definition)).sdl,
      })),
    )),
    { name: "gateway", url: "in-process", sdl: (await buildSubgraph(gatewaySubgraph)).sdl },
  ].map((source) => ({ ...source, file: `schema/subgraphs/${source.name}.graphql` }));
};

/** Known laws, owners of entities and of subgraphs. */
export const compositionFacts = (): CompositionFacts => ({
  ...readPolicyFacts(),
  owners: new Map(SUBGRAPHS.flatMap(({ name, owns }) => owns.map((type) => [type, name] as const))),
});
