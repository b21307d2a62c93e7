/** The operation that a body asks for. */
import { BodyRefused } from "../http/index.js";

/** What is asked. */
export interface AskedOperation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>> | undefined;
  readonly operationName: string | undefined;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  value !== null && typeof value === "object" && !Array.isArray(value);

/** What the body asks. Throws BodyRefused for a list of operations and for what is none. */
export const operationIn = (body: unknown): AskedOperation => {
  const { query, variables, operationName } = isObject(body) ? body : {};
  if (
    typeof query !== "string" ||
    query === "" ||
    (variables != null && !isObject(variables)) ||
    (operationName != null && typeof operationName !== "string")
  )
    throw new BodyRefused("no operation");
  return { query, variables: variables ?? undefined, operationName: operationName ?? undefined };
};
