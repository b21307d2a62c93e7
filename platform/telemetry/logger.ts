/** Logs: one JSON line per event, with a stable code; secrets, tokens and values of persons never reach a line. */
import { types } from "node:util";
import { pino, type DestinationStream, type Logger, type LevelWithSilent } from "pino";

export type { Logger };

/** What a message quotes and that is no plain identifier may be of a person: `type integer: "…"`. */
const withoutQuoted = (message: string): string =>
  message
    .replaceAll(/"([^"]*)"|'([^']*)'/g, (quoted, double?: string, single?: string) =>
      /^(?!.*\d{4})[\w.$:-]{1,63}$/.test(double ?? single ?? "") ? quoted : '"…"',
    )
    .replaceAll(/=\([^)]*\)/g, "=(…)");

/** Type, code, message and stack of an error; never the other properties, in which a database driver keeps rows (threat D01). */
const describeError = (error: unknown): object => {
  if (!types.isNativeError(error)) return { type: typeof error };
  const message = withoutQuoted(error.message);
  const { code } = error as { code?: unknown };
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return {
    type: error.name,
    ...(typeof code === "string" ? { code } : {}),
    message,
    stack: [`${error.name}: ${message}`, ...frames].join("\n"),
    ...(types.isNativeError(error.cause) ? { cause: describeError(error.cause) } : {}),
  };
};

/** Creates the logger of one process. */
export const createLogger = (options: {
  name: string;
  level: LevelWithSilent;
  destination?: DestinationStream;
}): Logger => {
  const settings = {
    name: options.name,
    level: options.level,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: ["*.authorization", "*.token", "*.password", "headers", "req", "*.headers"], censor: "[secret]" },
    serializers: { error: describeError },
  };
  return options.destination ? pino(settings, options.destination) : pino(settings);
};
