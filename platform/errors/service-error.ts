/** The error that domain and service code throws; it knows neither GraphQL nor HTTP. */
import { ERROR_CODES, type ErrorCode } from "./error-codes.js";
import type { ReasonName } from "./reason-messages.js";

/** Facts about the refusal that a client may see. Never the refused value itself. */
export interface ServiceErrorDetails {
  /** Name of the argument, such as `uscc`. */
  readonly argument?: string;
  /** The broken rule, such as `USCC_CHECK_CHARACTER`. */
  readonly rule?: ReasonName;
  /** Narrower reason under the code, such as `CURSOR_EXPIRED`. */
  readonly reason?: ReasonName;
  /** Law and article on which a refusal rests. */
  readonly basis?: string;
  /** Present state of the record, where the refusal follows from it. */
  readonly state?: string;
  /** What may be done in this state instead. */
  readonly next?: readonly string[];
  /** First day on which it may be done, where time alone is missing. */
  readonly earliest?: string;
  /** Names of what is missing, as public data has them. */
  readonly missing?: readonly string[];
  /** Kinds of what of persons a text holds, never the words. */
  readonly found?: readonly string[];
  /** Present version of a record that changed since it was read. */
  readonly version?: number;
}

/** A refusal with a public code. `message` is shown to clients: no values, hosts, SQL or names in it. */
export class ServiceError extends Error {
  override readonly name = "ServiceError";

  constructor(
    readonly code: ErrorCode,
    message: string = ERROR_CODES[code].message.en,
    readonly details: ServiceErrorDetails = {},
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}

/** Shorthand for the commonest refusal: an argument that breaks a named rule. */
export const badInput = (argument: string, rule: ReasonName, message: string): ServiceError =>
  new ServiceError("BAD_USER_INPUT", message, { argument, rule });
