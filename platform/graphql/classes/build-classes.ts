/** From schema classes to an executable schema: the types that they declare, and the resolvers that they hold. */
import type { GraphQLDirective, GraphQLSchema } from "graphql";
import { declaredEnums } from "../enum.js";
import { buildSchema, createResolversMap, registerEnumType, type NonEmptyArray } from "./type-graphql.js";

/** What a schema is built from. */
export interface SchemaClasses {
  readonly resolvers: readonly Function[];
  /** Types that no query reaches. */
  readonly orphanedTypes?: readonly Function[] | undefined;
  readonly directives: readonly GraphQLDirective[];
  /** Checks each argument that is a class. Throws what the client is told. */
  readonly check: (value: unknown) => void;
}

/** A schema whose directives stand on its nodes, and its resolvers by type and field. */
export interface BuiltClasses {
  readonly schema: GraphQLSchema;
  readonly resolvers: Readonly<Record<string, unknown>>;
}

const registered = new Set<object>();

/** Enumerations are declared without type-graphql, which is told of each once. */
const registerEnums = (): void => {
  for (const [values, shown] of declaredEnums()) {
    if (registered.has(values)) continue;
    registered.add(values);
    registerEnumType(values, shown);
  }
};

/** Builds the schema. Throws where the classes do not make one. */
export const buildClasses = async ({
  resolvers,
  orphanedTypes,
  directives,
  check,
}: SchemaClasses): Promise<BuiltClasses> => {
  registerEnums();
  const schema = await buildSchema({
    resolvers: resolvers as unknown as NonEmptyArray<Function>,
    orphanedTypes: orphanedTypes as Function[] | undefined,
    directives: [...directives],
    validateFn: check,
    skipCheck: true,
    scalarsMap: [],
  });
  return { schema, resolvers: createResolversMap(schema) };
};
