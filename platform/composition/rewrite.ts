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
import {
  DISCLOSURE_DIRECTIVES,
  DISCLOSURE_DIRECTIVE_NAMES,
  DISCLOSURE_LINK,
  GUARD_DIRECTIVES,
} from "../disclosure/vocabulary/index.js";
import { argumentsOf } from "./declarations.js";
import { DISCLOSURE, FEDERATION, FEDERATION_DIRECTIVES, isGuardLink, linksOf, type Link, type Names } from "./links.js";

/** Definitions of the vocabulary as our own subgraphs print them. */
const VOCABULARY = parse(printSchemaWithDirectives(new GraphQLSchema({ directives: [...DISCLOSURE_DIRECTIVES] })), {
  noLocation: true,
}).definitions.filter(({ kind }) => kind !== Kind.SCHEMA_DEFINITION);

/** Minor version of federation that first knew a directive: what the overlay and the vocabulary add may be newer than the subgraph. */
const SINCE: Readonly<Record<string, number>> = {
  composeDirective: 1,
  interfaceObject: 3,
  authenticated: 5,
  requiresScopes: 5,
  policy: 6,
};

const minorOf = (version: string): number => Number(version.split(".")[1]);

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
  const imported = [...federation.imports].filter(([name]) => !FEDERATION_DIRECTIVES.includes(name.slice(1)));
  const wanted = [
    ...imported.map(([name, as]) => (name === as ? `"${name}"` : `{ name: "${name}", as: "${as}" }`)),
    ...FEDERATION_DIRECTIVES.filter((name) => used.has(name)).map((name) => `"@${name}"`),
  ];
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
  const minor = Math.max(minorOf(federation.version), ...[...used].map((name) => SINCE[name] ?? 0));
  const header = parse(
    `extend schema @link(url: "${FEDERATION}/v2.${minor}", import: [${wanted.join(", ")}]) ${
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

/** What the composer is given: all of it, but of Federation 1, which knows none of the vocabulary, without it; the table has it from the document. */
export const forComposer = (document: DocumentNode): DocumentNode => {
  const links = linksOf(document);
  if (links.some(({ identity }) => identity === FEDERATION)) return document;
  const unknown: ReadonlySet<string> = new Set([...DISCLOSURE_DIRECTIVES.map(({ name }) => name), ...GUARD_DIRECTIVES]);
  const isOurs = (node: ConstDirectiveNode): boolean =>
    links.some((link) => link.node === node && (link.identity === DISCLOSURE || isGuardLink(link)));
  return visit(document, {
    Directive: (node) => (unknown.has(node.name.value) || isOurs(node as ConstDirectiveNode) ? null : undefined),
    SchemaExtension: {
      leave: (node) =>
        (node.directives ?? []).length === 0 && (node.operationTypes ?? []).length === 0 ? null : undefined,
    },
  });
};
