/**
 * `@skip` and `@include`. They are decided before planning: a plan asks for what a conditional field requires under the same
 * condition, and then gets nothing else of its service where the condition leaves it out.
 */
import { deferVariable } from "./defer.js";
import { Kind, visit, type DirectiveNode, type DocumentNode } from "graphql";

/** Values of variables as a schema coerced them, defaults filled in. */
export type Variables = Readonly<Record<string, unknown>>;

const isCondition = ({ name }: DirectiveNode): boolean => name.value === "include" || name.value === "skip";

/** Names of the variables that decide a condition of the document, in order. */
export const decidingVariables = (document: DocumentNode): readonly string[] => {
  const names = new Set<string>();
  visit(document, {
    Directive(directive) {
      const value = directive.arguments?.[0]?.value;
      if (isCondition(directive) && value?.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names].sort();
};

/** Names of the variables that decide what of the document is deferred, in order. */
export const deferringVariables = (document: DocumentNode): readonly string[] => {
  const names = new Set<string>();
  visit(document, {
    Directive(directive) {
      const name = deferVariable(directive);
      if (name !== undefined) names.add(name);
    },
  });
  return [...names].sort();
};

/** True where every condition among the directives lets the selection stand. */
export const stands = (directives: readonly DirectiveNode[] | undefined, variables: Variables): boolean =>
  (directives ?? []).every((directive) => {
    if (!isCondition(directive)) return true;
    const value = directive.arguments?.[0]?.value;
    const given =
      value?.kind === Kind.VARIABLE ? variables[value.name.value] : value?.kind === Kind.BOOLEAN && value.value;
    return (given === true) === (directive.name.value === "include");
  });
