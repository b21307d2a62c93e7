/** The links of a subgraph's SDL: which specification each one names, in which version, and under which local names. */
import { Kind, type ConstDirectiveNode, type DocumentNode } from "graphql";
import { DISCLOSURE_DIRECTIVES, DISCLOSURE_LINK, GUARD_DIRECTIVES } from "../disclosure/vocabulary/index.js";
import { argumentsOf } from "./declarations.js";

const SPECS = "https://specs.apollo.dev/";
/** Identity of federation, without its version. */
export const FEDERATION = `${SPECS}federation`;
/** Identity of disclosure, without its version. */
export const DISCLOSURE = DISCLOSURE_LINK.slice(0, DISCLOSURE_LINK.lastIndexOf("/"));
const DISCLOSURE_TYPES = ["Tier", "Reason", "Mask", "PersonalCategory"];
/** Directives of federation whose meaning our gates depend on. */
export const FEDERATION_DIRECTIVES = [
  ...["key", "requires", "provides", "external", "shareable", "override", "inaccessible", "tag", "composeDirective"],
  ...["interfaceObject", "extends", ...GUARD_DIRECTIVES],
];

/** One `@link`. */
export interface Link {
  readonly node: ConstDirectiveNode;
  readonly url: string;
  readonly identity: string;
  readonly version: string;
  readonly prefix: string;
  readonly purpose?: string;
  /** Local name by imported name, both with the sign where they have one. */
  readonly imports: ReadonlyMap<string, string>;
}

const schemaDirectives = (document: DocumentNode): ConstDirectiveNode[] =>
  document.definitions.flatMap((definition) =>
    definition.kind === Kind.SCHEMA_DEFINITION || definition.kind === Kind.SCHEMA_EXTENSION
      ? [...(definition.directives ?? [])]
      : [],
  );

/** The links of a document. */
export const linksOf = (document: DocumentNode): Link[] =>
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

/** True for a link to a guard as a specification of its own. */
export const isGuardLink = ({ identity }: Link): boolean =>
  GUARD_DIRECTIVES.some((guard) => identity === `${SPECS}${guard}`);

/** Names that a subgraph gives to what it links. */
export interface Names {
  /** Canonical directive by local name, without the sign. */
  readonly directives: ReadonlyMap<string, string>;
  /** Local names of the vocabulary's types. */
  readonly types: ReadonlySet<string>;
}

/** The local names of both specifications. */
export const namesOf = (links: readonly Link[]): Names => {
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
