/** `npm run partner`: what a partner agency's subgraph would disclose and change, who uses it, and the commands of `commands/partner`. */
import { Option } from "commander";
import { isLocalDate } from "../platform/domain/index.js";
import { mirrorOf } from "../platform/use/index.js";
import { checkPartner } from "../platform/composition/partner/index.js";
import { todayInShanghai } from "../schema/diff.js";
import { createCommand, runCommand, say } from "./command.js";
import { addConnectCommands } from "./partner/connect/connect-commands.js";
import { findInstallation, servedFieldsOf } from "./partner/live-installation.js";
import { brokenClients, touchedBy } from "./partner/broken-clients.js";
import { annotations } from "./partner/github.js";
import { addDecideCommands } from "./partner/decide.js";
import { addLocalCommands } from "./partner/local.js";
import { mirrorLines } from "./partner/mirror.js";
import { GATEWAYS_VARIABLES } from "./partner/gateways-variables.js";
import { spanOf, withUseStore } from "./partner/recorded-use.js";
import { readSource } from "./partner/read-source.js";
import { REGISTRY_VARIABLES } from "./partner/registry-variables.js";
import { reportLines } from "./partner/report.js";
import { addServeCommands } from "./partner/serve.js";
import { addSubmitCommands } from "./partner/submit.js";
import { addTellCommands } from "./partner/tell.js";

interface Options {
  readonly overlay?: string;
  readonly owner?: string;
  readonly on?: string;
  readonly days?: string;
  readonly acceptBreaking?: boolean;
  readonly whole?: boolean;
  readonly json?: boolean;
  readonly format: "text" | "github";
}

const check = async (
  name: string,
  from: string,
  { overlay, owner, on, days, acceptBreaking, whole, json, format }: Options,
): Promise<void> => {
  if (on !== undefined && !isLocalDate(on)) throw new Error(`${on} is not a day: write --on YYYY-MM-DD.`);
  const installation = await findInstallation(name, { owner, on: on ?? todayInShanghai() });
  const source = await readSource(name, from, overlay);
  const found = await checkPartner(source, { ...installation, whole: whole ?? false });
  const span = spanOf(days);
  const touched = await withUseStore((store) => touchedBy(found.clients, installation.publicSchema, store, span));
  const broken = acceptBreaking || !touched ? [] : brokenClients(found, touched, span);
  const judged = { ...found, problems: [...found.problems, ...broken] };
  const composes = judged.problems.length === 0;
  const { clients } = judged;
  if (json) say(JSON.stringify({ composes, ...judged, clients: touched ?? clients, useRecorded: !!touched }, null, 2));
  else
    for (const line of format === "github" ? annotations(judged) : reportLines(judged, installation, touched))
      say(line);
  process.exitCode = composes ? 0 : 1;
};

const mirror = async (name: string, { days, json }: Pick<Options, "days" | "json">): Promise<void> => {
  const fields = await servedFieldsOf(name);
  const found = await withUseStore((store) => mirrorOf(name, fields, store, spanOf(days)));
  if (!found) throw new Error("Nothing is recorded: gateways count use where GATEWAY_USE_STORE names a database.");
  if (json) say(JSON.stringify(found, null, 2));
  else for (const line of mirrorLines(found)) say(line);
};

const program = createCommand(
  "npm run partner --",
  "For subgraphs of other agencies, in whatever stack they are built.",
  { ...GATEWAYS_VARIABLES, ...REGISTRY_VARIABLES },
);

program
  .command("check")
  .description(
    "Composes a partner's SDL with all other subgraphs and says what becomes public, what becomes closed and why, what changes for clients, and what to write instead of what is refused. Writes nothing. Exits 0 where it composes, 1 where it does not.",
  )
  .argument("<name>", "what the subgraph is called: small letters, digits and hyphens")
  .argument("<from>", "a file of SDL, or the address of the running service, which is asked for it")
  .option("--overlay <file>", "SDL that closes fields for a library that prints no custom directives")
  .option("--owner <id>", "the organisation that answers for it, such as CN-USCC-11990101MB9000015E")
  .option("--on <day>", "day on which an until counts as past, YYYY-MM-DD (default: today)")
  .option("--days <n>", "days of recorded use that tell who is broken (default: 30)")
  .option("--accept-breaking", "tell which clients are broken, and do not refuse for it")
  .option("--whole", "compose all other subgraphs, and not only what of them the file meets")
  .option("--json", "print what was found as JSON")
  .addOption(
    new Option("--format <format>", "github prints annotations of the partner's file")
      .choices(["text", "github"])
      .default("text"),
  )
  .addHelpText(
    "after",
    '\nExample:\n  npm run partner -- check housing housing.graphql --overlay closures.graphql\n\nAn overlay writes directives on fields that the SDL has:\n  extend type Dwelling { ownerName: String @closed(tier: [NEVER], reason: PERSONAL_PRIVACY, basis: "OGI-2019-15") }',
  )
  .action(check);

program
  .command("mirror")
  .description(
    "Shows an agency its own: which clients use what of its subgraph, how it answers, and what nobody asks for.",
  )
  .argument("<name>", "name of the subgraph")
  .option("--days <n>", "days that are looked back on (default: 30)")
  .option("--json", "print it as JSON")
  .action(mirror);

addLocalCommands(program);
addConnectCommands(program);
addSubmitCommands(program);
addDecideCommands(program);
addTellCommands(program);
addServeCommands(program);

await runCommand(program);
