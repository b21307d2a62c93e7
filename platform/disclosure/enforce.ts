/** Wraps the closed fields of a subgraph's schema, so that a value reaches only its audience. */
import { isObjectType, type GraphQLResolveInfo, type GraphQLSchema, defaultFieldResolver } from "graphql";
import type { Viewer } from "../auth/index.js";
import { mayRead, recordFacts } from "./audience.js";
import { applyMask } from "./masks.js";
import type { FieldRule, PolicyTable } from "./policy.js";
import type { DisclosureLog } from "./report.js";

/** What enforcement needs of a request. */
export interface DisclosureContext {
  readonly viewer: Viewer;
  readonly disclosure: DisclosureLog;
}

/** Response path as a pattern: list positions become `@`. */
const patternPath = (info: GraphQLResolveInfo): string[] => {
  const keys: string[] = [];
  for (let step: GraphQLResolveInfo["path"] | undefined = info.path; step; step = step.prev) {
    keys.unshift(typeof step.key === "number" ? "@" : step.key);
  }
  return keys;
};

/** Changes the schema in place: each field of the table asks the policy before its resolver runs. */
export const enforceDisclosure = (schema: GraphQLSchema, table: PolicyTable, subgraph: string): void => {
  for (const rule of table.fields.filter((entry) => entry.subgraph === subgraph)) {
    const type = schema.getType(rule.type);
    if (!isObjectType(type)) continue;
    const field = type.getFields()[rule.field];
    if (!field) continue;
    const resolve = (field.resolve ?? defaultFieldResolver) as (...all: unknown[]) => unknown;
    field.resolve = async (source: unknown, args: unknown, context: unknown, info: GraphQLResolveInfo) => {
      const { viewer, disclosure } = context as DisclosureContext;
      if (mayRead(rule.tier, viewer, recordFacts(source, table.records[rule.type]))) {
        return resolve(source, args, context, info);
      }
      if (rule.tier.includes("MASKED") && rule.mask !== undefined) {
        const masked = applyMask(rule.mask, await resolve(source, args, context, info));
        if (masked !== null) disclosure.mask({ path: patternPath(info), rule: ruleName(rule), mask: rule.mask });
        return masked;
      }
      disclosure.withhold(entryOf(rule, info));
      return null;
    };
  }
};

const ruleName = (rule: FieldRule): string => `${rule.type}.${rule.field}`;

const entryOf = (rule: FieldRule, info: GraphQLResolveInfo): Parameters<DisclosureLog["withhold"]>[0] => ({
  path: patternPath(info),
  rule: ruleName(rule),
  tier: rule.tier,
  reason: rule.reason,
  basis: rule.basis,
});
