/** `npm run partner -- init | mock | dev`: what an agency builds and tries its subgraph with, on its own machine. */
import { Option, type Command } from "commander";
import { resolve } from "node:path";
import { stopOnSignal } from "../../platform/http/index.js";
import { todayInShanghai } from "../../schema/diff.js";
import { say } from "../command.js";
import { startDevGraph } from "./dev/dev-graph.js";
import { STACKS, writeExample, type Stack } from "./init/example.js";
import { nextSteps } from "./init/next-steps.js";
import { readInstallation } from "./installation.js";
import { delayOf, shareOf, wholeOf } from "./mock/behaviour.js";
import { startMock } from "./mock/mock-server.js";
import { readSource } from "./read-source.js";
import { reportLines } from "./report.js";

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
    throw new Error(`${url} is no address: give that of your service, such as http://127.0.0.1:4100/graphql.`);
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
/** Adds the commands. */
export const addLocalCommands = (program: Command): void => {
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
};
