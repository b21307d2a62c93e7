/** Rules of interfaces, written out to the object types that they are about. */
import { isInterfaceType, type GraphQLSchema } from "graphql";
import type { FieldRule } from "./policy-table.js";

/** `Type.field` of a rule. */
export const ruleName = ({ type, field }: Pick<FieldRule, "type" | "field">): string => `${type}.${field}`;

/**
 * Rules of object types. A rule of an interface holds for all that implement it, whatever they say themselves
 * (GHSA-x33c-7c2v-mrj9); where they say it too, their own is the one to go by, for it knows whose a row is.
 */
export const objectRules = (rules: readonly FieldRule[], schema: GraphQLSchema): FieldRule[] => {
  const own = new Set(rules.map((rule) => `${rule.subgraph} ${ruleName(rule)}`));
  return rules.flatMap((rule) => {
    const type = schema.getType(rule.type);
    if (!isInterfaceType(type)) return [rule];
    return schema
      .getPossibleTypes(type)
      .map(({ name }) => ({ ...rule, type: name }))
      .filter((written) => !own.has(`${rule.subgraph} ${ruleName(written)}`));
  });
};
