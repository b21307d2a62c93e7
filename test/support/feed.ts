/** Reading the feed of changes as an application does: through the gateway, by its cursor alone. */
import { createCursorCodec } from "../../platform/graphql/index.js";
import { until } from "./one-subgraph.js";
import type { Answer, TestStack } from "./stack.js";

/** A change as the feed tells it. */
export interface Item {
  readonly kind: string;
  readonly key: string;
  readonly op: string;
  readonly version: number | null;
}

/** A piece of the feed. */
export interface Feed {
  readonly cursor: string;
  readonly hasMore: boolean;
  readonly items: readonly Item[];
  readonly unavailable: readonly string[];
}

/** What is asked of the feed. */
export interface FeedQuestion {
  readonly since?: string | undefined;
  readonly types?: readonly string[];
  readonly first?: number;
}

/** Asks and gives the whole answer, errors included. */
export const askFeed = (stack: TestStack, variables: FeedQuestion): Promise<Answer> =>
  stack.ask(
    `query ($since: String, $types: [RecordKind!], $first: Int = 500) {
      changes(since: $since, types: $types, first: $first) { cursor hasMore unavailable items { kind key op version changedAt } } }`,
    { variables },
  );

/** A piece, which must be without errors. */
export const readFeed = async (stack: TestStack, variables: FeedQuestion): Promise<Feed> => {
  const { body } = await askFeed(stack, variables);
  expect(body.errors).toBeUndefined();
  return body.data.changes as Feed;
};

/**
 * Waits for writers of other databases of the server that began before: transactions are numbered for the whole server, so
 * that tests beside this one hold its feed back. Writers of this database are waited for by nobody.
 */
export const othersSettled = async ({ database: { name, select } }: TestStack): Promise<void> => {
  const [next] = await select<{ xid: string }>(
    "select mod(pg_snapshot_xmax(pg_current_snapshot())::text::numeric, 4294967296)::text as xid",
  );
  await until(async () => {
    const [row] = await select<{ writers: number }>(
      `select count(*)::int as writers from pg_stat_activity
       where datname <> '${name}' and backend_xid::text::numeric < ${next!.xid}`,
    );
    return row!.writers === 0;
  });
};

/** Everything from a cursor on, and the last cursor. */
export const drainFeed = async (
  stack: TestStack,
  { since, ...question }: FeedQuestion,
): Promise<{ items: Item[]; cursor: string }> => {
  await othersSettled(stack);
  const items: Item[] = [];
  for (let cursor = since; ;) {
    const page = await readFeed(stack, { since: cursor, ...question });
    items.push(...page.items);
    cursor = page.cursor;
    if (!page.hasMore) return { items, cursor };
  }
};

/** The cursor with the place of one service changed; sealed with the secret of the tests. */
export const withPlace = (
  cursor: string,
  service: string,
  types: readonly string[],
  change: (keys: (string | number)[]) => (string | number)[],
): string => {
  const codec = createCursorCodec("test");
  const list = { ordering: "changes", filter: [...types].sort() };
  const vector = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")) as Record<string, string>;
  const keys = change([...codec.open(vector[service]!, list)]);
  return Buffer.from(JSON.stringify({ ...vector, [service]: codec.seal({ ...list, keys }) })).toString("base64url");
};
