/** JSON Schema of what an operation is answered: a schema for each selection, with the names that the client chose. */
import {
  getNullableType,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  Kind,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionNode,
} from "graphql";
import { fragmentsOf, type Fragments } from "../../document/fragments.js";
import type { DoorOperation } from "../operations.js";
import { described, orNull, type JsonSchema, type NamedSchemas } from "./json-schema.js";
import { leafSchema } from "./leaf-schemas.js";

/** A field of one object under one name, as often as it is selected. */
interface Selected {
  readonly nodes: FieldNode[];
  /** False where each selection of it stands under a condition. */
  isSure: boolean;
}

/** The schema of `data` of an operation; what `@include` or `@skip` may leave out is not required. */
export const answerSchema = (
  { document, definition }: DoorOperation,
  schema: GraphQLSchema,
  named: NamedSchemas,
): JsonSchema => {
  const root = schema.getRootType(definition.operation)!;
  return new AnswerSchemas(schema, fragmentsOf(document), named).composite(root, definition.selectionSet.selections);
};

/** The schema of an object. */
interface ObjectSchema extends JsonSchema {
  readonly properties: Readonly<Record<string, JsonSchema>>;
}

/** What stands at `__typename`. */
const TYPE_NAME: JsonSchema = { type: "string" };

/** The same, with the names that may stand at `__typename`. */
const named = (schema: ObjectSchema, types: readonly string[]): JsonSchema => ({
  ...schema,
  properties: Object.fromEntries(
    Object.entries(schema.properties).map(([key, property]) => [
      key,
      property === TYPE_NAME ? { ...TYPE_NAME, enum: types } : property,
    ]),
  ),
});

class AnswerSchemas {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly fragments: Fragments,
    private readonly named: NamedSchemas,
  ) {}

  /** Types that would have the same schema have one, with all their names at `__typename`. */
  composite(type: GraphQLCompositeType, selections: readonly SelectionNode[]): JsonSchema {
    const variants = new Map<string, { readonly schema: ObjectSchema; readonly types: string[] }>();
    for (const of of isAbstractType(type) ? this.schema.getPossibleTypes(type) : [type]) {
      const schema = this.object(of, this.collect(of, selections));
      const key = JSON.stringify(schema);
      const variant = variants.get(key) ?? { schema, types: [] };
      variant.types.push(of.name);
      variants.set(key, variant);
    }
    const schemas = [...variants.values()].map(({ schema, types }) => named(schema, types));
    return schemas.length === 1 ? schemas[0]! : { anyOf: schemas };
  }

  private object(type: GraphQLObjectType, fields: ReadonlyMap<string, Selected>): ObjectSchema {
    const properties = [...fields].map(([key, { nodes }]) => {
      const field = type.getFields()[nodes[0]!.name.value];
      // The meta-field, whose values are known once all types with this schema are.
      if (!field) return [key, TYPE_NAME] as const;
      return [key, described(this.output(field.type, nodes), field.description)] as const;
    });
    return {
      type: "object",
      properties: Object.fromEntries(properties),
      required: [...fields].filter(([, { isSure }]) => isSure).map(([key]) => key),
    };
  }

  private output(type: GraphQLOutputType, nodes: readonly FieldNode[]): JsonSchema {
    return isNonNullType(type) ? this.present(type.ofType, nodes) : orNull(this.present(type, nodes));
  }

  private present(given: GraphQLOutputType, nodes: readonly FieldNode[]): JsonSchema {
    const type = getNullableType(given);
    if (isListType(type)) return { type: "array", items: this.output(type.ofType as GraphQLOutputType, nodes) };
    if (isLeafType(type)) return leafSchema(type, this.named);
    return this.composite(
      type as GraphQLCompositeType,
      nodes.flatMap(({ selectionSet }) => selectionSet?.selections ?? []),
    );
  }

  private collect(
    type: GraphQLObjectType,
    selections: readonly SelectionNode[],
    isSure = true,
    fields = new Map<string, Selected>(),
  ): ReadonlyMap<string, Selected> {
    for (const selection of selections) {
      const sure = isSure && !isConditional(selection);
      if (selection.kind === Kind.FIELD) {
        const key = (selection.alias ?? selection.name).value;
        const selected = fields.get(key) ?? { nodes: [], isSure: false };
        selected.nodes.push(selection);
        selected.isSure ||= sure;
        fields.set(key, selected);
        continue;
      }
      const part = selection.kind === Kind.FRAGMENT_SPREAD ? this.fragments.get(selection.name.value)! : selection;
      if (this.applies(part.typeCondition?.name.value, type))
        this.collect(type, part.selectionSet.selections, sure, fields);
    }
    return fields;
  }

  private applies(condition: string | undefined, type: GraphQLObjectType): boolean {
    if (condition === undefined || condition === type.name) return true;
    const of = this.schema.getType(condition);
    return isAbstractType(of) && this.schema.isSubType(of, type);
  }
}

const isConditional = ({ directives }: SelectionNode): boolean =>
  directives?.some(({ name }) => name.value === "include" || name.value === "skip") ?? false;
