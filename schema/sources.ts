/** What the subgraph classes emit now, for the generator and for the test that compares it with what is committed. */
import { readFileSync } from "node:fs";
import { z } from "zod";
import { projectPath } from "../platform/config/index.js";
import type { BasisText, SubgraphFacts } from "../platform/disclosure/index.js";
import { buildSubgraph, SUBGRAPH_PORTS } from "../platform/subgraph/index.js";
import { gatewaySubgraph } from "../gateway/subgraph.js";
import type { CompositionFacts, SubgraphSource } from "./compose.js";
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

const readJson = (file: string): unknown => JSON.parse(readFileSync(projectPath(file), "utf8"));

const text = z.string().min(1);
const registration = z.strictObject({
  name: text,
  /** True where the subgraph enforces its closed fields itself, as those built on platform/subgraph do. */
  enforces: z.boolean(),
  owner: z.strictObject({ id: text.optional(), zh: text, en: text }),
});

/** Who answers for each subgraph (schema/subgraphs.json). */
export const readSubgraphFacts = (): ReadonlyMap<string, SubgraphFacts> =>
  new Map(
    z
      .array(registration)
      .parse(readJson("schema/subgraphs.json"))
      .map(({ name, ...facts }) => [name, facts]),
  );

/** Known laws, owners of entities and of subgraphs. */
export const compositionFacts = (): CompositionFacts => ({
  legalBases: new Map(
    (readJson("schema/legal-bases.json") as (BasisText & { id: string })[]).map(({ id, ...basis }) => [id, basis]),
  ),
  owners: new Map(SUBGRAPHS.flatMap(({ name, owns }) => owns.map((type) => [type, name] as const))),
  subgraphs: readSubgraphFacts(),
});
