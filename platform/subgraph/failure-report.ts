/** Why a request of a subgraph failed: a line to the operator for each failure, and one for those that say the same. */
import type { ErrorCode, ReportUnexpected } from "../errors/index.js";
import { logEvent, type LogCode, type Logger } from "../telemetry/index.js";

/** Lines that say why a request failed, by what the client got. */
const FAILURES: Partial<Record<ErrorCode, LogCode>> = {
  SERVICE_UNAVAILABLE: "DATABASE_UNAVAILABLE",
  BAD_USER_INPUT: "DATABASE_REFUSED_VALUE",
};

/** Most different failures of one request that get a line each. */
const MOST_LINES = 10;

/** Reports failures of one request: the same failure of many fields is one line, under one id. The log is asked for when there is one. */
export const createFailureReport = (log: () => Logger): ReportUnexpected => {
  const known = new Map<string, string>();
  let last: string | undefined;
  return ({ errorId, error, code }) => {
    const { name, message, code: cause } = error as { name?: string; message?: string; code?: string };
    const failure = `${name} ${cause} ${message}`;
    const earlier = known.get(failure) ?? (known.size >= MOST_LINES ? last : undefined);
    if (earlier !== undefined) return earlier;
    known.set(failure, errorId);
    last = errorId;
    logEvent(log(), FAILURES[code] ?? "UNEXPECTED_ERROR", { errorId, error });
    return errorId;
  };
};
