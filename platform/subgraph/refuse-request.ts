/** What is answered to a request of a subgraph that is not executed. */
import type { ServerResponse } from "node:http";
import { ServiceError, toFormattedError, type ErrorCode } from "../errors/index.js";
import { BodyRefused, sendJson } from "../http/index.js";
import type { Logger } from "../telemetry/index.js";
import { createFailureReport } from "./failure-report.js";

/** A request that is not signed, is no operation, or met a fault of ours. */
export const refuseRequest = (response: ServerResponse, error: unknown, log: Logger): void => {
  if (response.headersSent) return void response.destroy();
  const answer = (status: number, code: ErrorCode, message: string, more: object = {}): void =>
    sendJson(response, status, JSON.stringify({ errors: [{ message, extensions: { code, ...more } }] }));
  if (error instanceof ServiceError && error.code === "UNAUTHENTICATED")
    return answer(401, error.code, "The request is not signed by the gateway.");
  if (error instanceof BodyRefused || error instanceof SyntaxError)
    return answer(400, "BAD_USER_INPUT", "The request is malformed.");
  const told = toFormattedError(
    { message: "" },
    error,
    createFailureReport(() => log),
  );
  sendJson(response, 500, JSON.stringify({ errors: [told] }));
};
