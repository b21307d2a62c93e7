/** Federation's own directives where a library prints their definitions without importing them: they mean what federation means. */
import { Kind, parse, print, type DirectiveDefinitionNode, type DocumentNode } from "graphql";
import { FEDERATION_DIRECTIVES, type Names } from "./links.js";

/** Shapes by name, as the specification prints them (Apollo Federation v2.9), types of arguments without prefix. */
const SHAPES = new Map(
  parse(`
    directive @key(fields: FieldSet!, resolvable: Boolean = true) repeatable on OBJECT | INTERFACE
    directive @requires(fields: FieldSet!) on FIELD_DEFINITION
    directive @provides(fields: FieldSet!) on FIELD_DEFINITION
    directive @external(reason: String) on OBJECT | FIELD_DEFINITION
    directive @shareable repeatable on OBJECT | FIELD_DEFINITION
    directive @override(from: String!, label: String) on FIELD_DEFINITION
    directive @inaccessible on FIELD_DEFINITION | OBJECT | INTERFACE | UNION | ENUM | ENUM_VALUE | SCALAR | INPUT_OBJECT | INPUT_FIELD_DEFINITION | ARGUMENT_DEFINITION
    directive @tag(name: String!) repeatable on FIELD_DEFINITION | INTERFACE | OBJECT | UNION | ARGUMENT_DEFINITION | SCALAR | ENUM | ENUM_VALUE | INPUT_OBJECT | INPUT_FIELD_DEFINITION | SCHEMA
    directive @composeDirective(name: String) repeatable on SCHEMA
    directive @interfaceObject on OBJECT
    directive @extends on OBJECT | INTERFACE
    directive @authenticated on FIELD_DEFINITION | OBJECT | INTERFACE | SCALAR | ENUM
    directive @requiresScopes(scopes: [[Scope!]!]!) on FIELD_DEFINITION | OBJECT | INTERFACE | SCALAR | ENUM
    directive @policy(policies: [[Policy!]!]!) on FIELD_DEFINITION | OBJECT | INTERFACE | SCALAR | ENUM
  `).definitions.flatMap((definition): [string, DirectiveDefinitionNode][] =>
    definition.kind === Kind.DIRECTIVE_DEFINITION ? [[definition.name.value, definition]] : [],
  ),
);

const typeText = (text: string): string => text.replace(/\b(?:federation_)?_(?=[A-Z])/g, "");

/** True where whatever is written with the definition can be written with federation's too: its arguments and places are all there. */
const isOfShape = (own: DirectiveDefinitionNode, shape: DirectiveDefinitionNode): boolean => {
  const places = new Set(shape.locations.map(({ value }) => value));
  const types = new Map((shape.arguments ?? []).map(({ name, type }) => [name.value, print(type)]));
  const given = new Map((own.arguments ?? []).map(({ name, type }) => [name.value, typeText(print(type))]));
  const required = [...types].filter(([, type]) => type.endsWith("!"));
  return (
    own.locations.every(({ value }) => places.has(value)) &&
    (!own.repeatable || shape.repeatable) &&
    [...given].every(([name, type]) => types.get(name) === type) &&
    required.every(([name]) => given.has(name))
  );
};

/** Directives that the document defines as federation does and does not import, by name; none where it links no federation. */
export const bareDefinitions = (document: DocumentNode, { directives }: Names): ReadonlyMap<string, string> => {
  const linked = [...directives.values()].some((name) => FEDERATION_DIRECTIVES.includes(name));
  const names = document.definitions.flatMap((definition) => {
    if (!linked || definition.kind !== Kind.DIRECTIVE_DEFINITION) return [];
    const shape = SHAPES.get(definition.name.value);
    return shape && !directives.has(definition.name.value) && isOfShape(definition, shape)
      ? [definition.name.value]
      : [];
  });
  return new Map(names.map((name) => [name, name]));
};
