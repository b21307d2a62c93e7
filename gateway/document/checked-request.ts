/** What a client asks, as it goes on to be planned: variables coerced, arguments checked, nulls of optional ones taken out. */
import type { DocumentNode, GraphQLError, GraphQLSchema } from "graphql";
import { createGraphQLError, ServiceError, ERROR_CODES } from "../../platform/errors/index.js";
import { checkArguments } from "./check-arguments.js";
import { withIdempotencyKey } from "./idempotency-key.js";
import { withoutNulls, type CheckedRequest } from "./without-nulls.js";

/** Checks a validated request; what it breaks is answered as an error, with argument and rule and without what was sent. */
export const checkedRequest = (
  schema: GraphQLSchema,
  {
    document,
    variables,
    idempotencyKey,
  }: {
    readonly document: DocumentNode;
    readonly variables: Readonly<Record<string, unknown>>;
    /** Of the header. */
    readonly idempotencyKey?: string | undefined;
  },
): CheckedRequest | { readonly errors: readonly GraphQLError[] } => {
  try {
    const checked = withoutNulls(schema, {
      document,
      variables: withIdempotencyKey(document, variables, idempotencyKey),
    });
    checkArguments(schema, checked);
    return checked;
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const { code, message, details } = error;
    return { errors: [createGraphQLError(code, message, { ...details }, ERROR_CODES[code].httpStatus)] };
  }
};
