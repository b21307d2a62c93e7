/** For how long anybody may keep answers: root fields that say so, and fields with which none is kept, since they say so or are made of such. */
import type { DocumentNode, FieldDefinitionNode } from "graphql";
import { directivesNamed, typesOf } from "./declarations.js";

interface PlacedField {
  /** Name of a root field, `Type.field` of others. */
  readonly place: string;
  readonly node: FieldDefinitionNode;
}

const fieldsOf = (document: DocumentNode): PlacedField[] =>
  typesOf(document).flatMap(({ name: { value: type }, fields = [] }) =>
    fields.map((node) => ({ place: type === "Query" ? node.name.value : `${type}.${node.name.value}`, node })),
  );

const isRoot = (place: string): boolean => !place.includes(".");

/** Seconds that a field says (`@cacheControl`); below roots only that none is kept counts. */
const saidOf = ({ place, node }: PlacedField): number[] =>
  directivesNamed(node, "cacheControl")
    .map(({ maxAge }) => Number(maxAge ?? 0))
    .filter((seconds) => isRoot(place) || seconds === 0);

/** Every name in what a field needs of other services (`@requires`): more than its fields, and never fewer. */
const requiredBy = ({ node }: PlacedField): readonly string[] =>
  directivesNamed(node, "requires").flatMap(({ fields }) => String(fields).match(/\w+/g) ?? []);

/** Seconds by root field, and 0 by `Type.field` of which nothing is kept; where two services say it, the shorter time counts. */
export const cachedFields = (documents: readonly DocumentNode[]): ReadonlyMap<string, number> => {
  const fields = documents.flatMap(fieldsOf);
  const cached = new Map<string, number>();
  for (const field of fields)
    for (const seconds of saidOf(field))
      cached.set(field.place, Math.min(seconds, cached.get(field.place) ?? Number.POSITIVE_INFINITY));
  for (let before = -1; before !== cached.size;) {
    before = cached.size;
    const never = new Set([...cached.keys()].filter((place) => !isRoot(place)).map((place) => place.split(".")[1]));
    for (const field of fields)
      if (!isRoot(field.place) && requiredBy(field).some((name) => never.has(name))) cached.set(field.place, 0);
  }
  return cached;
};
