/** What the subgraph classes emit now, for the generator and for the test that compares it with what is committed. */
import { localAddressOf } from "../platform/config/index.js";
import { recordKinds, type DeclaredKind } from "../platform/graphql/index.js";
import type { NodeType } from "../platform/graphql/node-types.js";
import { buildSubgraph } from "../platform/subgraph/index.js";
import { ownSdl } from "../gateway/own/own-sdl.js";
import { type CompositionFacts, readPolicyFacts, type SubgraphSource } from "../platform/composition/index.js";
import { declaredKinds } from "./record-kinds.js";
import { nodeTypesOf } from "./node-types.js";
import { SUBGRAPHS } from "./subgraph-definitions.js";
import { unlistedProblems } from "./unlisted.js";

/** The kinds of record of all services, in the order of the feed's enumeration. */
export const emitKinds = (): readonly DeclaredKind[] => declaredKinds(SUBGRAPHS, recordKinds());

/** SDL of the registered services. Throws a sentence for each file that nobody lists. */
const emitServices = async (): Promise<SubgraphSource[]> => {
  const unlisted = SUBGRAPHS.flatMap((definition) => unlistedProblems(definition));
  if (unlisted.length > 0) throw new Error(unlisted.join("\n"));
  const kinds = emitKinds();
  return Promise.all(
    SUBGRAPHS.map(async (definition) => ({
      name: definition.name,
      url: localAddressOf(definition.name),
      sdl: (await buildSubgraph(definition, kinds)).sdl,
    })),
  );
};

/** The types that clients find by a global id, of services whose SDL this is. */
export const emitNodeTypes = (services: readonly SubgraphSource[]): readonly NodeType[] =>
  nodeTypesOf(
    services.map(({ name, sdl }) => ({ name, sdl, owns: SUBGRAPHS.find((each) => each.name === name)?.owns ?? [] })),
  );

/** SDL of the registered services and of the gateway's own subgraph. Throws a sentence for each file that nobody lists. */
export const emitSources = async (): Promise<SubgraphSource[]> => {
  const services = await emitServices();
  const own = { name: "gateway", url: "in-process", sdl: ownSdl(emitKinds(), emitNodeTypes(services)) };
  return [...services, own].map((source) => ({ ...source, file: `schema/subgraphs/${source.name}.graphql` }));
};

/** Owning service of each entity, in the order of their names. */
export const emitOwners = (): ReadonlyMap<string, string> =>
  new Map(
    SUBGRAPHS.flatMap(({ name, owns }) => owns.map((type) => [type, name] as const)).sort(([a], [b]) =>
      a < b ? -1 : 1,
    ),
  );

/** Known laws, owners of entities and of subgraphs. */
export const compositionFacts = (): CompositionFacts => ({ ...readPolicyFacts(), owners: emitOwners() });
