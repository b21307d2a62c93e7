/** Log lines of the gateway as a whole. */
import { TokenRefusal } from "../platform/auth/index.js";
import { ERROR_CODES, type ReportUnexpected } from "../platform/errors/index.js";
import { logEvent, type Logger } from "../platform/telemetry/index.js";
import type { Refused } from "./request/app.js";

/** An unexpected error leaves one line with its id. */
export const reportTo =
  (log: Logger): ReportUnexpected =>
  ({ errorId, error }) =>
    logEvent(log, "UNEXPECTED_ERROR", { errorId, error });

/** A refusal leaves one line with its code, and what of a token was wrong; a fault of ours leaves what it was. */
export const logRefusal = (log: Logger, { refusal, requestId }: Refused): void => {
  const { code, details, cause } = refusal;
  if (code === "INTERNAL_SERVER_ERROR") return logEvent(log, "UNEXPECTED_ERROR", { errorId: requestId, error: cause });
  logEvent(
    log,
    "REQUEST_REFUSED",
    { requestId, refusal: code, reason: refusal instanceof TokenRefusal ? refusal.check : details.reason },
    ERROR_CODES[code].logLevel,
  );
};
