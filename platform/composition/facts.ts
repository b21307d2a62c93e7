/** What a graph is composed with beside SDL: known laws, who answers for each subgraph, and the contracts. */
import { readFileSync } from "node:fs";
import { projectPath, readContracts, subgraphRegistry } from "../config/index.js";
import type { SubgraphFacts } from "../disclosure/table/index.js";
import type { BasisText } from "../disclosure/vocabulary/index.js";
import type { PolicyFacts } from "./compile-policy.js";
import type { CompositionFacts } from "./compose.js";

const readJson = (file: string): unknown => JSON.parse(readFileSync(projectPath(file), "utf8"));

/** Who answers for each subgraph, and whether it enforces. */
export const readSubgraphFacts = (): ReadonlyMap<string, SubgraphFacts> =>
  new Map(subgraphRegistry().map(({ name, enforces, owner }) => [name, { enforces, owner }]));

/** Owning subgraph of each entity of the product's own, as `npm run schema` wrote it from the classes. */
export const readOwners = (): ReadonlyMap<string, string> =>
  new Map(Object.entries(readJson("schema/owners.json") as Readonly<Record<string, string>>));

/** Both, with the contracts that are made of a composition. */
export const readPolicyFacts = (): PolicyFacts & Pick<CompositionFacts, "contracts"> => ({
  legalBases: new Map(
    (readJson("schema/legal-bases.json") as { bases: (BasisText & { id: string })[] }).bases.map(({ id, ...basis }) => [
      id,
      basis,
    ]),
  ),
  subgraphs: readSubgraphFacts(),
  contracts: readContracts(),
});
