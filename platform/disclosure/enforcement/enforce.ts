/** Wraps the closed fields of a subgraph's schema, so that a value reaches only its audience. */
import { isObjectType, type GraphQLResolveInfo, type GraphQLSchema, defaultFieldResolver } from "graphql";
import type { Viewer } from "../../auth/index.js";
import { localDateOf } from "../../domain/index.js";
import { createDecider, type AgreementBook } from "../decision/index.js";
import { applyMask } from "./masks.js";
import { objectRules, ruleName, type PolicyTable } from "../table/index.js";
import type { DisclosureLog } from "./disclosure-report.js";

/** What enforcement needs of a request. */
export interface DisclosureContext {
  readonly viewer: Viewer;
  readonly asOf: Date;
  readonly disclosure: DisclosureLog;
  /** True where the gateway's rules for this subgraph are others: then nobody reads a closed field. */
  readonly otherPolicy?: boolean;
}

/** What is enforced. */
export interface Enforcement {
  readonly table: PolicyTable;
  readonly subgraph: string;
  /** @default none, SHARED is then held by no one */
  readonly agreements?: AgreementBook;
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
export const enforceDisclosure = (schema: GraphQLSchema, { table, subgraph, agreements }: Enforcement): void => {
  const decider = createDecider(table, agreements);
  const own = table.fields.filter((entry) => entry.subgraph === subgraph);
  for (const rule of objectRules(own, schema)) {
    const type = schema.getType(rule.type);
    if (!isObjectType(type)) continue;
    const field = type.getFields()[rule.field];
    if (!field) continue;
    const resolve = (field.resolve ?? defaultFieldResolver) as (...all: unknown[]) => unknown;
    field.resolve = async (source: unknown, args: unknown, context: unknown, info: GraphQLResolveInfo) => {
      const { viewer, disclosure, asOf, otherPolicy } = context as DisclosureContext;
      const verdict = otherPolicy ? "WITHHELD" : decider.ofRow(rule, viewer, source, localDateOf(asOf));
      if (verdict === "FULL") return resolve(source, args, context, info);
      const entry = { path: patternPath(info), rule: ruleName(rule) };
      if (verdict === "MASKED" && rule.mask !== undefined) {
        const masked = applyMask(rule.mask, await resolve(source, args, context, info));
        if (masked !== null) disclosure.mask({ ...entry, mask: rule.mask });
        return masked;
      }
      disclosure.withhold(entry);
      return null;
    };
  }
};
