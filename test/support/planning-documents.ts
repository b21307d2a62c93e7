/** Documents that are small to send and long to plan: roots that lead to a union, whose members are asked for fields of all services. */
import { getNamedType, isUnionType, type GraphQLObjectType, type GraphQLSchema } from "graphql";
import { belowOf, called, needsKey, within } from "./ways.js";

/** A root that leads to a union, with a key that no record has: all is planned, and one service is asked. */
const ROOT = ["fundAllocation", "recipient"] as const;

/** Fields of each member of the union; two members have no field of one name, which might have two types. */
const fieldsOf = (schema: GraphQLSchema): ReadonlyMap<string, readonly string[]> => {
  const allocation = schema.getQueryType()!.getFields()[ROOT[0]]!.type;
  const union = getNamedType((getNamedType(allocation) as GraphQLObjectType).getFields()[ROOT[1]]!.type);
  if (!isUnionType(union)) throw new Error(`${ROOT.join(".")} is no union.`);
  const taken = new Set<string>();
  return new Map(
    union.getTypes().map((type) => {
      const fields = Object.values(type.getFields()).filter(({ name }) => !taken.has(name));
      for (const { name } of fields) taken.add(name);
      return [
        type.name,
        fields.filter((field) => !needsKey(field)).map((field) => `${called(field)}${belowOf(field.type)}`),
      ];
    }),
  );
};

/** The document of a number, with so many fields of each member below each of three roots. Each number gives another one. */
export const planningDocument = (schema: GraphQLSchema, number: number, fields: number): string => {
  const members = [...fieldsOf(schema)];
  const root = (index: number): string => {
    const asked = members.map(([type, given]) => {
      const from = number * 7 + index * 11;
      const some = Array.from(
        { length: Math.min(fields, given.length) },
        (_, place) => given[(from + place) % given.length]!,
      );
      return `... on ${type} { ${some.join(" ")} }`;
    });
    return within([`r${index}: ${ROOT[0]}(id: "none-${number}")`, ROOT[1]], asked.join(" "));
  };
  return `{ ${[0, 1, 2].map(root).join(" ")} }`;
};
