/** What a service loads and exports, what loaders ask it, and what follows a load: the part of its definition that needs no graph, for commands that are short. */
import type { Knex } from "knex";
import type { ExportKind } from "../export/index.js";
import type { ImportKind } from "../import/index.js";
import type { StepsInTime } from "../write/steps-in-time.js";

/** What a batch call is answered with. */
export interface BatchDependencies {
  readonly db: Knex;
  /** The caller's day and time. */
  readonly asOf: Date;
}

/** A call of one process of the product to a service for many records at once. */
export type BatchCall = (input: unknown, dependencies: BatchDependencies) => Promise<unknown>;

/** A service's `loading.ts`. */
export interface Loading {
  /** Kinds of export that the service loads; schema/subgraphs.json lists their names too. */
  readonly imports?: readonly ImportKind[];
  /** Kinds of exchange file that the service writes, each of them a kind that it loads; schema/subgraphs.json lists their names too. */
  readonly exports?: readonly ExportKind[];
  /** Signed batch calls that other processes of the product make, at `/batch/<name>`; never in the graph. */
  readonly batches?: Readonly<Record<string, BatchCall>>;
  /** Recomputes the service's figures as of the day, in the caller's transaction. */
  readonly refresh?: (db: Knex, today: string) => Promise<void>;
  /** Takes the steps of records that time alone brings about by then, each once however often it is called. */
  readonly stepsInTime?: (db: Knex, asOf: Date) => Promise<StepsInTime>;
}
