/** Places of an answer: which objects of the data the entities of a request were, by their indexes, under which names. */

/** Keys and indexes from the root. */
export type Path = readonly (string | number)[];

type Data = Readonly<Record<string, unknown>>;

/**
 * The path of each representation's object. Those of a place are sent in order, without the objects that lack a part of the
 * key; an object belongs to a representation that holds nothing but what is in the object.
 */
export const placesOf = (
  data: Data,
  place: readonly string[],
  representations: readonly Data[],
): readonly (Path | undefined)[] => {
  const objects = objectsAt(data, place, []);
  let next = 0;
  return representations.map((representation) => {
    const from = next;
    while (next < objects.length && !holds(objects[next]!.value, representation)) next += 1;
    if (next < objects.length) return objects[next++]!.path;
    next = from;
    return undefined;
  });
};

interface Found {
  readonly path: Path;
  readonly value: unknown;
}

const objectsAt = (value: unknown, place: readonly string[], path: Path): readonly Found[] => {
  if (value === null || value === undefined) return [];
  const [step, ...rest] = place;
  if (step === undefined) return [{ path, value }];
  if (step !== "@") return objectsAt((value as Data)[step], rest, [...path, step]);
  if (!Array.isArray(value)) return [];
  return (value as readonly unknown[]).flatMap((element, index) => objectsAt(element, rest, [...path, index]));
};

const holds = (value: unknown, part: unknown): boolean => {
  if (part === null || typeof part !== "object") return value === part;
  return (
    value !== null &&
    typeof value === "object" &&
    Object.entries(part).every(([key, inner]) => holds((value as Data)[key], inner))
  );
};
