/** What a planner gives: which service is asked for what, in which order. Any planner that speaks it can stand behind the engine. */

/** A step of a plan. */
export type PlanNode = SequenceNode | ParallelNode | FlattenNode | FetchNode;

/** Steps of which each needs what the earlier ones gave. */
export interface SequenceNode {
  readonly kind: "Sequence";
  readonly nodes: readonly PlanNode[];
}

/** Steps that need nothing of each other. */
export interface ParallelNode {
  readonly kind: "Parallel";
  readonly nodes: readonly PlanNode[];
}

/** A step about the objects at a place: response keys, `@` for each position of a list. */
export interface FlattenNode {
  readonly kind: "Flatten";
  readonly path: readonly string[];
  readonly node: PlanNode;
}

/** One request to a service. */
export interface FetchNode {
  readonly kind: "Fetch";
  readonly serviceName: string;
  /** Source text. */
  readonly operation: string;
  readonly operationName?: string | undefined;
  readonly operationKind: string;
  readonly variableUsages?: readonly string[] | undefined;
  /** What of each object the service needs to find it; undefined for fields of the root. */
  readonly requires?: readonly Required[] | undefined;
  readonly inputRewrites?: readonly Rewrite[] | undefined;
  readonly outputRewrites?: readonly Rewrite[] | undefined;
}

/** A part of a representation. */
export type Required = RequiredField | RequiredFragment;

/** A field of the object, under the same name in data and representation. */
export interface RequiredField {
  readonly kind: "Field";
  readonly name: string;
  readonly selections?: readonly Required[] | undefined;
}

/** Fields of objects of a type. */
export interface RequiredFragment {
  readonly kind: "InlineFragment";
  readonly typeCondition?: string | undefined;
  readonly selections: readonly Required[];
}

/** Something that is changed at a path of names and `... on Type`: before a representation is sent, or once an answer is there. */
export type Rewrite =
  | { readonly kind: "ValueSetter"; readonly path: readonly string[]; readonly setValueTo: unknown }
  | { readonly kind: "KeyRenamer"; readonly path: readonly string[]; readonly renameKeyTo: string };
