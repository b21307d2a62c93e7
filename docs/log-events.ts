/** Renders docs/log-events.md from the table of log events. */
import { LOG_EVENTS } from "../platform/telemetry/index.js";
import { GENERATED, table } from "./markdown.js";

/** The page. */
export const renderLogEvents = (): string =>
  `# Log events\n\n${GENERATED}\n\nEvery line of a gateway or service is JSON with \`time\`, \`level\` (pino: 20 debug, 30 info, 40 warn, 50 error), \`name\` of the process, \`code\`, \`msg\` and what the table says.
Codes are stable: set alarms by them, not by sentences. \`requestId\` is the same in the lines of the gateway and of the services that it asked, \`errorId\` the one that the client got.
\`error\` is type, code, message and stack of an error, without values in quotation marks. No line holds a token, a document, variables or a value of a record. Commands write sentences for people instead.\n\n${table(
    ["code", "level", "message", "when, and what to do", "beside it"],
    Object.entries(LOG_EVENTS).map(([code, { level, message, meaning, holds }]) => [
      `\`${code}\``,
      level,
      message,
      meaning,
      holds.map((field) => `\`${field}\``).join(", "),
    ]),
  )}\n`;
