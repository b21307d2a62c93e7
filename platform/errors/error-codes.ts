/** The one table of public error codes: what each means, how it travels over HTTP and what a reader is told. */

/** One row of the table. */
export interface ErrorCodeEntry {
  /** What the code means, for documents. */
  readonly meaning: string;
  /** HTTP status where the whole answer fails with this code. */
  readonly httpStatus: number;
  /** Whether the same request may succeed later. */
  readonly retryable: boolean;
  /** Level of the log line. */
  readonly logLevel: "debug" | "info" | "warn" | "error";
  /** Message shown where the throwing code gives none of its own. */
  readonly message: { readonly en: string; readonly zh: string };
}

/** Every code a client can meet, beside GraphQL's own GRAPHQL_PARSE_FAILED and GRAPHQL_VALIDATION_FAILED. */
export const ERROR_CODES = {
  BAD_USER_INPUT: {
    meaning: "An argument or variable breaks a rule; `extensions.argument` and `extensions.rule` name both.",
    httpStatus: 400,
    retryable: false,
    logLevel: "debug",
    message: { en: "The input is not valid.", zh: "输入无效。" },
  },
  UNAUTHENTICATED: {
    meaning: "The token is missing where one is needed, or does not verify.",
    httpStatus: 401,
    retryable: false,
    logLevel: "info",
    message: { en: "Sign in to go on.", zh: "请先登录。" },
  },
  FORBIDDEN: {
    meaning: "The viewer is known and may not do this.",
    httpStatus: 403,
    retryable: false,
    logLevel: "info",
    message: { en: "This is not open to you.", zh: "无权访问。" },
  },
  NOT_FOUND: {
    meaning: "There is no such record, or its existence is not public.",
    httpStatus: 404,
    retryable: false,
    logLevel: "debug",
    message: { en: "There is no such record.", zh: "未找到。" },
  },
  CONFLICT: {
    meaning:
      "The record changed since it was read (`extensions.version` is the present one), or an idempotency key was used for another input; `extensions.reason` says which. The same request never succeeds: read again, and ask for what is there now.",
    httpStatus: 409,
    retryable: false,
    logLevel: "info",
    message: { en: "The record changed meanwhile.", zh: "数据已变更。" },
  },
  RULE_VIOLATION: {
    meaning:
      "A rule of the domain refuses; `extensions.reason` names it. Of a step that may not be taken also `basis` (law and article), `state` (present state) and `next` (what the viewer may do instead); `earliest` where time alone is missing; `found` of a text that holds what of persons may not be published (kinds, never the words).",
    httpStatus: 422,
    retryable: false,
    logLevel: "info",
    message: { en: "A rule refuses this.", zh: "不符合规定。" },
  },
  PERSISTED_QUERY_NOT_FOUND: {
    meaning:
      "No document of this hash was sent before: send it with its text, as clients of such documents do by themselves.",
    httpStatus: 200,
    retryable: false,
    logLevel: "debug",
    // Clients know it by this word, in every language.
    message: { en: "PersistedQueryNotFound", zh: "PersistedQueryNotFound" },
  },
  LIMIT_EXCEEDED: {
    meaning: "The request is larger or deeper than the limits allow; `extensions.reason` names the limit.",
    httpStatus: 400,
    retryable: false,
    logLevel: "info",
    message: { en: "The request exceeds a limit.", zh: "请求超出限制。" },
  },
  RATE_LIMITED: {
    meaning: "Too many requests in a span of time.",
    httpStatus: 429,
    retryable: true,
    logLevel: "info",
    message: { en: "Too many requests.", zh: "请求过于频繁。" },
  },
  UPSTREAM_UNAVAILABLE: {
    meaning: "An agency's service does not answer; the rest of the answer is complete.",
    httpStatus: 502,
    retryable: true,
    logLevel: "warn",
    message: { en: "A service is not available at the moment.", zh: "相关服务暂不可用。" },
  },
  UPSTREAM_TIMEOUT: {
    meaning: "An agency's service did not answer in time.",
    httpStatus: 504,
    retryable: true,
    logLevel: "warn",
    message: { en: "A service did not answer in time.", zh: "相关服务响应超时。" },
  },
  UPSTREAM_INVALID: {
    meaning: "An agency's service left out a value, or gave one that the schema does not allow; it is not passed on.",
    httpStatus: 502,
    retryable: false,
    logLevel: "error",
    message: { en: "A service did not answer as its schema says.", zh: "相关服务返回的数据不符合约定。" },
  },
  SERVICE_UNAVAILABLE: {
    meaning: "This service can not answer now, for example because its database is down.",
    httpStatus: 503,
    retryable: true,
    logLevel: "error",
    message: { en: "The service is not available at the moment.", zh: "服务暂不可用。" },
  },
  INTERNAL_SERVER_ERROR: {
    meaning: "Something unexpected; `extensions.errorId` finds the one log line that says what.",
    httpStatus: 500,
    retryable: false,
    logLevel: "error",
    message: { en: "Something went wrong.", zh: "系统异常。" },
  },
} as const satisfies Record<string, ErrorCodeEntry>;

/** A public error code. */
export type ErrorCode = keyof typeof ERROR_CODES;

/** True for the codes of the table. */
export const isErrorCode = (code: unknown): code is ErrorCode =>
  typeof code === "string" && Object.hasOwn(ERROR_CODES, code);
