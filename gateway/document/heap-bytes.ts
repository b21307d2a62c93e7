/** About how much memory a remembered value takes: caches are bounded by it. */

const OBJECT_BYTES = 48;
const SLOT_BYTES = 16;
const STRING_BYTES = 24;

const textBytes = (text: string): number => STRING_BYTES + 2 * text.length;

/**
 * Bytes that a tree of plain objects, lists, maps and sets holds, rather too many than too few. What two places share is counted
 * once; instances of classes, such as the types of a schema, belong to others and are not followed.
 */
export const heapBytes = (root: unknown): number => {
  const seen = new Set<object>();
  const pending: unknown[] = [root];
  let bytes = 0;
  while (pending.length > 0) {
    const value = pending.pop();
    if (typeof value === "string") bytes += textBytes(value);
    if (value === null || typeof value !== "object" || seen.has(value)) continue;
    seen.add(value);
    const parts = partsOf(value);
    bytes += OBJECT_BYTES + SLOT_BYTES * parts.length;
    for (const part of parts) pending.push(part);
  }
  return bytes;
};

const partsOf = (value: object): unknown[] => {
  if (Array.isArray(value)) return value as unknown[];
  if (value instanceof Map) return [...value.keys(), ...value.values()] as unknown[];
  if (value instanceof Set) return [...value] as unknown[];
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype ? Object.values(value) : [];
};
