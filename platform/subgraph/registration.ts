/** Refuses a definition that forgets something: an entity without a lookup would be answered by its key alone, past every rule. */
import { Kind, valueFromASTUntyped, type ConstDirectiveNode, type DocumentNode } from "graphql";
import type { SubgraphDefinition } from "./definition.js";

const isResolvable = ({ arguments: given }: ConstDirectiveNode): boolean => {
  const resolvable = given?.find(({ name }) => name.value === "resolvable")?.value;
  return resolvable === undefined || valueFromASTUntyped(resolvable) !== false;
};

/** Entity types of a subgraph's SDL, and whether the gateway may ask for them by a key. */
const entitiesOf = ({ definitions }: DocumentNode): ReadonlyMap<string, boolean> =>
  new Map(
    definitions.flatMap((node) => {
      if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.OBJECT_TYPE_EXTENSION) return [];
      const keys = (node.directives ?? []).filter(({ name }) => name.value === "key");
      return keys.length === 0 ? [] : [[node.name.value, keys.some(isResolvable)] as const];
    }),
  );

/** A sentence for each entity without a lookup, each lookup without an entity, and each owned type that is no entity. */
export const registrationProblems = (
  {
    name,
    owns,
    references,
  }: Pick<SubgraphDefinition<never>, "name" | "owns"> & {
    readonly references: Readonly<Record<string, unknown>>;
  },
  sdl: DocumentNode,
): string[] => {
  const entities = entitiesOf(sdl);
  const at = `subgraphs/${name}/subgraph.ts`;
  return [
    ...[...entities].flatMap(([type, resolvable]) =>
      resolvable && !Object.hasOwn(references, type)
        ? [`${at}: ${type} has a @key and no lookup under references; the gateway could ask for any key.`]
        : [],
    ),
    ...Object.keys(references).flatMap((type) =>
      entities.get(type) ? [] : [`${at}: references looks ${type} up, which has no resolvable @key here.`],
    ),
    ...owns.flatMap((type) => (entities.has(type) ? [] : [`${at}: owns names ${type}, which has no @key here.`])),
  ];
};
