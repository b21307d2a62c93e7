/** What the subgraph classes emit now, for the generator and for the test that compares it with what is committed. */
import { readFileSync } from "node:fs";
import { projectPath } from "../platform/config/index.js";
import { buildSubgraph, SUBGRAPH_PORTS } from "../platform/subgraph/index.js";
import { gatewaySubgraph } from "../gateway/me/subgraph.js";
import type { CompositionFacts, SubgraphSource } from "./compose.js";
import { SUBGRAPHS } from "./subgraph-definitions.js";

/** SDL of the five services and of the gateway's own subgraph. */
export const emitSources = async (): Promise<SubgraphSource[]> => [
  ...(await Promise.all(
    SUBGRAPHS.map(async (definition) => ({
      name: definition.name,
      url: `http://127.0.0.1:${SUBGRAPH_PORTS[definition.name]}/graphql`,
      sdl: (await buildSubgraph(definition)).sdl,
    })),
  )),
  { name: "gateway", url: "in-process", sdl: (await buildSubgraph(gatewaySubgraph)).sdl },
];

/** Known laws and owners of entities. */
export const compositionFacts = (): CompositionFacts => ({
  legalBases: new Set(
    (JSON.parse(readFileSync(projectPath("schema/legal-bases.json"), "utf8")) as { id: string }[]).map(({ id }) => id),
  ),
  owners: new Map(SUBGRAPHS.flatMap(({ name, owns }) => owns.map((type) => [type, name] as const))),
});
