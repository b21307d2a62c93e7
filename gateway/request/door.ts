/** What is asked through a path, and what answering takes. */
import type { GraphQLSchema } from "graphql";
import type { TokenVerifier } from "../../platform/auth/index.js";
import type { RegisteredApps } from "../apps/registered-apps.js";
import type { CostModel } from "../document/cost.js";
import type { Generation } from "../generation/generation.js";
import type { Live } from "../live/live.js";
import type { KnowFeedReader } from "./feed-reader.js";
import type { GraphQLServer } from "./graphql-server.js";
import type { FindDocument } from "./named-document.js";
import type { RateLimit } from "./rate-limit.js";
import type { Receipts } from "./receipts.js";
import type { ContextOptions } from "./request-context.js";

/** What the route is made from. */
export interface GraphQLRouteOptions extends ContextOptions {
  readonly verifier: TokenVerifier;
  readonly introspection: boolean;
  readonly apps: RegisteredApps;
  readonly rate: RateLimit;
  /** Knows the process that pushes changes. */
  readonly knowFeedReader: KnowFeedReader;
  /** Finds documents that are named instead of sent. */
  readonly findDocument: FindDocument;
  /** Signs receipts of answers. @default none are given */
  readonly receipts?: Receipts | undefined;
  /** Subscriptions of all doors. */
  readonly live: Live;
  /** How many proxies stand before the gateway: the client's address is what the outermost of them says. */
  readonly trustedProxies: number;
}

/** What is asked through a path: the whole graph, or a contract of it. */
export interface Door {
  /** Name of the contract. @default the whole graph */
  readonly contract?: string;
  readonly server: GraphQLServer;
  /** What documents cost in the generation in use. */
  readonly costs: () => CostModel;
  /** Seconds for which anybody may keep a root field's answer to readers without a token, and fields with which none is kept. */
  readonly cached: () => Readonly<Record<string, number>>;
  /** What operations are validated against. */
  readonly schema: () => GraphQLSchema;
}

/** What a door goes by of the generation in use. */
export const shownOf = (current: () => Generation): Pick<Door, "costs" | "cached" | "schema"> => ({
  costs: () => current().costs,
  cached: () => current().policy.table.cached ?? {},
  schema: () => current().schema,
});
