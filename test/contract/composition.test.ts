/** Composition takes SDL and the registry, as a gateway or a registry of partners has them: no class is loaded. */
import { readFileSync } from "node:fs";
import { compose, readPolicyFacts } from "../../platform/composition/index.js";
import { localAddressOf, projectPath, registeredServices } from "../../platform/config/index.js";

const committed = (name: string): string => readFileSync(projectPath(`schema/${name}`), "utf8");

it("the committed SDL composes to the committed supergraph, public schema and policy table, whatever the order", () => {
  const sources = [...registeredServices(), "gateway"].map((name) => ({
    name,
    url: name === "gateway" ? "in-process" : localAddressOf(name),
    sdl: committed(`subgraphs/${name}.graphql`),
  }));
  // Nobody says here which service owns an entity: it is seen in the SDL.
  const facts = { ...readPolicyFacts(), owners: new Map<string, string>() };
  const composed = compose(sources, facts);
  expect(composed.supergraph).toBe(committed("supergraph.graphql"));
  expect(composed.publicSchema).toBe(committed("public.graphql"));
  expect(`${JSON.stringify(composed.policy, null, 2)}\n`).toBe(committed("policy.json"));
  expect(compose([...sources].reverse(), facts).policy).toEqual(composed.policy);
});
