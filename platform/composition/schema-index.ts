/** All subgraphs' types and fields by name, with what each field declares: what the gates of composition look things up in. */
import { Kind, type DirectiveNode, type FieldDefinitionNode, type TypeNode } from "graphql";
import type { FieldRule, SubgraphFacts } from "../disclosure/table/index.js";
import type { BasisText } from "../disclosure/vocabulary/index.js";
import { directivesNamed, ruleOf, typesOf, type FieldsDefinition, type NamedDocument } from "./declarations.js";
import { locate, printLocation, type Location } from "./problem.js";

/** What the gates need to know beside the SDL. */
export interface GateFacts {
  /** Legal bases by id (schema/legal-bases.json). */
  readonly legalBases: ReadonlyMap<string, BasisText>;
  /** Owning subgraph of each entity. */
  readonly owners: ReadonlyMap<string, string>;
  /** What is known of each subgraph (schema/subgraphs.json). */
  readonly subgraphs: ReadonlyMap<string, SubgraphFacts>;
}

/** A field as one subgraph declares it. */
export interface DeclaredField {
  readonly subgraph: string;
  readonly type: FieldsDefinition;
  readonly node: FieldDefinitionNode;
  readonly rule: FieldRule | undefined;
  readonly location: Location;
  /** The same for messages: `credit: Penalty.fine (credit.graphql:12)`. */
  readonly place: string;
}

/** Lookup over all subgraphs. */
export interface SchemaIndex {
  readonly fields: readonly DeclaredField[];
  /** The field in every subgraph that resolves it; where it is external, in none. */
  find(type: string, field: string): readonly DeclaredField[];
  /** Name of the type that the field gives. */
  resultOf(type: string, field: string): string | undefined;
  isEnum(type: string): boolean;
  /** Arguments of a directive on the type's definitions, of one subgraph or of all. */
  typeDirective(type: string, directive: string, subgraph?: string): Record<string, unknown> | undefined;
}

/** Name of the type behind lists and "!". */
export const namedType = (type: TypeNode): string =>
  type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);

/** True for a list, nullable or not. */
export const isListType = (type: TypeNode): boolean =>
  type.kind === Kind.LIST_TYPE || (type.kind === Kind.NON_NULL_TYPE && isListType(type.type));

/** True where the field carries a directive of that name. */
export const isMarked = (node: { readonly directives?: readonly DirectiveNode[] }, directive: string): boolean =>
  directivesNamed(node, directive).length > 0;

/** Indexes the documents. */
export const indexSchema = (documents: readonly NamedDocument[]): SchemaIndex => {
  const fields = documents.flatMap((source) =>
    typesOf(source.document).flatMap((type) =>
      (type.fields ?? []).map((node): DeclaredField => {
        return {
          subgraph: source.subgraph,
          type,
          node,
          rule: ruleOf(source.subgraph, type.name.value, node),
          // Of most fields nobody asks where they stand.
          get location() {
            return locate(source, node.name, `${type.name.value}.${node.name.value}`);
          },
          get place() {
            return printLocation(this.location);
          },
        };
      }),
    ),
  );
  const byName = new Map<string, DeclaredField[]>();
  for (const entry of fields) {
    const key = `${entry.type.name.value}.${entry.node.name.value}`;
    const known = byName.get(key);
    if (known) known.push(entry);
    else byName.set(key, [entry]);
  }
  const enums = new Set(
    documents.flatMap(({ document }) =>
      document.definitions.flatMap((definition) =>
        definition.kind === Kind.ENUM_TYPE_DEFINITION ? [definition.name.value] : [],
      ),
    ),
  );
  return {
    fields,
    isEnum: (type) => enums.has(type),
    find: (type, field) => (byName.get(`${type}.${field}`) ?? []).filter(({ node }) => !isMarked(node, "external")),
    resultOf(type, field) {
      const [first] = byName.get(`${type}.${field}`) ?? [];
      return first && namedType(first.node.type);
    },
    typeDirective(type, directive, subgraph) {
      for (const source of documents) {
        if (subgraph !== undefined && source.subgraph !== subgraph) continue;
        for (const definition of typesOf(source.document)) {
          const [found] = definition.name.value === type ? directivesNamed(definition, directive) : [];
          if (found) return found;
        }
      }
      return undefined;
    },
  };
};
