/** Reads an OpenAPI description, 3.0 or 3.1: its parts by their places, `$ref`s within it alone. */
import { parseDocument } from "yaml";
import { isJsonObject, valueAt, type JsonObject } from "../../../../platform/connect/json.js";

/** Most `$ref`s that lead from one to the next. */
const MOST_STEPS = 20;

/** A part of a description, and the name under which it stands among the components. */
export interface Part {
  readonly part: JsonObject;
  readonly name: string | undefined;
}

/** A description that was read. */
export interface Description {
  readonly root: JsonObject;
  /** Follows a `$ref`; undefined where it leads out of the file, to nothing, or round in a circle. */
  resolve(part: unknown): Part | undefined;
}

/** The object at that place; an empty one where there is none. */
export const objectAt = (json: unknown, pointer: string): JsonObject => {
  const found = valueAt(json, pointer);
  return isJsonObject(found) ? found : {};
};

/** The text at that place; undefined where there is none. */
export const textAt = (json: unknown, pointer: string): string | undefined => {
  const found = valueAt(json, pointer);
  return typeof found === "string" ? found : undefined;
};

/** The list at that place; an empty one where there is none. */
export const listAt = (json: unknown, pointer: string): readonly unknown[] => {
  const found = valueAt(json, pointer);
  return Array.isArray(found) ? found : [];
};

/** The text without percent signs; undefined where it is not encoded as one of UTF-8. */
const decoded = (text: string): string | undefined => {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
};

const parsed = (text: string, file: string): JsonObject => {
  const document = parseDocument(text, { prettyErrors: false });
  const [error] = document.errors;
  if (error) throw new Error(`${file} is neither YAML nor JSON (${error.code}).`);
  const root: unknown = document.toJS({ maxAliasCount: 100 });
  if (!isJsonObject(root)) throw new Error(`${file} holds no object.`);
  return root;
};

/** Reads it. Throws a sentence where it is none, or of another version. */
export const readDescription = (text: string, file: string): Description => {
  const root = parsed(text, file);
  const version = textAt(root, "/openapi") ?? "";
  if (textAt(root, "/swagger") !== undefined)
    throw new Error(
      `${file} is Swagger 2.0: convert it to OpenAPI 3 first, for example with Convert to OpenAPI 3 in the Swagger Editor.`,
    );
  if (!/^3\.[01]\./.test(version)) throw new Error(`${file} is no OpenAPI description of version 3.0 or 3.1.`);
  const resolve = (given: unknown): Part | undefined => {
    let part = given;
    let name: string | undefined;
    for (let step = 0; step < MOST_STEPS && isJsonObject(part); step += 1) {
      const to = textAt(part, "/$ref");
      if (to === undefined) return { part, name };
      if (!to.startsWith("#/")) return undefined;
      const pointer = decoded(to.slice(1));
      if (pointer === undefined) return undefined;
      name = /^\/components\/schemas\/([^/]+)$/.exec(pointer)?.[1] ?? name;
      part = valueAt(root, pointer);
    }
    return undefined;
  };
  return { root, resolve };
};
