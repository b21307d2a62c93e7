/** The services that a supergraph names, with the addresses at which it was composed. */
import { Kind, parse, valueFromASTUntyped, type ConstDirectiveNode } from "graphql";

/** One service. */
export interface JoinGraph {
  readonly name: string;
  readonly url: string;
}

const textOf = ({ arguments: given }: ConstDirectiveNode, name: string): string => {
  const value = given?.find((argument) => argument.name.value === name)?.value;
  return value === undefined ? "" : String(valueFromASTUntyped(value));
};

/** Reads them off the enumeration `join__Graph` (join v0.5). Throws where the supergraph does not parse. */
export const joinGraphs = (supergraph: string): readonly JoinGraph[] =>
  parse(supergraph, { noLocation: true }).definitions.flatMap((node) =>
    node.kind === Kind.ENUM_TYPE_DEFINITION && node.name.value === "join__Graph"
      ? (node.values ?? []).flatMap(({ directives }) =>
          (directives ?? [])
            .filter(({ name }) => name.value === "join__graph")
            .map((directive) => ({ name: textOf(directive, "name"), url: textOf(directive, "url") })),
        )
      : [],
  );
