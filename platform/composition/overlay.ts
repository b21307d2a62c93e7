/** The overlay: a file of SDL that decides beside a subgraph's own, for libraries that print no directives but federation's (decision 67). */
import {
  Kind,
  parse,
  print,
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
} from "graphql";
import { DISCLOSURE_DIRECTIVE_NAMES, DISCLOSURE_LINK, GUARD_DIRECTIVES } from "../disclosure/vocabulary/index.js";
import { typesOf, type FieldsDefinition } from "./declarations.js";
import { DISCLOSURE, linksOf, namesOf } from "./links.js";
import { locate, printLocation, problemsAt, type Problem } from "./problem.js";

const ON_FIELDS: readonly string[] = [
  "closed",
  "open",
  "personal",
  "purpose",
  "aggregate",
  "inaccessible",
  "sameForAll",
  "tag",
  ...GUARD_DIRECTIVES,
];
const ON_TYPES: readonly string[] = ["record", "personal", "sameForAll", "tag"];

/** What may be written more than once. */
const REPEATABLE: readonly string[] = ["tag"];

const LINKED = parse(
  `extend schema @link(url: "${DISCLOSURE_LINK}", import: ${JSON.stringify(DISCLOSURE_DIRECTIVE_NAMES)})`,
  { noLocation: true },
).definitions;

/** The document with what the overlay adds, and what of the overlay fits nothing. */
interface Merged {
  readonly document: DocumentNode;
  readonly problems: readonly Problem[];
}

/** What the overlay adds, by `Type.field` or `Type`. */
type Additions = ReadonlyMap<string, readonly ConstDirectiveNode[]>;

/** Adds the overlay's directives to the fields and types that it names; nothing that a file says of a field is taken away by it. */
export const withOverlay = (subgraph: string, document: DocumentNode, overlay: DocumentNode): Merged => {
  const linked = linksOf(document).some(({ identity }) => identity === DISCLOSURE)
    ? document
    : { ...document, definitions: [...document.definitions, ...LINKED] };
  const { directives } = namesOf(linksOf(linked));
  const localNames = new Map([...directives].map(([local, canonical]) => [canonical, local]));
  const declared = new Map<string, FieldDefinitionNode | undefined>(
    typesOf(document).flatMap((type) => [
      [type.name.value, undefined] as const,
      ...(type.fields ?? []).map((field) => [`${type.name.value}.${field.name.value}`, field] as const),
    ]),
  );
  const canonicalOf = ({ name }: ConstDirectiveNode): string => directives.get(name.value) ?? name.value;
  const problems = overlay.definitions.flatMap((definition) =>
    overlayProblems(subgraph, definition, declared, (field) => (field.directives ?? []).map(canonicalOf)),
  );
  if (problems.length > 0) return { document, problems };
  const localised = (directive: ConstDirectiveNode): ConstDirectiveNode => ({
    ...directive,
    name: { ...directive.name, value: localNames.get(directive.name.value) ?? directive.name.value },
  });
  const additions = new Map(
    typesOf(overlay).flatMap((type) => [
      [type.name.value, (type.directives ?? []).map(localised)] as const,
      ...(type.fields ?? []).map(
        (field) => [`${type.name.value}.${field.name.value}`, (field.directives ?? []).map(localised)] as const,
      ),
    ]),
  );
  const everyGuard = schemaClosures(overlay).map(localised)[0];
  const isGuarded = (given: readonly ConstDirectiveNode[]): boolean =>
    given.some((directive) => (GUARD_DIRECTIVES as readonly string[]).includes(canonicalOf(directive))) &&
    !given.some((directive) => canonicalOf(directive) === "closed");
  const closedByDefault = (given: readonly ConstDirectiveNode[]): readonly ConstDirectiveNode[] =>
    everyGuard && isGuarded(given) ? [...given, everyGuard] : given;
  return { document: added(linked, additions, closedByDefault), problems: [] };
};

const schemaClosures = (overlay: DocumentNode): ConstDirectiveNode[] =>
  overlay.definitions.flatMap((definition) =>
    definition.kind === Kind.SCHEMA_EXTENSION ? [...(definition.directives ?? [])] : [],
  );

/** Each directive is added once, to the first definition that holds the field or the type. */
const added = (
  document: DocumentNode,
  additions: Additions,
  closedByDefault: (given: readonly ConstDirectiveNode[]) => readonly ConstDirectiveNode[],
): DocumentNode => {
  const types = new Set<string>();
  const fields = new Set<FieldsDefinition>(typesOf(document));
  return {
    ...document,
    definitions: document.definitions.map((definition) => {
      if (!fields.has(definition as FieldsDefinition)) return definition;
      const type = definition as FieldsDefinition;
      const name = type.name.value;
      const first = !types.has(name);
      types.add(name);
      return {
        ...type,
        directives: [...(type.directives ?? []), ...((first && additions.get(name)) || [])],
        fields: (type.fields ?? []).map((field) => ({
          ...field,
          directives: closedByDefault([
            ...(field.directives ?? []),
            ...(additions.get(`${name}.${field.name.value}`) ?? []),
          ]),
        })),
      } as FieldsDefinition;
    }),
  };
};

const overlayProblems = (
  subgraph: string,
  definition: DefinitionNode,
  declared: ReadonlyMap<string, FieldDefinitionNode | undefined>,
  directivesOf: (field: FieldDefinitionNode) => readonly string[],
): Problem[] => {
  const refuse = (node: Parameters<typeof locate>[1], text: string, name?: string): Problem[] => {
    const location = locate({ subgraph }, node, name);
    return problemsAt(location, [`${printLocation(location)} ${text}`]);
  };
  const strange = (given: readonly ConstDirectiveNode[], known: readonly string[], name?: string): Problem[] =>
    given
      .filter((directive) => !known.includes(directive.name.value))
      .flatMap((directive) =>
        refuse(
          directive,
          `writes @${directive.name.value}, which an overlay does not decide there: use ${known.map((one) => `@${one}`).join(", ")}.`,
          name,
        ),
      );
  if (definition.kind === Kind.SCHEMA_EXTENSION) return strange(definition.directives ?? [], ["closed"]);
  const [type] = typesOf({ kind: Kind.DOCUMENT, definitions: [definition] });
  if (!type) return refuse(definition, "is not of an overlay: write extend type X { field: T @closed(…) } alone.");
  const name = type.name.value;
  if (!declared.has(name)) return refuse(type.name, "is no type of the schema: write one that the schema has.", name);
  return [
    ...strange(type.directives ?? [], ON_TYPES, name),
    ...(type.fields ?? []).flatMap((field) => {
      const place = `${name}.${field.name.value}`;
      const own = declared.get(place);
      if (!own) return refuse(field.name, "is no field of the schema: write one that the schema has.", place);
      const twice = (field.directives ?? []).find(
        ({ name: { value } }) => !REPEATABLE.includes(value) && directivesOf(own).includes(value),
      );
      return [
        ...strange(field.directives ?? [], ON_FIELDS, place),
        ...(print(own.type) === print(field.type)
          ? []
          : refuse(field.name, `is ${print(own.type)} in the schema: write the same type, ${print(own.type)}.`, place)),
        ...(twice
          ? refuse(field.name, `has @${twice.name.value} in the schema already: keep one of them.`, place)
          : []),
      ];
    }),
  ];
};
