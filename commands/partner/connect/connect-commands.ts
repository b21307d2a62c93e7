/** `npm run partner -- connect init | sdl | ask | serve`: a subgraph for an agency whose service answers JSON over REST. */
import type { Command } from "commander";
import { resolve } from "node:path";
import { sdlOf } from "../../../platform/connect/index.js";
import { stopOnSignal } from "../../../platform/http/index.js";
import { say } from "../../command.js";
import { initMapping } from "./init-mapping.js";
import { readMappingFile } from "./mapping-file.js";
import { serveMapping, tryQuery } from "./serve-mapping.js";

interface InitGiven {
  readonly into?: string;
  readonly path: readonly string[];
}

const init = (name: string, file: string, { into = name, path }: InitGiven): void => {
  for (const line of initMapping(name, file, { folder: resolve(into), prefixes: path })) say(line);
};

const serve = async (file: string): Promise<void> => {
  const mapping = readMappingFile(file);
  const running = await serveMapping(mapping);
  say(`${mapping.subgraph} answers the gateway at ${running.url}/graphql; end with Ctrl+C.`);
  stopOnSignal(() => running.stop());
};

/** Adds the commands. */
export const addConnectCommands = (program: Command): void => {
  const connect = program
    .command("connect")
    .description("A subgraph made of a mapping file, over a service that answers JSON over REST.");
  connect
    .command("init")
    .description(
      "Writes a mapping, and its SDL, for what an OpenAPI description (3.0, 3.1) describes: a proposal to edit.",
    )
    .argument("<name>", "what the subgraph is called: small letters, digits and hyphens")
    .argument("<description>", "the description, YAML or JSON")
    .option("--into <folder>", "folder that is made, or is empty (default: the name)")
    .option("--path <prefix...>", "only operations whose path begins so", [])
    .action(init);
  connect
    .command("sdl")
    .description("Prints the SDL of a mapping, for check and add.")
    .argument("<mapping>", "the mapping file")
    .action((file: string) => say(sdlOf(readMappingFile(file)).trimEnd()));
  connect
    .command("ask")
    .description("Asks one query of a mapping, without a gateway: to see whether it says what the backend says.")
    .argument("<mapping>", "the mapping file")
    .argument("<query>", "a document of GraphQL")
    .action(async (file: string, query: string) => say(await tryQuery(readMappingFile(file), query)));
  connect
    .command("serve")
    .description("Serves the subgraph of a mapping, to requests that the gateway signed.")
    .argument("<mapping>", "the mapping file")
    .action(serve);
};
