/** Documents that give a planner as many ways as the limits let them: many fields of types whose fields several services give, and of unions. */
import {
  getNamedType,
  isCompositeType,
  isEnumType,
  isObjectType,
  isScalarType,
  isUnionType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from "graphql";
import type { OwnersOf } from "../../gateway/generation/field-owners.js";
import { called, needsKey, waysOf, within } from "./ways.js";

/** A place where services overlap. */
export interface Overlap {
  /** Name of the type. */
  readonly name: string;
  /** The document with at most so many selections at each of its roots. */
  document(selections: number): string;
}

/** Roots of a document, which are as many as there may be. */
const ROOTS = 5;

/** Every object type that has a field which several services give, and every union; those that no query reaches are left out. */
export const overlapsOf = (schema: GraphQLSchema, ownersOf: OwnersOf): Overlap[] => {
  const ways = waysOf(schema);
  const shares = (type: GraphQLObjectType): boolean =>
    Object.keys(type.getFields()).some((field) => ownersOf(type.name, field).length > 1);
  const members = (type: unknown): readonly GraphQLObjectType[] =>
    isUnionType(type) ? type.getTypes() : isObjectType(type) && shares(type) ? [type] : [];
  return Object.values(schema.getTypeMap()).flatMap((type): Overlap[] => {
    const [first] = members(type);
    const way = first && ways.get(first.name);
    if (!way || way.length === 0) return [];
    return [
      {
        name: type.name,
        document: (selections) => {
          // Two members have no field of one name, which might have two types.
          const taken = new Set<string>();
          const asked = members(type).map(
            (member) => `... on ${member.name} { ${fieldsOf(member, selections, taken)} }`,
          );
          const from = way.map((step) => (step.startsWith("... on") && isUnionType(type) ? "..." : step));
          const root = within(from, `__typename ${asked.join(" ")}`);
          return `{ ${Array.from({ length: ROOTS }, (_, index) => `r${index}: ${root}`).join(" ")} }`;
        },
      },
    ];
  });
};

/** Fields of a type, links with what their types say of themselves, as many as there may be. */
const fieldsOf = (type: GraphQLObjectType, selections: number, taken: Set<string>): string => {
  const parts: string[] = [];
  let left = selections;
  const links = (field: GraphQLField<unknown, unknown>): boolean => isCompositeType(getNamedType(field.type));
  for (const field of Object.values(type.getFields()).sort((one, other) => Number(links(other)) - Number(links(one)))) {
    if (needsKey(field) || taken.has(field.name) || left <= 0) continue;
    const below = getNamedType(field.type);
    const leaves = isObjectType(below) ? leavesOf(below, left - 1) : [];
    if (links(field) && leaves.length === 0) continue;
    parts.push(leaves.length === 0 ? called(field) : `${called(field)} { ${leaves.join(" ")} }`);
    taken.add(field.name);
    left -= 1 + leaves.length;
  }
  return parts.join(" ");
};

const leavesOf = (type: GraphQLObjectType, most: number): string[] =>
  Object.values(type.getFields())
    .filter(
      (field) =>
        field.args.length === 0 && (isScalarType(getNamedType(field.type)) || isEnumType(getNamedType(field.type))),
    )
    .slice(0, Math.max(0, Math.min(most, 8)))
    .map(({ name }) => name);
