/** What a partner's file changes for clients of today: of another's types nothing may break. */
import type { SchemaChange } from "../breaking.js";
import { typesOf, type NamedDocument } from "../declarations.js";
import { locate, printLocation, problemsAt, type Location, type Problem } from "../problem.js";
import type { KnownTypes } from "./known-types.js";

/** The place in the partner's file that a path such as `Type.field` is about. */
const placeOf = (path: string, partner: NamedDocument): Location => {
  const [type, name] = path.split(".");
  const definitions = typesOf(partner.document).filter((definition) => definition.name.value === type);
  const field = definitions.flatMap(({ fields }) => fields ?? []).find((one) => one.name.value === name);
  return locate(partner, field?.name ?? definitions[0]?.name ?? {}, field ? `${type}.${name}` : type);
};

/** Refusals for what breaks clients of others; what a partner alone gave is the partner's to change. */
export const clientProblems = (
  changes: readonly SchemaChange[],
  partner: NamedDocument,
  others: KnownTypes,
): Problem[] =>
  changes.flatMap(({ level, message, path = "" }) => {
    const [type = "", part = ""] = path.split(".");
    if (level !== "BREAKING" || !(type === "Query" ? others.find(type)?.parts.has(part) : others.find(type))) return [];
    const location = placeOf(path, partner);
    return problemsAt(location, [
      `${printLocation(location)} would break clients of today (${message}): write it as the public schema has it.`,
    ]);
  });
