/** Builds a subgraph's executable federation schema and its SDL from a definition. */
import { buildSubgraphSchema } from "@apollo/subgraph";
import { printSchemaWithDirectives } from "@graphql-tools/utils";
import { parse, specifiedDirectives, type GraphQLSchema } from "graphql";
import {
  DISCLOSURE_DIRECTIVE_NAMES,
  DISCLOSURE_DIRECTIVES,
  DISCLOSURE_LINK,
  GUARD_DIRECTIVES,
} from "../disclosure/vocabulary/index.js";
import {
  CatalogCodeScalar,
  checkBounds,
  DateScalar,
  DivisionCodeScalar,
  DocumentNumberScalar,
  MoneyScalar,
  UsccScalar,
} from "../graphql/index.js";
import { buildClasses } from "../graphql/classes/index.js";
import { createChangesResolver } from "./changes.js";
import type { SubgraphContext, SubgraphDefinition } from "./definition.js";
import { registrationProblems } from "./registration.js";

const FEDERATION_LINK = "https://specs.apollo.dev/federation/v2.9";
const FEDERATION_DIRECTIVES = [
  "@key",
  "@shareable",
  "@external",
  "@requires",
  "@provides",
  "@inaccessible",
  "@tag",
  "@composeDirective",
];

const listed = (names: readonly string[]): string => names.map((name) => JSON.stringify(name)).join(", ");

/** Links of a subgraph; guards and sizes are imported where they are used. */
const schemaLinks = (types: string): string => `extend schema
  @link(url: "${FEDERATION_LINK}", import: [${listed([
    ...FEDERATION_DIRECTIVES,
    ...[...GUARD_DIRECTIVES, "listSize"]
      .map((name) => `@${name}`)
      .filter((name) => new RegExp(`${name}\\b`).test(types)),
  ])}])
  @link(url: "${DISCLOSURE_LINK}", import: [${listed(DISCLOSURE_DIRECTIVE_NAMES)}])
${DISCLOSURE_DIRECTIVE_NAMES.map((name) => `  @composeDirective(name: "${name}")`).join("\n")}
`;

/** A subgraph's schema in both forms. */
export interface SubgraphSchema {
  readonly sdl: string;
  readonly schema: GraphQLSchema;
}

/** Builds schema and SDL. Throws where the classes do not make a schema, and a sentence for each thing that is not registered. */
export const buildSubgraph = async <Services>(definition: SubgraphDefinition<Services>): Promise<SubgraphSchema> => {
  const classes = await buildClasses({
    resolvers: [
      ...definition.resolvers,
      ...(definition.changes ? [createChangesResolver(definition.name, definition.changes)] : []),
    ],
    orphanedTypes: definition.orphanedTypes,
    directives: [...specifiedDirectives, ...DISCLOSURE_DIRECTIVES],
    check: checkBounds,
  });
  const types = withoutSchemaBlock(printSchemaWithDirectives(classes.schema));
  const sdl = `${schemaLinks(types)}\n${types}\n`;
  const typeDefs = parse(sdl);
  const problems = registrationProblems(definition, typeDefs);
  if (problems.length > 0) throw new Error(problems.join("\n"));
  const references = Object.fromEntries(
    Object.entries(definition.references).map(([type, lookup]) => [
      type,
      {
        __resolveReference: async (reference: Record<string, unknown>, context: SubgraphContext<Services>) =>
          (await lookup(reference, context.services)) ?? null,
      },
    ]),
  );
  const resolvers: Record<string, unknown> = { ...classes.resolvers };
  for (const [type, lookup] of Object.entries(references)) resolvers[type] = { ...(resolvers[type] ?? {}), ...lookup };
  delete resolvers["_Entity"];
  const schema = buildSubgraphSchema([{ typeDefs, resolvers: resolvers as never }]);
  return { sdl, schema };
};

/** Scalars that all subgraphs share, for those who check arguments before a subgraph does. */
export const SHARED_SCALARS = [
  UsccScalar,
  DivisionCodeScalar,
  CatalogCodeScalar,
  DocumentNumberScalar,
  MoneyScalar,
  DateScalar,
] as const;

const withoutSchemaBlock = (sdl: string): string => sdl.replace(/^schema \{[^}]*\}\n*/m, "").trimEnd();
