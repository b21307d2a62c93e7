/** The schema of a mapping as it is executed. */
import { buildSubgraphSchema } from "@apollo/subgraph";
import type { GraphQLResolverMap } from "@apollo/subgraph/dist/schema-helper/resolverMap.js";
import { parse, type GraphQLSchema } from "graphql";
import type { Mapping } from "./mapping/mapping.js";
import { resolversOf } from "./resolvers.js";
import { executableSdlOf, sdlOf } from "./sdl.js";

/** Builds it. Throws what GraphQL says where the mapping makes no schema. */
export const connectSchemaOf = (mapping: Mapping): GraphQLSchema => {
  const typeDefs = parse(executableSdlOf(mapping));
  const scalars = new Set(
    typeDefs.definitions.flatMap((node) => (node.kind === "ScalarTypeDefinition" ? [node.name.value] : [])),
  );
  const resolvers = resolversOf(mapping, (name) => scalars.has(name));
  const schema = buildSubgraphSchema([{ typeDefs, resolvers: resolvers as GraphQLResolverMap<unknown> }]);
  const sdl = sdlOf(mapping);
  // The gateway and the composer read keys and closures too.
  schema.getQueryType()!.getFields()["_service"]!.resolve = () => ({ sdl });
  return schema;
};
