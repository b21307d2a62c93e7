/** What the gateway and its planning thread say to each other: one question at a time, one reply to each. Plain values alone. */
import type { PlanNode } from "../compiled/plan.js";

/** What the thread is asked: to load a supergraph, to plan, or both. */
export interface PlanningQuestion {
  /** Tells supergraphs apart. */
  readonly graph: string;
  /** Its text, where this thread has not loaded it yet. */
  readonly supergraph?: string | undefined;
  /** Text of the document to plan. */
  readonly document?: string | undefined;
}

/** Told, not asked: the supergraph is no longer needed. */
export interface ForgetGraph {
  readonly forget: string;
}

/** What a supergraph is once it is loaded. */
export interface LoadedGraph {
  /** The schema that operations are validated against, as text. */
  readonly schema: string;
  /** Of every interface and union, also those that no client sees, the types that meet a condition on it. */
  readonly subtypes: ReadonlyMap<string, ReadonlySet<string>>;
}

/** What the thread replies; an error is the supergraph's or the document's. */
export type PlanningReply =
  | { readonly kind: "loaded"; readonly graph: LoadedGraph }
  | { readonly kind: "planned"; readonly plan: PlanNode | undefined }
  | { readonly kind: "failed"; readonly message: string };
