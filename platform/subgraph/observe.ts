/** What is told of a subgraph's requests: the disclosure report to the gateway, figures and a line to the operator. */
import type { ApolloServerPlugin } from "@apollo/server";
import { outcomeOf, type ErrorCode, type ReportUnexpected } from "../errors/index.js";
import { logEvent, type LogCode, type Logger, type Metrics } from "../telemetry/index.js";
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
        if (contextValue.log)
          logEvent(
            contextValue.log,
            "REQUEST",
            { outcome, milliseconds: Math.round(seconds * 1_000), nodes: contextValue.work.nodes() },
            "debug",
          );
      },
    };
  },
});

/** Lines that say why a request failed, by what the client got. */
const FAILURES: Partial<Record<ErrorCode, LogCode>> = {
  SERVICE_UNAVAILABLE: "DATABASE_UNAVAILABLE",
  BAD_USER_INPUT: "DATABASE_REFUSED_VALUE",
};

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
    logEvent(log, FAILURES[code] ?? "UNEXPECTED_ERROR", { errorId, error });
    return errorId;
  };
};
