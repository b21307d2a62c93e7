/** The PostgreSQL client of knex extended: a statement ends with the request that asked for it. */
import { createRequire } from "node:module";
import type { Knex } from "knex";
import { currentWork } from "./request-work.js";

/** A connection of the pool; knex gives it up where it is marked as disposed. */
interface Connection {
  __knex__disposed?: unknown;
}

/** What knex's own client does, as far as it is changed here. */
interface PostgresClient {
  acquireConnection(): Promise<Connection>;
  cancelQuery(connection: Connection): Promise<unknown>;
  _query(connection: Connection, statement: Statement): Promise<Statement>;
}

interface Statement {
  readonly sql: string;
  readonly response?: { readonly rowCount?: number | null };
}

/** What ends a transaction is sent whatever became of the request: without it the connection would go back with the transaction open. */
const ENDS_TRANSACTION = /^\s*(commit|rollback|release)\b/i;

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
    let cancelled: Promise<void> | undefined;
    const forget = work.onStop(() => {
      // With pg_cancel_backend on a connection of its own: pg's cancel request does not go through TLS.
      cancelled = this.cancelQuery(connection).then(
        () => undefined,
        (error: unknown) => void (connection.__knex__disposed = error),
      );
    });
    try {
      const done = await super._query(connection, statement);
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
}

/** The client as knex wants it. */
export const requestClient = RequestClient as unknown as typeof Knex.Client;
