/** Recognises the operation that finds an object by its key. */
import type { JsonObject } from "../../../../platform/connect/json.js";
import type { Operation } from "./operation.js";
import { fieldNameOf } from "./names.js";
import type { Proposal } from "./proposal.js";

/** Where `/permits/{id}` answers a permit that has an id, the type has that key, and the call is its lookup. The first one counts. */
export const proposeLookup = (
  { types }: Proposal,
  typeName: string,
  { path, parameters }: Operation,
  call: JsonObject,
): void => {
  const type = types[typeName];
  const [parameter, ...more] = parameters.filter((each) => each.isRequired);
  const isLast = parameter?.in === "path" && new RegExp(`/\\{[^/{}]+\\}/?$`).test(path);
  if (!type || type.key !== undefined || !parameter || more.length > 0 || !isLast) return;
  const key = keyFieldOf(Object.keys(type.fields), typeName, parameter.name);
  if (key === undefined) return;
  const field = type.fields[key]!;
  // A key travels to every subgraph: what looks personal is none.
  if (/^\[/.test(field.type) || Object.hasOwn(types, field.type) || field.closed) return;
  type.key = key;
  type.fields[key] = { ...field, type: "ID!" };
  type.lookup = {
    get: String(call["get"]).replace(`{${parameter.name}}`, `{${key}}`),
    ...(call["items"] === undefined ? {} : { items: call["items"] }),
  };
};

/** The field that the parameter names: itself, or `id` for `permitId`. */
const keyFieldOf = (fields: readonly string[], typeName: string, parameter: string): string | undefined => {
  const begun = fieldNameOf(typeName) ?? "";
  return [parameter, ...(parameter.endsWith("Id") || parameter === "id" ? ["id", `${begun}Id`] : [])].find((name) =>
    fields.includes(name),
  );
};
