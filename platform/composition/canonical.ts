/** Reads a subgraph's links and rewrites what it imported under other names, so that gates, table and composer see one vocabulary. */
import { printSchemaWithDirectives } from "@graphql-tools/utils";
import {
  GraphQLSchema,
  Kind,
  parse,
  valueFromASTUntyped,
  visit,
  type ConstDirectiveNode,
  type DefinitionNode,
  type DirectiveNode,
  type DocumentNode,
} from "graphql";
import {
  DISCLOSURE_DIRECTIVES,
  DISCLOSURE_DIRECTIVE_NAMES,
  DISCLOSURE_LINK,
  GUARD_DIRECTIVES,
} from "../disclosure/vocabulary/index.js";
import type { NamedDocument } from "./declarations.js";

/** SDL of one subgraph and where it is served. */
export interface SubgraphSource {
  readonly name: string;
  readonly url: string;
  readonly sdl: string;
  /** File that messages name. @default `<name>.graphql` */
  readonly file?: string;
}

/** Why subgraphs do not compose, a sentence each, for the partner who must act. */
export class CompositionRefused extends Error {
  override readonly name = "CompositionRefused";
  constructor(readonly problems: readonly string[]) {
    super(`The subgraphs do not compose:\n${problems.map((problem) => `- ${problem}`).join("\n")}`);
  }
}

/** A subgraph in the canonical names, or what is wrong with its links. */
export interface CanonicalSubgraph {
  readonly document: DocumentNode;
  readonly problems: readonly string[];
}

const SPECS = "https://specs.apollo.dev/";
const FEDERATION = `${SPECS}federation`;
const DISCLOSURE = DISCLOSURE_LINK.slice(0, DISCLOSURE_LINK.lastIndexOf("/"));
const DISCLOSURE_TYPES = ["Tier", "Reason", "Mask", "PersonalCategory"];
/** Directives of federation whose meaning our gates depend on. */
const FEDERATION_DIRECTIVES = [
  ...["key", "requires", "provides", "external", "shareable", "override", "inaccessible", "tag", "composeDirective"],
  ...["interfaceObject", "extends", ...GUARD_DIRECTIVES],
];

interface Link {
  readonly node: ConstDirectiveNode;
  readonly url: string;
  readonly identity: string;
  readonly version: string;
  readonly prefix: string;
  readonly purpose?: string;
  /** Local name by imported name, both with the sign where they have one. */
  readonly imports: ReadonlyMap<string, string>;
}

/** Definitions of the vocabulary as our own subgraphs print them. */
const VOCABULARY = parse(printSchemaWithDirectives(new GraphQLSchema({ directives: [...DISCLOSURE_DIRECTIVES] })), {
  noLocation: true,
}).definitions.filter(({ kind }) => kind !== Kind.SCHEMA_DEFINITION);

/** Rewrites one subgraph. Syntax errors and links that can not be resolved are problems in our own words. */
export const canonicalise = (source: SubgraphSource): CanonicalSubgraph => {
  const file = source.file ?? `${source.name}.graphql`;
  let document: DocumentNode;
  try {
    document = parse(source.sdl);
  } catch (error) {
    const { message, locations } = error as { message: string; locations?: readonly { line: number }[] };
    const line = locations?.[0] ? `:${locations[0].line}` : "";
    return {
      document: { kind: Kind.DOCUMENT, definitions: [] },
      problems: [`${source.name}: ${file}${line} is not SDL: ${message}`],
    };
  }
  const links = linksOf(document);
  const problems = [...linkProblems(source.name, file, links), ...rootProblems(source.name, file, document)];
  if (problems.length > 0) return { document, problems };
  const names = namesOf(links);
  const clashes = clashProblems(source.name, file, document, names, links);
  return clashes.length > 0
    ? { document, problems: clashes }
    : { document: rewritten(document, links, names), problems };
};

/** The subgraphs' documents in canonical names. Throws CompositionRefused where links can not be resolved. */
export const canonicalDocuments = (sources: readonly SubgraphSource[]): NamedDocument[] => {
  const subgraphs = sources.map((source) => ({ source, ...canonicalise(source) }));
  const problems = subgraphs.flatMap((subgraph) => subgraph.problems);
  if (problems.length > 0) throw new CompositionRefused(problems);
  return subgraphs.map(({ source, document }) => ({
    subgraph: source.name,
    document,
    ...(source.file === undefined ? {} : { file: source.file }),
  }));
};

const schemaDirectives = (document: DocumentNode): ConstDirectiveNode[] =>
  document.definitions.flatMap((definition) =>
    definition.kind === Kind.SCHEMA_DEFINITION || definition.kind === Kind.SCHEMA_EXTENSION
      ? [...(definition.directives ?? [])]
      : [],
  );

const argumentsOf = (directive: DirectiveNode): Record<string, unknown> =>
  Object.fromEntries((directive.arguments ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value)]));

