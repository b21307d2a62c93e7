/** What must stand in an answer while one service does not answer: computed from the SDL of the subgraphs, not by the product. */
import { readdirSync, readFileSync } from "node:fs";
import {
  getNamedType,
  isCompositeType,
  isObjectType,
  Kind,
  parse,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type SelectionSetNode,
} from "graphql";
import { projectPath } from "../../platform/config/index.js";

/** Leaves of an answer by their path. */
export interface Leaves {
  /** Those that other services give. */
  readonly kept: Readonly<Record<string, unknown>>;
  /** Those that the one service alone gives, or that stand below what it gives. */
  readonly lost: readonly string[];
}

interface Giver {
  readonly givers: Set<string>;
  /** Fields that the subgraph needs first (`@requires`). */
  readonly requires: string[];
}

/** Subgraphs that give each field, by `Type.field`. */
const giversOfFields = (): ReadonlyMap<string, Giver> => {
  const fields = new Map<string, Giver>();
  for (const file of readdirSync(projectPath("schema/subgraphs"))) {
    const { definitions } = parse(readFileSync(projectPath(`schema/subgraphs/${file}`), "utf8"));
    for (const type of definitions) {
      if (type.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
      for (const { name, directives = [] } of type.fields ?? []) {
        if (directives.some((directive) => directive.name.value === "external")) continue;
        const key = `${type.name.value}.${name.value}`;
        const entry = fields.get(key) ?? { givers: new Set(), requires: [] };
        fields.set(key, entry);
        entry.givers.add(file.replace(".graphql", ""));
        const needed = directives.find((directive) => directive.name.value === "requires")?.arguments?.[0]?.value;
        if (needed?.kind === Kind.STRING)
          entry.requires.push(...needed.value.split(" ").map((field) => `${type.name.value}.${field}`));
      }
    }
  }
  return fields;
};

const GIVERS = giversOfFields();

/** Sorts the leaves of a whole answer by whether they depend on the service that is down; what is computed from it is left out. */
export const leavesWithout = (
  down: string,
  { schema, document, data }: { schema: GraphQLSchema; document: DocumentNode; data: unknown },
): Leaves => {
  const kept: Record<string, unknown> = {};
  const lost: string[] = [];
  const fragments = new Map(
    document.definitions.flatMap((definition): [string, FragmentDefinitionNode][] =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [],
    ),
  );
  const gives = (field: string): boolean => [...(GIVERS.get(field)?.givers ?? [])].some((giver) => giver !== down);
  const walk = (set: SelectionSetNode, type: string, value: unknown, path: string, stands: boolean): void => {
    if (Array.isArray(value)) return value.forEach((item, index) => walk(set, type, item, `${path}.${index}`, stands));
    if (value === null || typeof value !== "object") return;
    for (const selection of set.selections) {
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        walk(selection.selectionSet, selection.typeCondition?.name.value ?? type, value, path, stands);
      } else if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = fragments.get(selection.name.value)!;
        walk(fragment.selectionSet, fragment.typeCondition.name.value, value, path, stands);
      } else {
        const key = (selection.alias ?? selection.name).value;
        const field = `${type}.${selection.name.value}`;
        const parent = schema.getType(type);
        if (!isObjectType(parent) || !(key in value)) continue;
        if (GIVERS.get(field)?.requires.some((needed) => !gives(needed))) continue;
        const result = getNamedType(parent.getFields()[selection.name.value]!.type);
        const child = (value as Record<string, unknown>)[key];
        const still = stands && gives(field);
        const childPath = path === "" ? key : `${path}.${key}`;
        if (isCompositeType(result)) walk(selection.selectionSet!, result.name, child, childPath, still);
        else if (still) kept[childPath] = child;
        else lost.push(childPath);
      }
    }
  };
  for (const definition of document.definitions)
    if (definition.kind === Kind.OPERATION_DEFINITION) walk(definition.selectionSet, "Query", data, "", true);
  return { kept, lost };
};

/** The value at a path; undefined where anything on the way is null. */
export const valueAt = (data: unknown, path: string): unknown =>
  path.split(".").reduce<unknown>((value, key) => (value as Record<string, unknown> | null | undefined)?.[key], data);
