/** Errors: the table of public codes, what services throw, and how it is shown. */
export { ERROR_CODES, isErrorCode, type ErrorCode, type ErrorCodeEntry } from "./error-codes.js";
export { formatErrors, type FormattedErrors } from "./format-errors.js";
export { inLanguage, type ErrorLanguage } from "./in-language.js";
export { REASON_MESSAGES, type ReasonName } from "./reason-messages.js";
export { ServiceError, badInput, type ServiceErrorDetails } from "./service-error.js";
export {
  createGraphQLError,
  isDatabaseUnavailable,
  outcomeOf,
  placedError,
  toFormattedError,
  type ReportUnexpected,
} from "./to-graphql-error.js";
