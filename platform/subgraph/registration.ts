/** Refuses a definition that forgets something: an entity without a lookup would be answered by its key alone, past every rule. */
import { Kind, valueFromASTUntyped, type ConstDirectiveNode, type DocumentNode } from "graphql";
import type { SubgraphDefinition, TrackedKind } from "./definition.js";

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

/** A scalar that says not by which rules it is written and read leaves each client to guess. */
const unspecifiedScalars = ({ definitions }: DocumentNode): readonly string[] =>
  definitions.flatMap((node) =>
    node.kind === Kind.SCALAR_TYPE_DEFINITION && !node.directives?.some(({ name }) => name.value === "specifiedBy")
      ? [node.name.value]
      : [],
  );

/** A sentence for each entity without a lookup, each lookup without an entity, each owned type that is no entity, each kind that is not written down, and each scalar without a specification. */
export const registrationProblems = (
  {
    name,
    owns,
    references,
    changes = [],
  }: Pick<SubgraphDefinition<never>, "name" | "owns" | "changes"> & {
    readonly references: Readonly<Record<string, unknown>>;
  },
  sdl: DocumentNode,
  kinds: readonly TrackedKind[],
): string[] => {
  const entities = entitiesOf(sdl);
  const known = new Set(kinds.map(({ kind }) => kind));
  const at = `subgraphs/${name}`;
  return [
    ...[...entities].flatMap(([type, resolvable]) =>
      resolvable && !Object.hasOwn(references, type)
        ? [`${at}: ${type} has a @key and no noun looks it up under references; the gateway could ask for any key.`]
        : [],
    ),
    ...Object.keys(references).flatMap((type) =>
      entities.get(type) ? [] : [`${at}: references looks ${type} up, which has no resolvable @key here.`],
    ),
    ...owns.flatMap((type) => (entities.has(type) ? [] : [`${at}: owns names ${type}, which has no @key here.`])),
    ...unspecifiedScalars(sdl).map(
      (scalar) => `${at}: the scalar ${scalar} has no specifiedByURL: say by which specification it is written.`,
    ),
    ...changes.flatMap(({ kind, type }) =>
      entities.get(type) ? [] : [`${at}: the kind of record ${kind} is of ${type}, which nobody could look up here.`],
    ),
    ...changes.flatMap(({ kind }) =>
      known.has(kind)
        ? []
        : [`${at}: the kind of record ${kind} is not in schema/record-kinds.json; run npm run schema.`],
    ),
  ];
};
