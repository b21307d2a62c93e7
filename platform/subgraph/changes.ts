/** The root by which a subgraph gives its part of the feed of changes; the gateway merges the parts. */
import { Args, Ctx, Directive, Query, Resolver } from "../graphql/classes/index.js";
import { beginCopy, readChanges, type ChangeRow, type FeedPlace } from "../database/index.js";
import { localDateOf } from "../domain/index.js";
import { ServiceError, badInput } from "../errors/index.js";
import { ChangePage, ChangesArgs, ChangeOperation, nodeIdOf, type Change } from "../graphql/index.js";
import type { ServiceDependencies, TrackedKind } from "./definition.js";
import { changesRootOf } from "./wire.js";

type Keys = readonly (string | number)[];

const keysOf = ({ epoch, at, begunXid, completeAt, copied }: FeedPlace): Keys => [
  ...[epoch, ...at, begunXid, completeAt],
  ...(copied === undefined ? [] : [copied]),
];

const placeOf = ([epoch, number, xid, seq, begunXid, completeAt, copied]: Keys): FeedPlace => ({
  epoch: String(epoch),
  at: [Number(number), String(xid), String(seq)],
  begunXid: String(begunXid),
  completeAt: Number(completeAt),
  ...(copied === undefined ? {} : { copied: String(copied) }),
});

const expired = (): ServiceError =>
  new ServiceError(
    "BAD_USER_INPUT",
    "The copy can not be continued from here: begin again without `since`, and drop what is not told of again.",
    { argument: "since", reason: "CURSOR_EXPIRED" },
  );

const readPage = async (
  kinds: readonly TrackedKind[],
  { since, types, first, copying }: ChangesArgs,
  { db, cursors, asOf }: ServiceDependencies,
): Promise<ChangePage> => {
  if (!Number.isInteger(first) || first < 1 || first > 500)
    throw badInput("first", "PAGE_SIZE", "first is between 1 and 500.");
  const wanted = kinds.filter(({ kind }) => types == null || types.includes(kind));
  const list = { ordering: "changes", filter: types == null ? null : [...types].sort() };
  const today = localDateOf(asOf);
  if (copying) {
    if (since != null) throw badInput("copying", "COPYING", "copying begins a copy: it comes without since.");
    const cursor = cursors.seal({ ...list, keys: keysOf(await beginCopy(db, today)) });
    return { cursor, hasMore: false, items: [], unavailable: [] };
  }
  const piece = await readChanges(db, {
    kinds: wanted.map(({ kind }) => kind),
    ...(since == null ? {} : { after: placeOf(openSince(since, list, cursors)) }),
    limit: first,
    today,
  });
  if (piece === undefined) throw expired();
  return {
    cursor: cursors.seal({ ...list, keys: keysOf(piece.place) }),
    hasMore: piece.hasMore,
    items: piece.rows.map((row) => toChange(wanted, row)),
    unavailable: [],
  };
};

/** The cursor's place. Throws BAD_USER_INPUT that names the argument, and says where the reader has to begin again. */
const openSince = (
  since: string,
  list: { ordering: string; filter: unknown },
  cursors: ServiceDependencies["cursors"],
): Keys => {
  try {
    return cursors.open(since, list);
  } catch (error) {
    if (error instanceof ServiceError && error.details.reason === "CURSOR_EXPIRED") throw expired();
    throw badInput("since", "CURSOR", "The cursor is not one that this feed gave.");
  }
};

const toChange = (kinds: readonly TrackedKind[], { kind, key, op, version, changed_at }: ChangeRow): Change => ({
  kind,
  key,
  nodeId: nodeIdOf(kinds.find((each) => each.kind === kind)!.type, key),
  op: ChangeOperation[op],
  version: version ?? undefined,
  changedAt: changed_at,
});

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
