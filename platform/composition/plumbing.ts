/** What libraries print of federation's own machinery beside a schema: nobody's fields, so neither gates nor readers are told of them. */
import { Kind, type DefinitionNode, type DocumentNode } from "graphql";

const TYPES: ReadonlySet<string> = new Set(["_Any", "_Entity", "_Service"]);
const ROOT_FIELDS: ReadonlySet<string> = new Set(["_entities", "_service"]);

const withoutRoots = (definition: DefinitionNode): DefinitionNode[] => {
  if (
    (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.OBJECT_TYPE_EXTENSION) ||
    definition.name.value !== "Query"
  )
    return [definition];
  const fields = (definition.fields ?? []).filter(({ name }) => !ROOT_FIELDS.has(name.value));
  return fields.length === 0 ? [] : [{ ...definition, fields }];
};

/** The document without the types and root fields through which a gateway asks. */
export const withoutPlumbing = (document: DocumentNode): DocumentNode => ({
  ...document,
  definitions: document.definitions
    .filter((definition) => !("name" in definition && definition.name && TYPES.has(definition.name.value)))
    .flatMap(withoutRoots),
});
