/** Rules by type and field as a schema knows them, interfaces written out to the types that implement them. */
import type { GraphQLSchema } from "graphql";
import { type FieldRule, objectRules, type PolicyTable, ruleName } from "../../platform/disclosure/table/index.js";

/** Lookup of rules. */
export interface RuleIndex {
  /** Rules of a field of an object type; several where several subgraphs resolve it. */
  of(type: string, field: string): readonly FieldRule[];
  /** The rule that subgraphs report by this name, `Type.field`. */
  named(name: string): FieldRule | undefined;
}

/** Indexes the rules of a table for a schema. */
export const createRuleIndex = (table: PolicyTable, schema: GraphQLSchema): RuleIndex => {
  const rules = new Map<string, FieldRule[]>();
  for (const rule of objectRules(table.fields, schema))
    rules.set(ruleName(rule), [...(rules.get(ruleName(rule)) ?? []), rule]);
  return {
    of: (type, field) => rules.get(`${type}.${field}`) ?? [],
    named: (name) => rules.get(name)?.[0],
  };
};
