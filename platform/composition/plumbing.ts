/** What libraries print of federation's own machinery beside a schema, which is nobody's fields and told to neither gates nor readers; and what they leave unsaid of GraphQL's. */
import { Kind, parse, type DefinitionNode, type DocumentNode } from "graphql";

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

const ONE_OF = "oneOf";
const DEFINED = parse(`directive @${ONE_OF} on INPUT_OBJECT`, { noLocation: true }).definitions;

/**
 * The document with a definition of `@oneOf` where it uses it without one: libraries print none, since GraphQL has it (specification of
 * September 2025, section 3.13.5), and the composer does not know it.
 */
export const withOneOf = (document: DocumentNode): DocumentNode => {
  const { definitions } = document;
  const isUsed = definitions.some(
    (definition) =>
      definition.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION &&
      definition.directives?.some(({ name }) => name.value === ONE_OF),
  );
  const isDefined = definitions.some(
    (definition) => definition.kind === Kind.DIRECTIVE_DEFINITION && definition.name.value === ONE_OF,
  );
  return isUsed && !isDefined ? { ...document, definitions: [...definitions, ...DEFINED] } : document;
};
