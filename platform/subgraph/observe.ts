/** What is told of a subgraph's requests: the disclosure report to the gateway, figures and a line to the operator. */
import type { ApolloServerPlugin } from "@apollo/server";
import { outcomeOf, type ErrorCode, type ReportUnexpected } from "../errors/index.js";
import type { LogEvent, Logger, Metrics } from "../telemetry/index.js";
import type { SubgraphContext } from "./definition.js";

/** Reports what a subgraph withheld, counts and times requests, and logs each under the gateway's request id. */
export const observeRequests = (metrics: Metrics): ApolloServerPlugin<SubgraphContext<unknown>> => ({
  requestDidStart: async () => {
    const startedAt = performance.now();
    return {
      willSendResponse: async ({ contextValue, response: { body } }) => {
        if (body.kind !== "single") return;
        const report = contextValue.disclosure?.report();
        if (report) body.singleResult.extensions = { ...body.singleResult.extensions, disclosure: report };
        const seconds = (performance.now() - startedAt) / 1_000;
        const outcome = outcomeOf(body.singleResult.errors);
        metrics.requests.inc({ outcome });
        metrics.requestSeconds.observe(seconds);
        contextValue.log?.debug(
          { code: "REQUEST", outcome, milliseconds: Math.round(seconds * 1_000), nodes: contextValue.work.nodes() },
          "A request was answered.",
        );
      },
    };
  },
});

/** Codes and sentences of the lines that say why a request failed. */
const FAILURES: Partial<Record<ErrorCode, LogEvent>> = {
  SERVICE_UNAVAILABLE: { code: "DATABASE_UNAVAILABLE", message: "The database does not answer." },
  BAD_USER_INPUT: {
    code: "DATABASE_REFUSED_VALUE",
    message: "The database refused a value that no check had refused.",
  },
};
const UNEXPECTED: LogEvent = { code: "UNEXPECTED_ERROR", message: "An unexpected error was answered." };

/** Most different failures of one request that get a line each. */
const MOST_LINES = 10;

/** Reports failures of one request: the same failure of many fields is one line, under one id. */
export const createFailureReport = (log: Logger): ReportUnexpected => {
  const known = new Map<string, string>();
  let last: string | undefined;
  return ({ errorId, error, code }) => {
    const { name, message, code: cause } = error as { name?: string; message?: string; code?: string };
    const failure = `${name} ${cause} ${message}`;
    const earlier = known.get(failure) ?? (known.size >= MOST_LINES ? last : undefined);
    if (earlier !== undefined) return earlier;
    known.set(failure, errorId);
    last = errorId;
    const event = FAILURES[code] ?? UNEXPECTED;
    log[code === "BAD_USER_INPUT" ? "warn" : "error"]({ code: event.code, errorId, error }, event.message);
    return errorId;
  };
};
