/** Which tags subgraphs write on what: those of all of them together, as a supergraph would carry them. */
import type { DefinitionNode, DirectiveNode } from "graphql";
import { directivesNamed, type NamedDocument } from "../declarations.js";

/** Tags of a schema coordinate: `Type`, `Type.part` or `Type.field(argument:)`. */
export type TagsOf = (coordinate: string) => ReadonlySet<string>;

/** A part of the SDL with its coordinate. */
export interface Coordinated {
  readonly coordinate: string;
  readonly node: { readonly directives?: readonly DirectiveNode[] } & Pick<DefinitionNode, "loc">;
}

/** Types, their parts and arguments that a definition declares. */
export const coordinatesIn = (definition: DefinitionNode): Coordinated[] => {
  if (!("name" in definition) || !definition.name || !("directives" in definition)) return [];
  const type = definition.name.value;
  const parts = "fields" in definition ? definition.fields : "values" in definition ? definition.values : undefined;
  return [
    { coordinate: type, node: definition },
    ...(parts ?? []).flatMap((part) => {
      const coordinate = `${type}.${part.name.value}`;
      const given = "arguments" in part ? (part.arguments ?? []) : [];
      return [
        { coordinate, node: part },
        ...given.map((argument) => ({ coordinate: `${coordinate}(${argument.name.value}:)`, node: argument })),
      ];
    }),
  ];
};

const NONE: ReadonlySet<string> = new Set();

/** Reads the tags off documents in canonical names. */
export const readTags = (documents: readonly NamedDocument[]): TagsOf => {
  const known = new Map<string, Set<string>>();
  for (const { document } of documents)
    for (const definition of document.definitions)
      for (const { coordinate, node } of coordinatesIn(definition))
        for (const { name } of directivesNamed(node, "tag"))
          known.set(coordinate, (known.get(coordinate) ?? new Set()).add(String(name)));
  return (coordinate) => known.get(coordinate) ?? NONE;
};
