/** `npm run schema`: writes subgraph SDL, supergraph, public schema and policy table from the classes. */
import "reflect-metadata";
import { mkdirSync, writeFileSync } from "node:fs";
import { projectPath, runMain } from "../platform/config/index.js";
import { compose } from "./compose.js";
import { compositionFacts, emitSources } from "./sources.js";

await runMain(async () => {
  const sources = await emitSources();
  const { supergraph, publicSchema, policy } = compose(sources, compositionFacts());
  mkdirSync(projectPath("schema/subgraphs"), { recursive: true });
  for (const { name, sdl } of sources) writeFileSync(projectPath(`schema/subgraphs/${name}.graphql`), sdl);
  writeFileSync(projectPath("schema/supergraph.graphql"), supergraph);
  writeFileSync(projectPath("schema/public.graphql"), publicSchema);
  writeFileSync(projectPath("schema/policy.json"), `${JSON.stringify(policy, null, 2)}\n`);
  process.stdout.write(
    `Wrote ${sources.length} subgraphs, the supergraph and ${policy.fields.length} closed fields.\n`,
  );
});
