/** The one translation from thrown errors to what a GraphQL client sees; unexpected ones are logged once under an id. */
import { randomUUID } from "node:crypto";
import { types } from "node:util";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { ERROR_CODES, isErrorCode, type ErrorCode } from "./error-codes.js";
import { ServiceError } from "./service-error.js";

/** Unlike `instanceof`, true of errors of every realm. */
const { isNativeError } = types;

/**
 * Where failures are reported that are no refusals: one line for each, found by `errorId`. `code` is what the client is told.
 * Returns the id of an earlier line where that says the same.
 */
export type ReportUnexpected = (report: { errorId: string; error: unknown; code: ErrorCode }) => string | void;

/** GraphQL's own codes, kept as they are. */
const GRAPHQL_CODES: ReadonlySet<unknown> = new Set([
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "BAD_REQUEST",
]);

/** Codes of the pg driver, node and knex that mean "the database does not answer". */
const UNAVAILABLE =
  /^(ECONNREFUSED|ECONNRESET|EPIPE|ENOTFOUND|ETIMEDOUT|57P0[123]|08...|28...|3D000|53300|57014|55P03|25P03)$/;

/**
 * PostgreSQL's class 22: the value that a caller sent is none of its type, too large, too long or no text. A division by zero
 * (22012) is not among them: no caller sends one.
 */
const BAD_VALUE = /^22(?!012)[0-9A-Z]{3}$/;

/** True where the error says that a value which the caller sent is at fault. */
const isBadValue = (error: unknown): boolean =>
  isNativeError(error) && BAD_VALUE.test(String((error as { code?: unknown }).code));

/** True where the error says that the database, not the query, is at fault. */
export const isDatabaseUnavailable = (error: unknown): boolean => {
  if (!isNativeError(error)) return false;
  const code = (error as { code?: unknown }).code;
  if (typeof code === "string" && UNAVAILABLE.test(code)) return true;
  if ("errors" in error && Array.isArray(error.errors)) return error.errors.some(isDatabaseUnavailable);
  return (
    error.name === "KnexTimeoutError" ||
    /Connection terminated|timeout expired|Connection ended unexpectedly|is not queryable/i.test(error.message)
  );
};

/** Creates a GraphQL error with a public code. The only place of the product that calls `new GraphQLError`. */
export const createGraphQLError = (
  code: ErrorCode,
  message: string = ERROR_CODES[code].message.en,
  extensions: Record<string, unknown> = {},
  httpStatus?: number,
): GraphQLError =>
  new GraphQLError(message, {
    extensions: { code, ...extensions, ...(httpStatus === undefined ? {} : { http: { status: httpStatus } }) },
  });

/** An error that a service sent, at a place of the gateway's answer. The service is named by what it is called in the graph. */
export const placedError = (
  { message, extensions }: GraphQLFormattedError,
  { service, path }: { readonly service: string | undefined; readonly path: readonly (string | number)[] | undefined },
): GraphQLError =>
  new GraphQLError(message, { path, extensions: { ...extensions, ...(service === undefined ? {} : { service }) } });

/** The `formatError` of every server: table codes pass, everything else becomes INTERNAL_SERVER_ERROR with an id. */
export const toFormattedError = (
  formatted: GraphQLFormattedError,
  error: unknown,
  report: ReportUnexpected,
): GraphQLFormattedError => {
  const original = error instanceof GraphQLError ? (error.originalError ?? error) : error;
  const place = {
    ...(formatted.locations ? { locations: formatted.locations.slice(0, TOLD.locations) } : {}),
    ...(formatted.path ? { path: formatted.path } : {}),
  };
  if (original instanceof ServiceError) {
    return { message: original.message, ...place, extensions: pick({ code: original.code, ...original.details }) };
  }
  if (isDatabaseUnavailable(original)) return reported("SERVICE_UNAVAILABLE", place, original, report);
  if (isBadValue(original)) return reported("BAD_USER_INPUT", place, original, report);
  const code = formatted.extensions?.["code"];
  if (GRAPHQL_CODES.has(code)) {
    return { message: withoutEcho(formatted.message), ...place, extensions: { code } };
  }
  if (code === "BAD_USER_INPUT") {
    // Variable coercion echoes the caller's value.
    return { message: withoutValue(formatted.message), ...place, extensions: pick(formatted.extensions) };
  }
  if (
    isErrorCode(code) &&
    (code !== "INTERNAL_SERVER_ERROR" || typeof formatted.extensions?.["errorId"] === "string")
  ) {
    return { message: formatted.message, ...place, extensions: pick(formatted.extensions) };
  }
  const { service } = formatted.extensions ?? {};
  return reported("INTERNAL_SERVER_ERROR", place, original, report, typeof service === "string" ? { service } : {});
};

