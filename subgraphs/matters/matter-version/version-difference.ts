/** What changed between two versions of a matter, field by field (事项版本差异). Pure. */
import { ChangeKind } from "./matter-version.enums.js";
import type { MatterVersionContent, VersionChange } from "./matter-version.js";

type Json = null | string | number | boolean | readonly Json[] | { readonly [key: string]: Json };

/** Parts of a list are told apart by what names them, so that a new material is one addition and not a shift of all others. */
const nameOf = (part: Json, index: number): string => {
  if (part !== null && typeof part === "object" && !Array.isArray(part)) {
    const { name, id, question } = part as { readonly [key: string]: Json };
    for (const candidate of [id, name, question]) if (typeof candidate === "string") return candidate;
  }
  return String(index + 1);
};

const isObject = (value: Json): value is { readonly [key: string]: Json } =>
  value !== null && typeof value === "object" && !Array.isArray(value);

/** Every leaf by its path, such as `materials[营业执照].copies`; a named part also stands for itself, so that it can be added as a whole. */
const leaves = (value: Json, path: string, found: Map<string, string>): Map<string, string> => {
  if (value === null || value === undefined) return found;
  if (Array.isArray(value)) {
    for (const [index, part] of (value as readonly Json[]).entries()) {
      if (!isObject(part)) leaves(part, `${path}[${index + 1}]`, found);
      else {
        const place = `${path}[${nameOf(part, index)}]`;
        found.set(place, nameOf(part, index));
        leaves(part, place, found);
      }
    }
  } else if (isObject(value)) {
    for (const [key, entry] of Object.entries(value)) leaves(entry, path === "" ? key : `${path}.${key}`, found);
  } else found.set(path, String(value));
  return found;
};

const within = (path: string, parents: ReadonlySet<string>): boolean =>
  [...parents].some((parent) => path !== parent && path.startsWith(parent));

/** Changed fields, by path. A part that came or went is one change, its own fields are not listed again. */
export const versionDifference = (from: MatterVersionContent, to: MatterVersionContent): VersionChange[] => {
  const before = leaves(from as unknown as Json, "", new Map());
  const after = leaves(to as unknown as Json, "", new Map());
  const paths = [...new Set([...before.keys(), ...after.keys()])].sort();
  const whole = new Set(paths.filter((path) => path.endsWith("]") && before.has(path) !== after.has(path)));
  return paths.flatMap((field): VersionChange[] => {
    const [old, now] = [before.get(field), after.get(field)];
    if (old === now || within(field, whole)) return [];
    const kind = old === undefined ? ChangeKind.ADDED : now === undefined ? ChangeKind.REMOVED : ChangeKind.CHANGED;
    return [{ field, kind, oldValue: old, newValue: now }];
  });
};