const linksOf = (document: DocumentNode): Link[] =>
  schemaDirectives(document)
    .filter(({ name }) => name.value === "link")
    .map((node) => {
      const { url, as, import: imported, for: purpose } = argumentsOf(node);
      const [, identity = String(url), version = ""] = /^(.*)\/(v\d+\.\d+)\/?$/.exec(String(url)) ?? [];
      const imports = (Array.isArray(imported) ? (imported as unknown[]) : []).map((entry): [string, string] => {
        if (typeof entry === "string") return [entry, entry];
        const { name, as: alias } = entry as { name: string; as?: string };
        return [name, alias ?? name];
      });
      return {
        node,
        url: String(url),
        identity,
        version,
        prefix: typeof as === "string" ? as : (identity.split("/").at(-1) ?? ""),
        ...(typeof purpose === "string" ? { purpose } : {}),
        imports: new Map(imports),
      };
    });

const isGuardLink = ({ identity }: Link): boolean => GUARD_DIRECTIVES.some((guard) => identity === `${SPECS}${guard}`);

const linkProblems = (subgraph: string, file: string, links: readonly Link[]): string[] =>
  links.flatMap((link) => {
    const place = `${subgraph}: ${file}${link.node.loc ? `:${link.node.loc.startToken.line}` : ""}`;
    if (link.identity === DISCLOSURE && link.url !== DISCLOSURE_LINK)
      return [`${place} links ${link.url}, and this graph speaks ${DISCLOSURE_LINK}: write that URL.`];
    if (isGuardLink(link) && link.version !== "v0.1")
      return [`${place} links ${link.url}, which is not known here: import the directive from federation instead.`];
    if (link.identity === FEDERATION || link.identity === DISCLOSURE || isGuardLink(link)) return [];
    return link.purpose === undefined
      ? []
      : [
          `${place} links ${link.url} for ${link.purpose}, which this graph does not know and would not enforce: ` +
            `use @authenticated, @requiresScopes, @policy or @closed, or leave the link out.`,
        ];
  });

/** Fields of roots are recognised by the names of the roots. */
const rootProblems = (subgraph: string, file: string, document: DocumentNode): string[] =>
  document.definitions.flatMap((definition) =>
    definition.kind === Kind.SCHEMA_DEFINITION || definition.kind === Kind.SCHEMA_EXTENSION
      ? (definition.operationTypes ?? []).flatMap(({ operation, type, loc }) => {
          const expected = `${operation.charAt(0).toUpperCase()}${operation.slice(1)}`;
          return type.name.value === expected
            ? []
            : [
                `${subgraph}: ${file}:${loc?.startToken.line} calls its ${operation} type ${type.name.value}: name it ${expected}.`,
              ];
        })
      : [],
  );

interface Names {
  /** Canonical directive by local name, without the sign. */
  readonly directives: ReadonlyMap<string, string>;
  /** Local names of the vocabulary's types. */
  readonly types: ReadonlySet<string>;
}

const namesOf = (links: readonly Link[]): Names => {
  const directives = new Map<string, string>();
  const types = new Set<string>();
  for (const link of links) {
    const local = (name: string): string => (link.imports.get(`@${name}`) ?? `@${link.prefix}__${name}`).slice(1);
    if (link.identity === FEDERATION) for (const name of FEDERATION_DIRECTIVES) directives.set(local(name), name);
    if (link.identity === DISCLOSURE) {
      for (const { name } of DISCLOSURE_DIRECTIVES) directives.set(local(name), name);
      for (const name of DISCLOSURE_TYPES) types.add(link.imports.get(name) ?? `${link.prefix}__${name}`);
    }
    // The one directive of such a feature has the feature's name.
    if (isGuardLink(link)) directives.set(link.prefix, link.identity.slice(SPECS.length));
  }
  return { directives, types };
};

/** A directive of the subgraph's own that has one of our names would take on our meaning. */
const clashProblems = (
  subgraph: string,
  file: string,
  document: DocumentNode,
  { directives }: Names,
  links: readonly Link[],
): string[] => {
  if (!links.some(({ identity }) => identity === DISCLOSURE || identity === FEDERATION)) return [];
  const canonical = new Set(directives.values());
  return document.definitions.flatMap((definition) =>
    definition.kind === Kind.DIRECTIVE_DEFINITION &&
    canonical.has(definition.name.value) &&
    !directives.has(definition.name.value)
      ? [
          `${subgraph}: ${file}:${definition.loc?.startToken.line} defines @${definition.name.value} of its own, a name that belongs to ` +
            `federation or ${DISCLOSURE_LINK}: give yours another name.`,
        ]
      : [],
  );
};

const rewritten = (document: DocumentNode, links: readonly Link[], { directives, types }: Names): DocumentNode => {
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
