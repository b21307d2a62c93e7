/** What Apollo Client 4 needs: keys of the graph's objects, and the notices of an answer, which it leaves out of what a page gets. */
import { ApolloLink, type TypePolicies } from "@apollo/client";
import { map } from "rxjs";
import { type Disclosed, noticesOf } from "./disclosure.js";
import { type RawError, toGraphError } from "./errors.js";
import { KEYS } from "./generated/keys.js";
import { keyOf } from "./keys.js";

/** `typePolicies` of `InMemoryCache`: an object that came without its whole key is kept inside its parent. */
export const typePolicies: TypePolicies = Object.fromEntries(
  Object.entries(KEYS).map(([typename, fields]) => [
    typename,
    fields.length === 0
      ? { keyFields: false, merge: true }
      : {
          keyFields: (_object, { readField }) => {
            const key = keyOf(typename, (field) => readField?.(field));
            return key === undefined ? false : `${typename}:${key}`;
          },
        },
  ]),
);

/** Hands the answer of each operation, with errors and notices, to whoever shows it; what Apollo Client stores is unchanged. */
export const createDisclosureLink = (
  told: (answer: Disclosed<unknown>, operationName: string | undefined) => void,
): ApolloLink =>
  new ApolloLink((operation, forward) =>
    forward(operation).pipe(
      map((result) => {
        const errors = ((result.errors ?? []) as readonly RawError[]).map(toGraphError);
        told({ data: result.data ?? null, errors, ...noticesOf(result.extensions) }, operation.operationName);
        return result;
      }),
    ),
  );
