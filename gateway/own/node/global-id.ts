/** Global ids: `Type:key`, or the `id` of a type that has one of its own. Pure. */
import type { NodeType } from "../../../platform/graphql/node-types.js";

/** A reference as `_entities` takes it. */
export type Representation = Readonly<Record<string, unknown>> & { readonly __typename: string };

/** What an id may stand for. */
export interface Candidate {
  readonly node: NodeType;
  readonly representation: Representation;
}

/** The global id of a type whose key is not `id`. */
export const globalIdOf = (type: string, key: unknown): string => `${type}:${String(key)}`;

const WHOLE = /^\d{1,9}$/;

/** What the key stands for; none where it can not be one of the type. */
const candidate = (node: NodeType, key: string): Candidate[] => {
  if (key === "" || (node.scalar === "Int" && !WHOLE.test(key))) return [];
  const value = node.scalar === "Int" ? Number(key) : key;
  return [{ node, representation: { __typename: node.type, [node.key]: value } }];
};

/** What an id may stand for: one record where it names its type, else one of each type that has ids of its own. */
export const candidatesOf = (id: string, nodes: readonly NodeType[]): readonly Candidate[] => {
  const colon = id.indexOf(":");
  const named = nodes.find(({ type }) => type === id.slice(0, Math.max(colon, 0)));
  if (named !== undefined) return candidate(named, id.slice(colon + 1));
  return nodes.filter(({ key }) => key === "id").flatMap((node) => candidate(node, id));
};
