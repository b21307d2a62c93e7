/** Options of a command that say how a file is read: those of a mapping file, in their place. */
import { InvalidArgumentError, type Command } from "commander";
import { readingEntries } from "../platform/import/index.js";

/** `headerRow` as `header-row`. */
const flagOf = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Adds `--encoding`, `--sheet` and so on; a value that is none of the entry's is refused before anything is read. */
export const addReadingOptions = (command: Command): Command => {
  for (const [name, entry] of Object.entries(readingEntries))
    command.option(`--${flagOf(name)} <${flagOf(name)}>`, entry.description ?? "", (text: string) => {
      const parsed = [text, Number(text)].map((value) => entry.safeParse(value)).find(({ success }) => success);
      if (parsed?.success) return parsed.data;
      const issue = entry.safeParse(text).error?.issues[0];
      throw new InvalidArgumentError(issue?.message ?? "");
    });
  return command;
};
