/** Errors of an execution as clients see them, and the HTTP status that one of them asks for. */
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { toFormattedError, type ReportUnexpected } from "./to-graphql-error.js";

/** Errors, shown. */
export interface FormattedErrors {
  readonly errors: readonly GraphQLFormattedError[];
  /** What the last of them that says so asks for (`extensions.http.status`, as Apollo Server reads it). */
  readonly status: number | undefined;
}

/** Formats them; what is no error of the table is reported and becomes INTERNAL_SERVER_ERROR. */
export const formatErrors = (errors: readonly unknown[], report: ReportUnexpected): FormattedErrors => {
  let status: number | undefined;
  const formatted = errors.map((thrown) => {
    const error = asGraphQLError(thrown);
    const { http, ...extensions } = { code: "INTERNAL_SERVER_ERROR", ...error.extensions } as Record<string, unknown>;
    const asked = (http as { readonly status?: unknown } | undefined)?.status;
    if (typeof asked === "number") status = asked;
    return toFormattedError({ ...error.toJSON(), extensions }, thrown, report);
  });
  return { errors: formatted, status };
};

const asGraphQLError = (thrown: unknown): GraphQLError => {
  if (thrown instanceof GraphQLError) return thrown;
  const error = thrown instanceof Error ? thrown : new Error(`Unexpected error value: ${String(thrown)}`);
  return new GraphQLError(error.message, { originalError: error });
};
