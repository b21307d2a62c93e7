/** An answer of the graph at a door whose statuses tell of errors: which status it has, and what is said of what it lacks. */
import { ERROR_CODES, isErrorCode } from "../../platform/errors/index.js";
import type { ServerAnswer } from "../request/server-answer.js";

/**
 * 200 while anything that was asked for came; otherwise the status that the table of errors gives the first error (docs/errors.md).
 * What was refused before it was executed keeps its status.
 */
export const statusOfAnswer = ({ status, body: { data, errors } }: Pick<ServerAnswer, "status" | "body">): number => {
  if (status !== undefined && status >= 400) return status;
  const [first] = errors ?? [];
  if (!first || Object.values(data ?? {}).some((value) => value !== null)) return 200;
  const code = first.extensions?.["code"];
  return isErrorCode(code) ? ERROR_CODES[code].httpStatus : 400;
};
