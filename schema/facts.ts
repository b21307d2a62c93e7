/** What the policy is compiled with beside SDL: known laws, and who answers for each subgraph. */
import { readFileSync } from "node:fs";
import { z } from "zod";
import { projectPath } from "../platform/config/index.js";
import type { BasisText, PolicyFacts, SubgraphFacts } from "../platform/disclosure/index.js";

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

/** Both. */
export const readPolicyFacts = (): PolicyFacts => ({
  legalBases: new Map(
    (readJson("schema/legal-bases.json") as (BasisText & { id: string })[]).map(({ id, ...basis }) => [id, basis]),
  ),
  subgraphs: readSubgraphFacts(),
});
