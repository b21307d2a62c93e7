/** `@skip` and `@include`: what of them depends on variables, and whether it lets a selection stand. */
import { Kind, type DirectiveNode } from "graphql";

/** Values of variables as a schema coerced them, defaults filled in. */
export type Variables = Readonly<Record<string, unknown>>;

/** One `@include` or `@skip` whose outcome a variable decides. */
export interface Condition {
  /** The client's name of the variable. */
  readonly variable: string;
  /** The outcome that lets the selection stand. */
  readonly expected: boolean;
}

/** The conditions among directives; undefined where a literal lets the selection never stand. */
export const conditionsOf = (directives: readonly DirectiveNode[] | undefined): readonly Condition[] | undefined => {
  const conditions: Condition[] = [];
  for (const { name, arguments: given } of directives ?? []) {
    const expected = name.value === "include";
    if (!expected && name.value !== "skip") continue;
    const value = given?.[0]?.value;
    if (value?.kind === Kind.VARIABLE) conditions.push({ variable: value.name.value, expected });
    else if (value?.kind === Kind.BOOLEAN && value.value !== expected) return undefined;
  }
  return conditions;
};

/** The directive that says the condition, about a variable of this name. */
export const directiveOf = ({ expected }: Condition, variable: string): DirectiveNode => ({
  kind: Kind.DIRECTIVE,
  name: { kind: Kind.NAME, value: expected ? "include" : "skip" },
  arguments: [
    {
      kind: Kind.ARGUMENT,
      name: { kind: Kind.NAME, value: "if" },
      value: { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: variable } },
    },
  ],
});

/** True where every condition lets the selection stand. */
export const stands = (conditions: readonly Condition[], variables: Variables): boolean => {
  for (const { variable, expected } of conditions) if ((variables[variable] === true) !== expected) return false;
  return true;
};
