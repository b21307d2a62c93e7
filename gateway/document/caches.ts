/** Bounds of everything that the gateway remembers of documents, and the store of plans that ApolloGateway is given. */
import type { DocumentNode } from "graphql";
import { visit } from "graphql";
import type { Lru } from "../lru.js";

const MIB = 1024 * 1024;

/** Most bytes of each cache. */
export const CACHE_BYTES = {
  /** Validated documents by their text. */
  known: 16 * MIB,
  plans: 24 * MIB,
  /** What of a document is closed. */
  analysed: 8 * MIB,
  /** Documents as one class of viewers may have them executed. */
  pruned: 16 * MIB,
  /** Requests to one subgraph that does not enforce the policy itself. */
  guarded: 4 * MIB,
  /** Answers about the schema, as they are sent. */
  introspection: 8 * MIB,
} as const;

/** A store as Apollo's packages use it. */
export interface Store<Value> {
  get(key: string): Promise<Value | undefined>;
  set(key: string, value: Value): Promise<void>;
  delete(key: string): Promise<boolean>;
  clear(): void;
}

/** Store of plans. */
export const createPlanStore = <Plan>(lru: Lru<Plan>): Store<Plan> => ({
  get: async (key) => lru.find(key),
  async set(key, plan) {
    lru.set(key, plan);
  },
  async delete(key) {
    const known = lru.find(key) !== undefined;
    lru.delete(key);
    return known;
  },
  clear: () => lru.clear(),
});

/** A copy without locations: each of them holds the whole text and its tokens, comments included. */
export const withoutText = (document: DocumentNode): DocumentNode =>
  visit(document, {
    enter({ loc: _loc, ...node }) {
      return node;
    },
  }) as DocumentNode;
