/** The types of each subgraph as the supergraph tells them, those that clients can not ask for included. */
import {
  buildASTSchema,
  getNamedType,
  isCompositeType,
  Kind,
  parseType,
  valueFromASTUntyped,
  type DocumentNode,
  type FieldDefinitionNode,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
} from "graphql";
import { parseSupergraph } from "../../platform/disclosure/table/index.js";

/** Types as one subgraph gives them, read from the supergraph. */
export interface SubgraphTypes {
  readonly schema: GraphQLSchema;
  /** Type of a field in this subgraph. */
  resultOf(parent: GraphQLCompositeType, field: string): GraphQLCompositeType | undefined;
}

/** Reads the subgraphs' types from the supergraph; expensive, once for each supergraph. */
export const readSupergraphTypes = (supergraph: string): ((subgraph: string) => SubgraphTypes) => {
  const document = parseSupergraph(supergraph);
  const schema = buildASTSchema(document, { assumeValidSDL: true });
  const graphs = graphNames(document);
  return (subgraph) => ({
    schema,
    resultOf(parent, field) {
      const definition = "getFields" in parent ? parent.getFields()[field] : undefined;
      if (!definition) return undefined;
      const narrowed = joinedType(definition.astNode, graphs.get(subgraph));
      const type = narrowed === undefined ? getNamedType(definition.type) : schema.getType(narrowed);
      return isCompositeType(type) ? type : undefined;
    },
  });
};

const argumentOf = (node: { readonly arguments?: FieldNode["arguments"] }, name: string): unknown => {
  const value = node.arguments?.find((argument) => argument.name.value === name)?.value;
  return value && valueFromASTUntyped(value);
};

/** Names of subgraphs to the enum values by which the supergraph calls them. */
const graphNames = (document: DocumentNode): ReadonlyMap<string, string> =>
  new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.ENUM_TYPE_DEFINITION && definition.name.value === "join__Graph"
        ? (definition.values ?? []).flatMap(({ name, directives }) =>
            (directives ?? []).map((directive): [string, string] => [
              String(argumentOf(directive, "name")),
              name.value,
            ]),
          )
        : [],
    ),
  );

/** Name of the type that a subgraph gives for the field, where it is not the supergraph's. */
const joinedType = (node: FieldDefinitionNode | null | undefined, graph: string | undefined): string | undefined => {
  for (const directive of node?.directives ?? []) {
    if (directive.name.value !== "join__field" || argumentOf(directive, "graph") !== graph) continue;
    const type = argumentOf(directive, "type");
    if (typeof type !== "string") continue;
    let named = parseType(type);
    while (named.kind !== Kind.NAMED_TYPE) named = named.type;
    return named.name.value;
  }
  return undefined;
};
