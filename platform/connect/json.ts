/** JSON as it came from a backend, and places in it (RFC 6901). */

/** An object of JSON. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** True for an object, and not for a list or null. */
export const isJsonObject = (value: unknown): value is JsonObject =>
  value !== null && typeof value === "object" && !Array.isArray(value);

const INDEX = /^(?:0|[1-9]\d{0,8})$/;

/** What stands at the place; undefined where nothing does. Own properties alone. */
export const valueAt = (json: unknown, pointer: string): unknown => {
  let value = json;
  for (const part of pointer.split("/").slice(1)) {
    const name = part.replaceAll("~1", "/").replaceAll("~0", "~");
    if (Array.isArray(value)) value = INDEX.test(name) ? (value as readonly unknown[])[Number(name)] : undefined;
    else if (isJsonObject(value) && Object.hasOwn(value, name)) value = value[name];
    else return undefined;
  }
  return value;
};

/** The name as a part of a pointer. */
export const pointerTo = (name: string): string => `/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
