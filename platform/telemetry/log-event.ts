/** The line of an event, apart from what makes loggers: who writes one is given a logger. */
import type { Logger } from "pino";
import { LOG_EVENTS, type LogCode, type LogEventEntry } from "./log-events.js";

/** Writes the line of an event, with what the table says that it holds; the only way in which the product logs. @default level that of the table */
export const logEvent = <Code extends LogCode>(
  log: Logger,
  code: Code,
  fields: { readonly [Field in (typeof LOG_EVENTS)[Code]["holds"][number]]?: unknown },
  level: LogEventEntry["level"] = LOG_EVENTS[code].level,
): void => {
  const line: object = { code, ...fields };
  log[level](line, LOG_EVENTS[code].message);
};
