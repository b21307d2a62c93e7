/** What all commands have in common: `--help`, a clear sentence for a wrong option, one sentence and exit 1 for a failure. */
import { Command } from "commander";
import { runMain } from "../../platform/config/index.js";

/** Begins a command; `variables` are the environment variables that it reads, with what they are for. */
export const createCommand = (
  name: string,
  description: string,
  variables: Readonly<Record<string, string>> = {},
): Command => {
  const command = new Command(name).description(description).showHelpAfterError(`(${name} --help says more)`);
  const width = Math.max(0, ...Object.keys(variables).map((variable) => variable.length));
  const lines = Object.entries(variables).map(([variable, doc]) => `  ${variable.padEnd(width)}  ${doc}`);
  return lines.length > 0 ? command.addHelpText("after", `\nVariables:\n${lines.join("\n")}`) : command;
};

/** Runs a command; `npm run x -- --help` and mistakes in options never reach its action. */
export const runCommand = (command: Command): Promise<void> =>
  runMain(async () => {
    await command.parseAsync();
  });

/** Variables by which every command finds the databases. */
export const DATABASE_VARIABLES: Readonly<Record<string, string>> = {
  DATABASE_URL: "your PostgreSQL; without it the local one of this folder",
  "<SERVICE>_DATABASE_URL": "a service's database with its own role, of all services or of none",
  GOVGRAPH_DIRECTORY: "where local state is kept; else .govgraph in the project",
};

/** Prints a line. */
export const say = (line: string): void => void process.stdout.write(`${line}\n`);
