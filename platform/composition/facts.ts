/** What the policy is compiled with beside SDL: known laws, and who answers for each subgraph. */
import { readFileSync } from "node:fs";
import { projectPath, subgraphRegistry } from "../config/index.js";
import type { SubgraphFacts } from "../disclosure/table/index.js";
import type { BasisText } from "../disclosure/vocabulary/index.js";
import type { PolicyFacts } from "./compile-policy.js";

const readJson = (file: string): unknown => JSON.parse(readFileSync(projectPath(file), "utf8"));

/** Who answers for each subgraph, and whether it enforces. */
export const readSubgraphFacts = (): ReadonlyMap<string, SubgraphFacts> =>
  new Map(subgraphRegistry().map(({ name, enforces, owner }) => [name, { enforces, owner }]));

/** Owning subgraph of each entity of the product's own, as `npm run schema` wrote it from the classes. */
export const readOwners = (): ReadonlyMap<string, string> =>
  new Map(Object.entries(readJson("schema/owners.json") as Readonly<Record<string, string>>));

/** Both. */
export const readPolicyFacts = (): PolicyFacts => ({
  legalBases: new Map(
    (readJson("schema/legal-bases.json") as { bases: (BasisText & { id: string })[] }).bases.map(({ id, ...basis }) => [
      id,
      basis,
    ]),
  ),
  subgraphs: readSubgraphFacts(),
});
