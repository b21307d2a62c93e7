/** Walks the fields of a document that will be executed: fragments once, what `@skip` and `@include` take out left out. */
import {
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type SelectionSetNode,
} from "graphql";
import { stands } from "./conditions.js";
import { fragmentsOf, operationOf } from "./fragments.js";

/** What is walked. */
export interface WalkedDocument {
  readonly schema: GraphQLSchema;
  /** Validated; holds one operation. */
  readonly document: DocumentNode;
  /** Variables after coercion. */
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Told of each field with its definition and the name of the type that it stands on. */
export type FieldVisitor = (field: GraphQLField<unknown, unknown>, node: FieldNode, parent: string) => void;

/** Visits each written field at most once. */
export const walkFields = ({ schema, document, variables }: WalkedDocument, visit: FieldVisitor): void => {
  const seen = new Set<string>();
  const fragments = fragmentsOf(document);
  const walk = (set: SelectionSetNode | undefined, type: GraphQLNamedType | undefined): void => {
    for (const selection of set?.selections ?? []) {
      if (!stands(selection.directives, variables)) continue;
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        walk(
          selection.selectionSet,
          selection.typeCondition ? schema.getType(selection.typeCondition.name.value) : type,
        );
      } else if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const name = selection.name.value;
        if (seen.has(name)) continue;
        seen.add(name);
        const fragment = fragments.get(name);
        if (fragment) walk(fragment.selectionSet, schema.getType(fragment.typeCondition.name.value));
      } else {
        // Without a definition it is __typename or introspection.
        const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[selection.name.value] : undefined;
        if (field) visit(field, selection, type!.name);
        if (field) walk(selection.selectionSet, getNamedType(field.type));
      }
    }
  };
  const operation = operationOf(document);
  if (operation) walk(operation.selectionSet, schema.getRootType(operation.operation) ?? undefined);
};
