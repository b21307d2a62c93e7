/** Of a partner's answer what was asked for, and nothing else: a key more would take the place of another service's value when answers are merged. */
import { Kind, parse, type SelectionSetNode } from "graphql";
import { CACHE_BYTES } from "../document/caches.js";
import { fragmentsOf, operationOf, type Fragments } from "../document/fragments.js";
import { createLru } from "../lru.js";

/** Response keys of a selection set, whatever the type of the object; each with what is asked below it. */
export type Asked = ReadonlyMap<string, Asked>;
type Growing = Map<string, Growing>;

const add = (into: Growing, set: SelectionSetNode, fragments: Fragments): Growing => {
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) {
      const key = (selection.alias ?? selection.name).value;
      const below = into.get(key) ?? new Map();
      into.set(key, selection.selectionSet ? add(below, selection.selectionSet, fragments) : below);
    } else {
      const inner = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
      if (inner) add(into, inner.selectionSet, fragments);
    }
  }
  return into;
};

const kept = (value: unknown, asked: Asked): unknown => {
  if (Array.isArray(value)) return value.map((element: unknown) => kept(element, asked));
  // A leaf has nothing below it: what it holds is looked at when it is completed.
  if (value === null || typeof value !== "object" || asked.size === 0) return value;
  const row = value as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    [...asked].flatMap(([key, below]) => (Object.hasOwn(row, key) ? [[key, kept(row[key], below)]] : [])),
  );
};

const known = createLru<Asked>(CACHE_BYTES.guarded, () => 1_024);

/** What the operation asks for. */
export const askedOf = (query: string): Asked =>
  known.get(query, () => {
    const document = parse(query, { noLocation: true });
    return add(new Map(), operationOf(document)!.selectionSet, fragmentsOf(document));
  });

/** The data without keys that are not asked for. */
export const onlyAsked = <Data extends Readonly<Record<string, unknown>> | null | undefined>(
  data: Data,
  asked: Asked,
): Data => kept(data, asked) as Data;