/** The sentence of the table and an id; what happened is in the log alone. */
const reported = (
  code: ErrorCode,
  place: Pick<GraphQLFormattedError, "locations" | "path">,
  error: unknown,
  report: ReportUnexpected,
  more: { readonly service?: string } = {},
): GraphQLFormattedError => {
  const made = randomUUID();
  const errorId = report({ errorId: made, error, code }) ?? made;
  return { message: ERROR_CODES[code].message.en, ...place, extensions: { code, errorId, ...more } };
};

/** What became of an answer, for figures: `ok`, or the gravest code of its errors. */
export const outcomeOf = (errors: readonly GraphQLFormattedError[] | undefined): string => {
  const codes = (errors ?? []).map(({ extensions }) => extensions?.["code"]);
  const [gravest] = codes.filter(isErrorCode).sort((a, b) => ERROR_CODES[b].httpStatus - ERROR_CODES[a].httpStatus);
  return gravest ?? (codes.length === 0 ? "ok" : "BAD_USER_INPUT");
};

const SHOWN = ["code", "argument", "rule", "reason", "service", "retryable", "errorId"] as const;

/** Names of states and events of machines. */
const isName = (value: unknown): boolean => typeof value === "string" && /^[A-Z][A-Z_]{0,63}$/.test(value);

const isShort = (value: unknown): boolean => typeof value === "string" && value.length <= 200;

/**
 * What a refused step tells beside its reason, each in the one shape it has. Only a RULE_VIOLATION tells it: whoever throws that
 * has decided that the viewer may know of the record (`ruleViolation` of platform/machine).
 */
const TOLD_OF_STEPS: readonly (readonly [key: string, isRight: (value: unknown) => boolean])[] = [
  ["basis", isShort],
  ["state", isName],
  ["earliest", (value) => typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value)],
  ["next", (value) => Array.isArray(value) && value.length <= 64 && value.every(isName)],
  ["missing", (value) => Array.isArray(value) && value.length <= 100 && value.every(isShort)],
  ["found", (value) => Array.isArray(value) && value.length <= 20 && value.every(isShort)],
];

const pick = (extensions: Record<string, unknown> | undefined): Record<string, unknown> =>
  Object.fromEntries([
    ...SHOWN.flatMap((key) => (extensions?.[key] === undefined ? [] : [[key, extensions[key]]])),
    ...TOLD_OF_STEPS.flatMap(([key, isRight]) =>
      extensions?.["code"] === "RULE_VIOLATION" && isRight(extensions[key]) ? [[key, extensions[key]]] : [],
    ),
    // Told to whoever may know of the record, which the service has decided.
    ...(extensions?.["code"] === "CONFLICT" && Number.isSafeInteger(extensions["version"])
      ? [["version", extensions["version"]] as const]
      : []),
  ]);

/** Longest name that is told again, in characters, and most places of one error: an answer does not grow with what it refuses. */
const TOLD = { name: 100, locations: 5 } as const;

/** graphql-js prints near names, from which a schema must not be guessed, and what was written, which may be a person's (threats A13, D01). */
const withoutEcho = (message: string): string =>
  message
    .replace(/ ?Did you mean .*$/s, "")
    .replace(/^(GraphQL introspection is not allowed) by .*$/s, "$1; the graph's definition is at /schema.graphql.")
    .replace(/\b(String|BlockString|Int|Float) ".*"/s, "$1")
    .replace(/(cannot represent [^:]*): .*$/s, "$1.")
    .replace(/(Expected value of type "[^"]*"), found .*$/s, "$1.")
    .replace(/\w+/g, (name) => (name.length > TOLD.name ? `${name.slice(0, TOLD.name)}…` : name))
    .trim();

const withoutValue = (message: string): string => {
  const variable = /^Variable "(\$\w+)" got invalid value/.exec(message);
  if (variable) return `Variable "${variable[1]}" got an invalid value.`;
  return withoutEcho(message);
};
