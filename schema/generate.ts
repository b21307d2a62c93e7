/** `npm run schema`: writes everything that follows from the classes; `-- diff` compares two policies, `-- breaking` two public schemas. */
import "reflect-metadata";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { Command } from "commander";
import { CONTRACTS_FILE, projectPath, runMain } from "../platform/config/index.js";
import { comparePolicies, renderChanges, todayInShanghai } from "./diff.js";

const say = (text: string): void => void process.stdout.write(`${text}\n`);

const CONTRACTS = "schema/contracts";

/** The schemas of contracts as the last run wrote them. */
const committedContracts = (): { readonly name: string; readonly schema: string }[] =>
  (existsSync(projectPath(CONTRACTS)) ? readdirSync(projectPath(CONTRACTS)) : []).map((file) => ({
    name: file.replace(/\.graphql$/, ""),
    schema: readFileSync(projectPath(`${CONTRACTS}/${file}`), "utf8"),
  }));

const generate = async (): Promise<void> => {
  // The classes of all subgraphs are loaded only where they are emitted.
  const [
    { compose, contractChanges, contractSentences },
    { compositionFacts, emitKinds, emitNodeTypes, emitOwners, emitSources },
  ] = await Promise.all([import("../platform/composition/index.js"), import("./sources.js")]);
  const sources = await emitSources();
  const facts = compositionFacts();
  const { supergraph, publicSchema, policy, contracts } = compose(sources, facts);
  const empty = facts.contracts?.find(({ name }) => !contracts.some((made) => made.name === name));
  if (empty)
    throw new Error(
      `The contract ${empty.name} has no root field: tag one into it, or take it out of ${CONTRACTS_FILE}.`,
    );
  const kinds = emitKinds().map((kind) => `  ${JSON.stringify(kind)}`);
  writeFileSync(projectPath("schema/record-kinds.json"), `[\n${kinds.join(",\n")}\n]\n`);
  const nodes = emitNodeTypes(sources).map((node) => `  ${JSON.stringify(node)}`);
  writeFileSync(projectPath("schema/node-types.json"), `[\n${nodes.join(",\n")}\n]\n`);
  mkdirSync(projectPath("schema/subgraphs"), { recursive: true });
  for (const { name, sdl } of sources) writeFileSync(projectPath(`schema/subgraphs/${name}.graphql`), sdl);
  writeFileSync(projectPath("schema/supergraph.graphql"), supergraph);
  writeFileSync(projectPath("schema/public.graphql"), publicSchema);
  writeFileSync(projectPath("schema/owners.json"), `${JSON.stringify(Object.fromEntries(emitOwners()), null, 2)}\n`);
  const before = committedContracts();
  rmSync(projectPath(CONTRACTS), { recursive: true, force: true });
  mkdirSync(projectPath(CONTRACTS));
  for (const { name, schema } of contracts) writeFileSync(projectPath(`${CONTRACTS}/${name}.graphql`), schema);
  writeFileSync(projectPath("schema/policy.json"), `${JSON.stringify(policy, null, 2)}\n`);
  say(
    `Wrote ${sources.length} subgraphs, the supergraph, ${contracts.length} contracts and ${policy.fields.length} closed fields.`,
  );
  for (const sentence of contractSentences(contractChanges(before, contracts))) say(sentence);
};

const program = new Command("npm run schema --")
  .description("Writes subgraph SDL, supergraph, public schema and policy table from the classes.")
  .action(generate);

program
  .command("diff")
  .description(
    "Says what changed between two policies. Exits 1 where somebody loses protection or a review is overdue, 2 where they can not be read.",
  )
  .argument("<old>", "a policy.json, an SDL file, or a folder of SDL files")
  .argument("<new>", "the same, as it is to be")
  .option("--on <day>", "day on which an until counts as past, YYYY-MM-DD (default: today)")
  .option("--json", "print the changes as JSON")
  .addHelpText(
    "after",
    "\nExample:\n  git show main:schema/policy.json > /tmp/old.json\n  npm run schema -- diff /tmp/old.json schema/policy.json",
  )
  .action((previous: string, next: string, { on, json }: { on?: string; json?: boolean }) => {
    try {
      const changes = comparePolicies(previous, next, on ?? todayInShanghai());
      say(json ? JSON.stringify(changes, null, 2) : renderChanges(changes));
      process.exitCode = changes.some(({ breaking }) => breaking) ? 1 : 0;
    } catch (error) {
      // What can not be compared is neither breaking nor not.
      process.stderr.write(`${(error as Error).message}\n`);
      process.exitCode = 2;
    }
  });

program
  .command("breaking")
  .description("Says what a new public schema takes from clients of the old one. Exits 1 where something breaks them.")
  .argument("<old>", "the schema that clients know, such as an older schema/public.graphql")
  .argument("<new>", "the schema as it is to be")
  .action(async (previous: string, next: string) => {
    const { compareSchemaFiles } = await import("../platform/composition/breaking.js");
    const changes = await compareSchemaFiles(previous, next);
    for (const { level, message } of changes) say(`${level.padEnd(9)} ${message}`);
    const breaking = changes.filter(({ level }) => level === "BREAKING").length;
    say(`${changes.length} changes, ${breaking} of them breaking.`);
    process.exitCode = breaking > 0 ? 1 : 0;
  });

await runMain(() => program.parseAsync());
