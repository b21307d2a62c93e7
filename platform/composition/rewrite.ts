/** Writes a subgraph's SDL in the canonical names, with the vocabulary defined as our own subgraphs print it. */
import { printSchemaWithDirectives } from "@graphql-tools/utils";
import {
  GraphQLSchema,
  Kind,
  parse,
  visit,
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
} from "graphql";
import { DISCLOSURE_DIRECTIVES, DISCLOSURE_DIRECTIVE_NAMES, DISCLOSURE_LINK } from "../disclosure/vocabulary/index.js";
import { argumentsOf } from "./declarations.js";
import { DISCLOSURE, FEDERATION, FEDERATION_DIRECTIVES, isGuardLink, type Link, type Names } from "./links.js";

/** Definitions of the vocabulary as our own subgraphs print them. */
const VOCABULARY = parse(printSchemaWithDirectives(new GraphQLSchema({ directives: [...DISCLOSURE_DIRECTIVES] })), {
  noLocation: true,
}).definitions.filter(({ kind }) => kind !== Kind.SCHEMA_DEFINITION);

/** The document in canonical names. */
export const rewritten = (
  document: DocumentNode,
  links: readonly Link[],
  { directives, types }: Names,
): DocumentNode => {
  const federation = links.find(({ identity }) => identity === FEDERATION);
  const disclosure = links.find(({ identity }) => identity === DISCLOSURE);
  const used = new Set<string>();
  const ours = new Set(DISCLOSURE_DIRECTIVES.map(({ name }) => name));
  const renamed = visit(document, {
    DirectiveDefinition(node) {
      // Both specifications are defined by their owners, not by who uses them.
      return directives.has(node.name.value) ? null : undefined;
    },
    EnumTypeDefinition: (node) => (types.has(node.name.value) ? null : undefined),
    Directive(node) {
      const canonical = directives.get(node.name.value);
      if (canonical === undefined) return undefined;
      used.add(canonical);
      return { ...node, name: { ...node.name, value: canonical } };
    },
  });
  if (!federation) return renamed;
  const composed = disclosure ? DISCLOSURE_DIRECTIVE_NAMES : [];
  if (composed.length > 0) used.add("composeDirective");
  const imported = [...federation.imports.keys()].filter((name) => !FEDERATION_DIRECTIVES.includes(name.slice(1)));
  const wanted = [...imported, ...FEDERATION_DIRECTIVES.filter((name) => used.has(name)).map((name) => `@${name}`)];
  const kept = (directive: ConstDirectiveNode): boolean => {
    if (directive.name.value === "link")
      return !links.some(
        (link) => link.node.loc === directive.loc && (link === federation || link === disclosure || isGuardLink(link)),
      );
    return !(
      directive.name.value === "composeDirective" &&
      ours.has(directives.get(String(argumentsOf(directive)["name"]).slice(1)) ?? "")
    );
  };
  const header = parse(
    `extend schema @link(url: "${federation.url}", import: ${JSON.stringify(wanted)}) ${
      disclosure ? `@link(url: "${DISCLOSURE_LINK}", import: ${JSON.stringify(DISCLOSURE_DIRECTIVE_NAMES)})` : ""
    } ${composed.map((name) => `@composeDirective(name: "${name}")`).join(" ")}`,
    { noLocation: true },
  ).definitions;
  const rest = renamed.definitions.flatMap((definition): DefinitionNode[] => {
    if (definition.kind !== Kind.SCHEMA_EXTENSION && definition.kind !== Kind.SCHEMA_DEFINITION) return [definition];
    const left = (definition.directives ?? []).filter(kept);
    return left.length === 0 && (definition.operationTypes ?? []).length === 0
      ? []
      : [{ ...definition, directives: left }];
  });
  return { ...renamed, definitions: [...header, ...(disclosure ? VOCABULARY : []), ...rest] };
};
