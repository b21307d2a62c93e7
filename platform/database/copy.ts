/** Bulk load through COPY: the fastest way in, used by seeds and imports. */
import { pipeline } from "node:stream/promises";
import { Readable } from "node:stream";
import type { Knex } from "knex";
import type { Client } from "pg";
import { from as copyFrom } from "pg-copy-streams";

/** A value that COPY can carry. */
export type CopyValue = string | number | bigint | boolean | null;

const SPECIAL = /[\\\t\n\r]/;
const ESCAPES: Readonly<Record<string, string>> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

const escaped = (value: CopyValue): string => {
  if (value === null) return "\\N";
  const text = String(value);
  return SPECIAL.test(text) ? text.replaceAll(/[\\\t\n\r]/g, (character) => ESCAPES[character] ?? "") : text;
};

function* lines(rows: Iterable<readonly CopyValue[]>): Generator<string> {
  let block = "";
  for (const row of rows) {
    block += `${row.map(escaped).join("\t")}\n`;
    if (block.length > 65_536) {
      yield block;
      block = "";
    }
  }
  if (block !== "") yield block;
}

/** Appends rows to a table of the service's schema, in one statement on one connection. */
export const copyRows = async (
  db: Knex,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly CopyValue[]>,
): Promise<void> => {
  const client = db.client as {
    acquireConnection(): Promise<Client>;
    releaseConnection(connection: Client): Promise<void>;
  };
  const connection = await client.acquireConnection();
  try {
    const names = columns.map((column) => `"${column}"`).join(", ");
    await pipeline(Readable.from(lines(rows)), connection.query(copyFrom(`copy "${table}" (${names}) from stdin`)));
  } finally {
    await client.releaseConnection(connection);
  }
};
