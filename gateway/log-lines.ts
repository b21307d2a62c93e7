/** Log lines of the gateway as a whole. */
import { TokenRefusal } from "../platform/auth/index.js";
import { ERROR_CODES, type ReportUnexpected } from "../platform/errors/index.js";
import type { Logger } from "../platform/telemetry/index.js";
import type { Refused } from "./request/app.js";

/** An unexpected error leaves one line with its id. */
export const reportTo =
  (log: Logger): ReportUnexpected =>
  ({ errorId, error }) =>
    void log.error({ code: "UNEXPECTED_ERROR", errorId, error }, "An unexpected error was answered.");

/** A refusal leaves one line with its code, and what of a token was wrong. */
export const logRefusal = (log: Logger, { refusal, requestId }: Refused): void => {
  const { code, details } = refusal;
  log[ERROR_CODES[code].logLevel](
    {
      code: "REQUEST_REFUSED",
      requestId,
      refusal: code,
      reason: refusal instanceof TokenRefusal ? refusal.check : details.reason,
    },
    "A request was refused before it was executed.",
  );
};
