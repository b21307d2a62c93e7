/** How the directives of a supergraph are read that say which services give what (join specification 0.3 and later). */
import { valueFromASTUntyped, type ConstDirectiveNode } from "graphql";

/** Value of an argument; undefined where it is not given. */
export const argumentOf = (directive: ConstDirectiveNode, name: string): unknown => {
  const value = directive.arguments?.find((argument) => argument.name.value === name)?.value;
  return value && valueFromASTUntyped(value);
};

/** Those of a name. */
export const named = (
  name: string,
  directives: readonly ConstDirectiveNode[] | undefined,
): readonly ConstDirectiveNode[] => (directives ?? []).filter((directive) => directive.name.value === name);

/** Services that they name, as the supergraph spells them, each once. */
export const graphsOf = (directives: readonly ConstDirectiveNode[]): string[] =>
  [
    ...new Set(directives.map((directive) => argumentOf(directive, "graph")).filter((graph) => graph !== undefined)),
  ].map(String);
