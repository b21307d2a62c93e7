/** The root by which a subgraph gives its part of the feed of changes; the gateway merges the parts. */
import type { Knex } from "knex";
import { Args, Ctx, Directive, Query, Resolver } from "type-graphql";
import { readChanges, type ChangeRow } from "../database/index.js";
import { localDateOf } from "../domain/index.js";
import { badInput } from "../errors/index.js";
import { ChangePage, ChangesArgs, ChangeOperation, type Change, type RecordKind } from "../graphql/index.js";
import type { ServiceDependencies } from "./definition.js";

/** A kind of record whose changes are told; a migration of the service follows its table (createChangeTracking). */
export interface TrackedKind {
  readonly kind: RecordKind;
  /** Keys that are public on the day, for records that stop being so by time alone. @default all that are told of */
  readonly stillPublic?: (db: Knex, keys: readonly string[], today: string) => Promise<ReadonlySet<string>>;
}

/** Name of a subgraph's root. */
export const changesRootOf = (subgraph: string): string => `${subgraph}Changes`;

const START: readonly [string, string] = ["0", "0"];

const readPage = async (
  kinds: readonly TrackedKind[],
  { since, types, first }: ChangesArgs,
  { db, cursors, asOf }: ServiceDependencies,
): Promise<ChangePage> => {
  if (!Number.isInteger(first) || first < 1 || first > 500)
    throw badInput("first", "PAGE_SIZE", "first is between 1 and 500.");
  const wanted = kinds.filter(({ kind }) => types == null || types.includes(kind));
  const list = { ordering: "changes", filter: types == null ? null : [...types].sort() };
  const after = since == null ? START : (cursors.open(since, list).map(String) as [string, string]);
  const rows = await readChanges(db, { kinds: wanted.map(({ kind }) => kind), after, limit: first + 1 });
  const shown = rows.slice(0, first);
  const last = shown.at(-1);
  return {
    cursor: cursors.seal({ ...list, keys: last ? [last.xid, String(last.seq)] : [...after] }),
    hasMore: rows.length > first,
    items: await toChanges(wanted, shown, db, localDateOf(asOf)),
    unavailable: [],
  };
};

/** What time alone has ended is told as gone. */
const toChanges = async (
  kinds: readonly TrackedKind[],
  rows: readonly ChangeRow[],
  db: Knex,
  today: string,
): Promise<Change[]> => {
  const ended = new Set<string>();
  for (const { kind, stillPublic } of kinds) {
    const keys = rows.filter((row) => row.kind === kind && row.op === "UPSERT").map(({ key }) => key);
    if (!stillPublic || keys.length === 0) continue;
    const open = await stillPublic(db, keys, today);
    for (const key of keys) if (!open.has(key)) ended.add(`${kind} ${key}`);
  }
  return rows.map((row) => ({
    kind: row.kind as RecordKind,
    key: row.key,
    op: ended.has(`${row.kind} ${row.key}`) ? ChangeOperation.DELETE : ChangeOperation[row.op],
    version: row.version ?? undefined,
    changedAt: row.changed_at,
  }));
};

/** Creates the resolver class of a subgraph; its root is not in the public schema. */
export const createChangesResolver = (subgraph: string, kinds: readonly TrackedKind[]): Function => {
  @Resolver()
  class ChangesResolver {
    @Directive("@inaccessible")
    @Query(() => ChangePage, {
      nullable: true,
      name: changesRootOf(subgraph),
      description: "Changes of this service, for the gateway to merge (本服务增量更新).",
    })
    async changes(
      @Args(() => ChangesArgs) args: ChangesArgs,
      @Ctx() context: ServiceDependencies,
    ): Promise<ChangePage> {
      return readPage(kinds, args, context);
    }
  }
  return ChangesResolver;
};
