/** The header `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header): the same as `idempotencyKey` in the input of the one verb that a request holds. */
import { Kind, OperationTypeNode, type DocumentNode } from "graphql";
import { badInput, type ServiceError } from "../../platform/errors/index.js";
import { operationOf } from "./fragments.js";

/** Name of the header. */
export const IDEMPOTENCY_HEADER = "idempotency-key";

type Variables = Readonly<Record<string, unknown>>;

/** The key of a header: a structured string (RFC 9651, section 3.3.3), or the same without quotes. */
export const keyOfHeader = (header: string | undefined): string | undefined => {
  const text = header?.trim();
  if (text === undefined || text === "") return undefined;
  return /^"[^"\\]*"$/.test(text) ? text.slice(1, -1) : text;
};

const refused = (message: string): ServiceError => badInput("idempotencyKey", "IDEMPOTENCY_KEY", message);

const inputVariableOf = (document: DocumentNode): string => {
  const fields = operationOf(document)!.selectionSet.selections;
  const [field] = fields;
  if (fields.length !== 1 || field?.kind !== Kind.FIELD)
    throw refused("With the header Idempotency-Key a request holds one verb, not in a fragment.");
  const value = field.arguments?.find(({ name }) => name.value === "input")?.value;
  if (value?.kind !== Kind.VARIABLE)
    throw refused("With the header Idempotency-Key the input of the verb is a variable.");
  return value.name.value;
};

/** The variables with the key in the verb's input; those of a query as they are. Throws BAD_USER_INPUT where the key has no one place. */
export const withIdempotencyKey = (
  document: DocumentNode,
  variables: Variables,
  key: string | undefined,
): Variables => {
  if (key === undefined || operationOf(document)?.operation !== OperationTypeNode.MUTATION) return variables;
  const name = inputVariableOf(document);
  const input = variables[name];
  // What is no input is refused as what it is.
  if (input === null || typeof input !== "object" || Array.isArray(input)) return variables;
  const { idempotencyKey } = input as { readonly idempotencyKey?: unknown };
  if (idempotencyKey != null && idempotencyKey !== key)
    throw refused("The header Idempotency-Key and the input name two keys.");
  return { ...variables, [name]: { ...input, idempotencyKey: key } };
};
