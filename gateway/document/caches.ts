/** Bounds of everything that the gateway remembers of documents, and the two stores that Apollo's packages are given. */
import type { DocumentNode } from "graphql";
import { visit } from "graphql";
import { createLru, type Lru } from "../lru.js";

const MIB = 1024 * 1024;

/** Most bytes of each cache. */
export const CACHE_BYTES = {
  /** Validated documents by their text. */
  known: 16 * MIB,
  /** The same as Apollo Server keeps them, without their text. */
  documents: 4 * MIB,
  plans: 24 * MIB,
  /** What of a document is closed. */
  analysed: 8 * MIB,
  /** Documents as one class of viewers may have them executed. */
  pruned: 16 * MIB,
  /** Requests to one subgraph that does not enforce the policy itself. */
  guarded: 4 * MIB,
} as const;

/** A store as Apollo's packages use it. */
export interface Store<Value> {
  get(key: string): Promise<Value | undefined>;
  set(key: string, value: Value): Promise<void>;
  delete(key: string): Promise<boolean>;
  clear(): void;
}

const storeOf = <Value>(lru: Lru<Value>, kept: (value: Value) => Value): Store<Value> => ({
  get: async (key) => lru.find(key),
  async set(key, value) {
    lru.set(key, kept(value));
  },
  async delete(key) {
    const known = lru.find(key) !== undefined;
    lru.delete(key);
    return known;
  },
  clear: () => lru.clear(),
});

/** Store of validated documents. */
export const createDocumentStore = (lru: Lru<DocumentNode> = createLru(CACHE_BYTES.documents)): Store<DocumentNode> =>
  storeOf(lru, withoutText);

/** Store of plans. */
export const createPlanStore = <Plan>(lru: Lru<Plan>): Store<Plan> => storeOf(lru, (plan) => plan);

/** A copy without locations: each of them holds the whole text and its tokens, comments included. */
export const withoutText = (document: DocumentNode): DocumentNode =>
  visit(document, {
    enter({ loc: _loc, ...node }) {
      return node;
    },
  }) as DocumentNode;
