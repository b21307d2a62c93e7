/** Reads a process's variables once, at its edge: typed, defaulted, all problems reported together. */
import { z } from "zod";

/** One variable of a process. */
export interface ConfigVariable<T = unknown> {
  /** What it is for, one sentence. */
  readonly doc: string;
  /** How its text becomes a value. */
  readonly schema: z.ZodType<T>;
  /** Text used where the variable is not set; without it the variable is required. */
  readonly fallback?: string;
  /** True where the value must never be printed. */
  readonly secret?: boolean;
  /** True where the fallback is for development and production must set its own. */
  readonly developmentOnly?: boolean;
}

/** The variables of a process by name. */
export type ConfigTable = Readonly<Record<string, ConfigVariable>>;

/** The values that a table gives. */
export type ConfigOf<Table extends ConfigTable> = {
  readonly [Name in keyof Table]: Table[Name] extends ConfigVariable<infer T> ? T : never;
};

/** All that is wrong with a process's variables, a sentence each. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
  constructor(readonly problems: readonly string[]) {
    super(problems.join("\n"));
  }
}

/** Declares a variable; keeps its type. */
export const variable = <T>(definition: ConfigVariable<T>): ConfigVariable<T> => definition;

const production = (environment: NodeJS.ProcessEnv): boolean => environment["NODE_ENV"] === "production";

/** Values of the table from the environment. Throws ConfigError that lists every missing or malformed variable. */
export const readConfig = <Table extends ConfigTable>(
  table: Table,
  environment: NodeJS.ProcessEnv,
): ConfigOf<Table> => {
  const problems: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, entry] of Object.entries(table)) {
    const given = environment[name];
    if (given === undefined && entry.fallback === undefined) {
      problems.push(`${name} is not set: ${entry.doc}`);
      continue;
    }
    if (
      entry.developmentOnly &&
      production(environment) &&
      (given === undefined || (entry.secret && given === entry.fallback))
    ) {
      problems.push(`${name} must be set in production: its default is for development only.`);
      continue;
    }
    const parsed = entry.schema.safeParse(given ?? entry.fallback);
    if (parsed.success) values[name] = parsed.data;
    else {
      const why = parsed.error.issues.map((issue) => issue.message).join("; ");
      problems.push(
        `${name} is not valid (${entry.secret ? "[secret]" : withoutPasswords(JSON.stringify(given ?? ""))}): ${why}`,
      );
    }
  }
  if (problems.length > 0) throw new ConfigError(problems);
  return values as ConfigOf<Table>;
};

/** An address may have come with a password in it. */
const withoutPasswords = (text: string): string => text.replaceAll(/\/\/[^/@\s"]*@/g, "//[secret]@");

/** Runs a process's main function; a wrong variable, a taken port or a similar cause prints one sentence each and exits 1. */
export const runMain = async (main: () => Promise<unknown>): Promise<void> => {
  try {
    await main();
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`);
    process.exit(1);
  }
};

const explain = (error: unknown): string => {
  if (error instanceof ConfigError) return error.message;
  const { code, port, message } = error as { code?: string; port?: number; message?: string };
  if (code === "EADDRINUSE") return `Port ${String(port)} is taken: stop what uses it or choose another.`;
  if (code === "EACCES") return `Not permitted: ${message}.`;
  return message ?? String(error);
};

/** Schemas that several processes use. */
export const text = z.string().min(1, "must not be empty");
export const portNumber = z.coerce.number().int().min(0).max(65535);
export const url = z.url("must be a URL");
export const flag = z.enum(["true", "false"]).transform((value) => value === "true");
export const logLevel = z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]);
