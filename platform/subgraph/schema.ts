/** Builds a subgraph's executable federation schema and its SDL from a definition. */
import { buildSubgraphSchema } from "@apollo/subgraph";
import { printSchemaWithDirectives } from "@graphql-tools/utils";
import { parse, specifiedDirectives, type GraphQLSchema } from "graphql";
import { DISCLOSURE_DIRECTIVES } from "../disclosure/vocabulary/index.js";
import { CACHE_CONTROL, checkBounds, recordKinds, setRecordKinds, type DeclaredKind } from "../graphql/index.js";
import { buildClasses } from "../graphql/classes/index.js";
import { createChangesResolver } from "./changes.js";
import { withLinks } from "./links.js";
import type { SubgraphContext, SubgraphDefinition } from "./definition.js";
import { createNoticesResolver } from "./notices.js";
import { registrationProblems } from "./registration.js";

/** A subgraph's schema in both forms. */
export interface SubgraphSchema {
  readonly sdl: string;
  readonly schema: GraphQLSchema;
}

/**
 * Builds schema and SDL; `kinds` are the kinds of record of all services.
 * Throws where the classes do not make a schema, and a sentence for each thing that is not registered.
 * @default kinds those that the last `npm run schema` wrote down
 */
export const buildSubgraph = async <Services>(
  definition: SubgraphDefinition<Services>,
  kinds: readonly DeclaredKind[] = recordKinds(),
): Promise<SubgraphSchema> => {
  setRecordKinds(kinds);
  const classes = await buildClasses({
    resolvers: [
      ...definition.resolvers,
      ...(definition.changes ? [createChangesResolver(definition.name, definition.changes)] : []),
      ...(definition.notices ? [createNoticesResolver(definition.name, definition.notices)] : []),
    ],
    orphanedTypes: definition.orphanedTypes,
    directives: [...specifiedDirectives, ...DISCLOSURE_DIRECTIVES, CACHE_CONTROL],
    check: checkBounds,
  });
  const types = withoutSchemaBlock(printSchemaWithDirectives(classes.schema));
  const sdl = withLinks(types);
  const typeDefs = parse(sdl);
  const problems = registrationProblems(definition, typeDefs, kinds);
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

const withoutSchemaBlock = (sdl: string): string => sdl.replace(/^schema \{[^}]*\}\n*/m, "").trimEnd();
