/** `npm run partner -- check <name> <file|url>`: what a partner agency's subgraph would disclose and change, and why it is refused. Writes nothing. */
import { Option } from "commander";
import { resolve } from "node:path";
import { isLocalDate } from "../platform/domain/index.js";
import { stopOnSignal } from "../platform/http/index.js";
import { checkPartner } from "../platform/composition/partner/index.js";
import { todayInShanghai } from "../schema/diff.js";
import { createCommand, runCommand, say } from "./command.js";
import { startDevGraph } from "./partner/dev/dev-graph.js";
import { STACKS, writeExample, type Stack } from "./partner/init/example.js";
import { nextSteps } from "./partner/init/next-steps.js";
import { readInstallation } from "./partner/installation.js";
import { brokenClients, touchedBy } from "./partner/broken-clients.js";
import { annotations } from "./partner/github.js";
import { addDecideCommands } from "./partner/decide.js";
import { delayOf, shareOf, wholeOf } from "./partner/mock/behaviour.js";
import { startMock } from "./partner/mock/mock-server.js";
import { committedFieldsOf, mirrorLines, mirrorOf } from "./partner/mirror.js";
import { spanOf, USE_VARIABLES, withUseStore } from "./partner/recorded-use.js";
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

interface DevOptions {
  readonly sdl?: string;
  readonly overlay?: string;
  readonly owner?: string;
  readonly port: string;
  readonly issuerPort: string;
}

interface MockOptions {
  readonly overlay?: string;
  readonly port: string;
  readonly seed: string;
  readonly items: string;
  readonly errors: string;
  readonly delay: string;
}

const check = async (
  name: string,
  from: string,
  { overlay, owner, on, days, acceptBreaking, whole, json, format }: Options,
): Promise<void> => {
  if (on !== undefined && !isLocalDate(on)) throw new Error(`${on} is not a day: write --on YYYY-MM-DD.`);
  const installation = readInstallation(name, { owner, on: on ?? todayInShanghai() });
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

const init = (name: string, { stack, into = name }: { readonly stack: Stack; readonly into?: string }): void => {
  const folder = resolve(into);
  writeExample(name, stack, folder);
  for (const line of nextSteps(name, stack, folder)) say(line);
};

const mock = async (name: string, from: string, given: MockOptions): Promise<void> => {
  const running = await startMock(await readSource(name, from, given.overlay), {
    port: wholeOf("--port", given.port, 0, 65_535),
    seed: wholeOf("--seed", given.seed, 0, 2 ** 31),
    items: wholeOf("--items", given.items, 0, 1_000),
    errors: shareOf(given.errors),
    delay: delayOf(given.delay),
  });
  say(`${name} is mocked at ${running.url}/graphql; end with Ctrl+C.`);
  stopOnSignal(() => running.stop());
};

const dev = async (name: string, url: string, given: DevOptions): Promise<void> => {
  if (!URL.canParse(url))
    throw new Error(`${url} is no address: give that of your service, such as http://127.0.0.1:4010/graphql.`);
  const installation = readInstallation(name, { owner: given.owner, on: todayInShanghai() });
  const graph = await startDevGraph({
    name,
    url,
    installation,
    read: () => readSource(name, given.sdl ?? url, given.overlay),
    port: wholeOf("--port", given.port, 0, 65_535),
    issuerPort: wholeOf("--issuer-port", given.issuerPort, 0, 65_535),
    onChecked: (found) => {
      for (const line of reportLines(found, installation)) say(line);
      say(
        found.problems.length === 0 ? `\nIn use at ${new Date().toLocaleTimeString()}.` : "\nWhat was in use goes on.",
      );
    },
    onUnreadable: (error) => say((error as Error).message),
  });
  say(`The graph is at ${graph.url}; all services but ${name} are mocked.`);
  say(`Tokens: KEYCLOAK_URL=${new URL(graph.issuerUrl).origin} npm run -s token -- officer-1`);
  say("End with Ctrl+C.\n");
  stopOnSignal(() => graph.stop());
};

const mirror = async (name: string, { days, json }: Pick<Options, "days" | "json">): Promise<void> => {
  const fields = committedFieldsOf(name);
  const found = await withUseStore((store) => mirrorOf(name, fields, store, spanOf(days)));
  if (!found) throw new Error("Nothing is recorded: gateways count use where GATEWAY_USE_STORE names a database.");
  if (json) say(JSON.stringify(found, null, 2));
  else for (const line of mirrorLines(found)) say(line);
};

const program = createCommand(
  "npm run partner --",
  "For subgraphs of other agencies, in whatever stack they are built.",
  { ...USE_VARIABLES, ...REGISTRY_VARIABLES },
);

program
  .command("check")
  .description(
    "Composes a partner's SDL with all other subgraphs and says what becomes public, what becomes closed and why, what changes for clients, and what to write instead of what is refused. Writes nothing. Exits 0 where it composes, 1 where it does not.",
  )
  .argument("<name>", "what the subgraph is called: small letters, digits and hyphens")
  .argument("<from>", "a file of SDL, or the address of the running service, which is asked for it")
  .option("--overlay <file>", "SDL that closes fields for a library that prints no custom directives")
  .option("--owner <id>", "the organisation that answers for it, such as CN-USCC-11990101MB0001302L")
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
  .command("init")
  .description(
    "Writes a working example of a subgraph: schema with an entity and a closed field, check of the gateway's signature, health, tests.",
  )
  .argument("<name>", "what the subgraph is called: small letters, digits and hyphens")
  .addOption(new Option("--stack <stack>", "library that it is built with").choices(STACKS).makeOptionMandatory())
  .option("--into <folder>", "folder that is made, or is empty (default: the name)")
  .action(init);

program
  .command("mock")
  .description(
    "Answers in the stead of a subgraph: plausible made-up data of the right types, the same for the same question.",
  )
  .argument("<name>", "what the subgraph is called")
  .argument("<from>", "a file of SDL")
  .option("--overlay <file>", "SDL that stands beside it")
  .option("--port <port>", "port on this machine, 0 for a free one", "4100")
  .option("--seed <n>", "another seed gives other data", "1")
  .option("--items <n>", "items of a list", "3")
  .option("--errors <share>", "share of roots and of requests for entities that fail, such as 5%", "0%")
  .option("--delay <ms>", "milliseconds that each request waits, such as 200 or 50-300", "0")
  .action(mock);

program
  .command("dev")
  .description(
    "A graph on this machine: a gateway over mocks of all services and your own service, checked and composed again whenever its SDL changes. Nothing real is asked.",
  )
  .argument("<name>", "what your subgraph is called")
  .argument("<url>", "where your service answers GraphQL")
  .option("--sdl <file>", "read the SDL from a file instead of the service")
  .option("--overlay <file>", "SDL that closes fields for a library that prints no custom directives")
  .option("--owner <id>", "the organisation that answers for it")
  .option("--port <port>", "port of the gateway, 0 for a free one", "4000")
  .option("--issuer-port <port>", "port of the issuer of tokens, 0 for a free one", "8080")
  .action(dev);

program
  .command("mirror")
  .description(
    "Shows an agency its own: which clients use what of its subgraph, how it answers, and what nobody asks for.",
  )
  .argument("<name>", "name of the subgraph")
  .option("--days <n>", "days that are looked back on (default: 30)")
  .option("--json", "print it as JSON")
  .action(mirror);

addSubmitCommands(program);
addDecideCommands(program);
addTellCommands(program);
addServeCommands(program);

await runCommand(program);
