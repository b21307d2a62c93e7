/** The product's own subgraphs: the definition of each service that schema/subgraphs.json registers with a port; one of the three places that may import a subgraph. */
import "reflect-metadata";
import { registeredServices } from "../platform/config/index.js";
import type { SubgraphDefinition } from "../platform/subgraph/index.js";
import type { DemonstrationWorld } from "../subgraphs/demonstration.js";

/** A definition whose services are of no concern to the caller. */
export type AnySubgraph = SubgraphDefinition<unknown, DemonstrationWorld>;

/** The definition in `subgraphs/<name>/subgraph.ts`. Throws a sentence where the folder exports none under its own name. */
const definitionOf = async (name: string): Promise<AnySubgraph> => {
  const exported = (await import(`../subgraphs/${name}/subgraph.js`)) as Readonly<Record<string, AnySubgraph>>;
  const definition = exported[name];
  if (definition?.name !== name)
    throw new Error(
      `subgraphs/${name}/subgraph.ts exports no definition named ${name}, which schema/subgraphs.json registers.`,
    );
  return definition;
};

/** One after the other: they share modules. */
const definitions = async (): Promise<readonly AnySubgraph[]> => {
  const loaded: AnySubgraph[] = [];
  for (const name of registeredServices()) loaded.push(await definitionOf(name));
  return loaded;
};

/** All of them, in the order of the registry. */
export const SUBGRAPHS = await definitions();
