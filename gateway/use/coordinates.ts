/** Which parts of the schema a document asks for, as schema coordinates (GraphQL, section "Schema Coordinates"). */
import {
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLSchema,
} from "graphql";

/**
 * Coordinates of the fields, arguments and input fields that a validated document writes, sorted: `Type.field`, `Type.field(argument:)`,
 * `Input.field`. A field of an interface is one of every type that it may be of. Nothing of values, and nothing of introspection.
 */
export const coordinatesOf = (document: DocumentNode, schema: GraphQLSchema): string[] => {
  const found = new Set<string>();
  const info = new TypeInfo(schema);
  /** Types whose field stands here, with what follows the type's name. */
  const add = (after: string): void => {
    const parent = info.getParentType();
    const field = info.getFieldDef();
    if (!parent || !field || field.name.startsWith("__") || parent.name.startsWith("__")) return;
    for (const type of isAbstractType(parent) ? [parent, ...schema.getPossibleTypes(parent)] : [parent])
      if ((isObjectType(type) || isInterfaceType(type)) && type.getFields()[field.name])
        found.add(`${type.name}.${field.name}${after}`);
  };
  visit(
    document,
    visitWithTypeInfo(info, {
      enter(node) {
        if (node.kind === Kind.FIELD) add("");
        else if (node.kind === Kind.ARGUMENT) {
          if (!info.getDirective()) add(`(${node.name.value}:)`);
        } else if (node.kind === Kind.OBJECT_FIELD) {
          const input = getNamedType(info.getParentInputType());
          if (input) found.add(`${input.name}.${node.name.value}`);
        }
      },
    }),
  );
  return [...found].sort();
};
