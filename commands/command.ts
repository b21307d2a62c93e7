/** What all commands have in common: `--help`, a clear sentence for a wrong option, one sentence and exit 1 for a failure. */
import { Command } from "commander";
import { runMain, type ConfigTable } from "../platform/config/index.js";

/** Begins a command; `variables` are the environment variables that it reads, with what they are for. */
export const createCommand = (name: string, description: string, variables: ConfigTable = {}): Command => {
  const command = new Command(name).description(description).showHelpAfterError(`(${name} --help says more)`);
  const width = Math.max(0, ...Object.keys(variables).map((variable) => variable.length));
  const lines = Object.entries(variables).map(
    ([variable, { doc, fallback }]) => `  ${variable.padEnd(width)}  ${doc}${fallback ? ` (${fallback})` : ""}`,
  );
  return lines.length > 0 ? command.addHelpText("after", `\nVariables:\n${lines.join("\n")}`) : command;
};

/** Runs a command; `npm run x -- --help` and mistakes in options never reach its action. */
export const runCommand = (command: Command): Promise<void> =>
  runMain(async () => {
    process.stdout.on("error", (error: NodeJS.ErrnoException) => {
      // Whoever reads what is printed has seen enough, as `head` has.
      if (error.code === "EPIPE") process.exit();
      throw error;
    });
    await command.parseAsync();
  });

/** Prints a line. */
export const say = (line: string): void => void process.stdout.write(`${line}\n`);
