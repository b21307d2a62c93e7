/** The PostgreSQL client of knex extended: a statement ends with the request that asked for it, and is prepared where it comes again. */
import { createRequire } from "node:module";
import type { Knex } from "knex";
import { createStatementNames, isOutdated, type StatementNames } from "./prepared.js";
import { currentWork } from "./request-work.js";

/** A connection of the pool; knex gives it up where it is marked as disposed. */
interface Connection {
  __knex__disposed?: unknown;
  /** Knex's name of the transaction that has it. */
  readonly __knexTxId?: string;
}

/** What knex's own client does, as far as it is changed here. */
interface PostgresClient {
  /** The same object for a pool and for the transactions on it. */
  readonly config: object;
  acquireConnection(): Promise<Connection>;
  cancelQuery(connection: Connection): Promise<unknown>;
  _query(connection: Connection, statement: Statement): Promise<Statement>;
}

interface Statement {
  readonly sql: string;
  /** Given to pg beside text and values. */
  options?: { readonly name?: string };
  readonly response?: { readonly rowCount?: number | null };
}

/** What ends a transaction is sent whatever became of the request: without it the connection would go back with the transaction open. */
const ENDS_TRANSACTION = /^\s*(commit|rollback|release)\b/i;

const names = new WeakMap<object, StatementNames>();

/** The names of a pool; knex makes a client for each transaction, so they are kept beside it. */
const namesOf = (config: object): StatementNames => {
  const known = names.get(config) ?? createStatementNames();
  names.set(config, known);
  return known;
};

/** What has a plan is prepared. */
const IS_PLANNED = /^\s*(select|with|insert|update|delete)\b/i;

const BaseClient = createRequire(import.meta.url)("knex/lib/dialects/postgres/index.js") as new (
  config: Knex.Config,
) => PostgresClient;

/** Client whose statements belong to the work on whose behalf they run; outside a request it is knex's own. */
class RequestClient extends BaseClient {
  override acquireConnection(): Promise<Connection> {
    const work = currentWork();
    return work && !work.goesOn() ? Promise.reject(work.stopped()!) : super.acquireConnection();
  }

  override async _query(connection: Connection, statement: Statement): Promise<Statement> {
    const work = currentWork();
    if (!work || ENDS_TRANSACTION.test(statement.sql)) return super._query(connection, statement);
    if (!work.goesOn()) throw work.stopped()!;
    const name = IS_PLANNED.test(statement.sql) ? namesOf(this.config).of(statement.sql) : undefined;
    if (name !== undefined) statement.options = { ...statement.options, name };
    let cancelled: Promise<void> | undefined;
    const forget = work.onStop(() => {
      // With pg_cancel_backend on a connection of its own: pg's cancel request does not go through TLS.
      cancelled = this.cancelQuery(connection).then(
        () => undefined,
        (error: unknown) => void (connection.__knex__disposed = error),
      );
    });
    try {
      const done = await this.sendPrepared(connection, statement);
      work.takeRows(done.response?.rowCount ?? 0);
      return done;
    } catch (error) {
      throw work.stopped() ?? error;
    } finally {
      forget();
      // The connection goes back only when no cancellation can meet the statement of who has it next.
      if (cancelled) await cancelled;
    }
  }

  /**
   * Sends it; where a table got other columns while the service ran, once more as text, on a connection that is then given up. A
   * transaction is over by then: who began it repeats it.
   */
  private async sendPrepared(connection: Connection, statement: Statement): Promise<Statement> {
    try {
      return await super._query(connection, statement);
    } catch (error) {
      if (!isOutdated(error)) throw error;
      connection.__knex__disposed = error;
      if (connection.__knexTxId !== undefined) throw error;
      statement.options = {};
      return super._query(connection, statement);
    }
  }
}

/** The client as knex wants it. */
export const requestClient = RequestClient as unknown as typeof Knex.Client;
