/** Documents over a large schema that together ask for every field with every argument: each leads to one type and asks for some of its fields. */
import fc from "fast-check";
import { getNamedType, isAbstractType, isCompositeType, type GraphQLCompositeType, type GraphQLSchema } from "graphql";
import { writeDocument, type Step, type Target, type WrittenDocument } from "./generated-documents.js";

/** Fields of one type that one document asks for. */
const TOGETHER = 4;

/** Shortest ways from the root to every type that queries reach. */
export const shortestWays = (schema: GraphQLSchema): ReadonlyMap<GraphQLCompositeType, readonly Step[]> => {
  const ways = new Map<GraphQLCompositeType, readonly Step[]>([[schema.getQueryType()!, []]]);
  for (const [type, way] of ways) {
    const found: [GraphQLCompositeType, readonly Step[]][] = isAbstractType(type)
      ? schema.getPossibleTypes(type).map((one) => [one, way])
      : Object.values(type.getFields()).flatMap((field) => {
          const result = getNamedType(field.type);
          return isCompositeType(result) ? [[result, [...way, { on: type, field }]]] : [];
        });
    for (const [next, steps] of found) if (!ways.has(next)) ways.set(next, steps);
  }
  return ways;
};

/** Every field of every type that queries reach, a few of one type together. */
export const targetsOf = (schema: GraphQLSchema): Target[] =>
  [...shortestWays(schema)].flatMap(([on, way]) => {
    const fields = "getFields" in on ? Object.values(on.getFields()) : [];
    return Array.from({ length: Math.ceil(fields.length / TOGETHER) }, (_, index) => ({
      way,
      on,
      asked: fields.slice(index * TOGETHER, (index + 1) * TOGETHER),
    }));
  });

/** Documents that lead to a target, as fast-check makes and shrinks them. */
export const documentsTo = (schema: GraphQLSchema, target: Target): fc.Arbitrary<WrittenDocument> =>
  fc
    .array(fc.nat(100_000), { minLength: 10, maxLength: 60 })
    .map((tape) => writeDocument(schema, tape, target))
    .filter((document) => document !== undefined);
