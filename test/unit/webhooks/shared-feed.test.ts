/** A feed that is read once for all webhooks that follow the same: counted by what is asked of it. */
import { shareFeed, type Feed, type Piece } from "../../../platform/webhooks/index.js";

interface Written {
  readonly kind: string;
}

/** A feed over a list that grows; a cursor is a place in it, with whose it is. */
const feedOver = (written: readonly Written[]) => {
  const asked: string[] = [];
  let refuses: string | undefined;
  let isWhole = true;
  const pieceFrom = (at: number, kinds: readonly string[], whose: string): Piece => ({
    ...{ cursor: `${written.length} ${whose}`, hasMore: false, isWhole },
    items: written.slice(at).filter(({ kind }) => kinds.length === 0 || kinds.includes(kind)),
  });
  const feed: Feed = {
    async read({ cursor, kinds }) {
      asked.push(cursor);
      const [at, whose = ""] = cursor.split(" ");
      return refuses ?? pieceFrom(Number(at), kinds, whose);
    },
    async begin(kinds) {
      asked.push("begin");
      return refuses ?? pieceFrom(written.length, kinds, "all");
    },
  };
  return {
    asked,
    feed,
    refuse: (reason?: string) => void (refuses = reason),
    lack: (whole: boolean) => void (isWhole = whole),
  };
};

const TIMES = { freshMs: 100, ownMs: 10_000 };

const begin = (count: number) => {
  const written: Written[] = [{ kind: "A" }];
  const source = feedOver(written);
  let now = 0;
  const read = shareFeed(source.feed, { times: TIMES, elapsed: () => now });
  const cursors = Array.from({ length: count }, (_one, at) => `0 app-${at}`);
  /** Each webhook has a turn; what it is told. */
  const round = async (kinds: readonly string[] = []): Promise<(readonly unknown[] | string)[]> => {
    now += TIMES.freshMs;
    return Promise.all(
      cursors.map(async (cursor, at) => {
        const piece = await read({ clientId: `app-${at}`, cursor, kinds });
        if (typeof piece === "string") return piece;
        cursors[at] = piece.cursor;
        return piece.items;
      }),
    );
  };
  const asksOf = async (work: () => Promise<unknown>): Promise<number> => {
    source.asked.length = 0;
    await work();
    return source.asked.length;
  };
  return { ...source, written, cursors, round, asksOf: asksOf, wait: (ms: number) => void (now += ms) };
};

it("while nothing changes it is read once, for however many follow it", async () => {
  const { round, asksOf, cursors } = begin(50);
  expect(await round()).toEqual(Array(50).fill([{ kind: "A" }]));
  expect(await asksOf(() => round())).toBe(1);
  expect(await asksOf(() => round())).toBe(1);
  expect(cursors).toEqual(Array.from({ length: 50 }, (_one, at) => `1 app-${at}`));
});

it("what changes is read by each at its own place, and told once", async () => {
  const { round, written, asksOf } = begin(3);
  await round();
  await round();
  written.push({ kind: "B" });
  expect(await round()).toEqual(Array(3).fill([{ kind: "B" }]));
  expect(await round()).toEqual(Array(3).fill([]));
  expect(await asksOf(() => round())).toBe(1);
});

it("who follows other kinds is read for nothing when what it does not follow changes", async () => {
  const { round, written, asksOf } = begin(3);
  await round(["A"]);
  written.push({ kind: "B" });
  expect(await asksOf(async () => expect(await round(["A"])).toEqual(Array(3).fill([])))).toBe(1);
});

it("a cursor that its admin gives is read at once", async () => {
  const { round, cursors } = begin(2);
  await round();
  cursors[1] = "0 app-1";
  expect(await round()).toEqual([[], [{ kind: "A" }]]);
});

it("where a service did not answer each is read again, until it has all", async () => {
  const { round, lack, asksOf } = begin(4);
  lack(false);
  await round();
  expect(await asksOf(() => round())).toBeGreaterThanOrEqual(4);
  lack(true);
  await round();
  await round();
  expect(await asksOf(() => round())).toBe(1);
});

it("each is read at its own place now and then, whatever was seen", async () => {
  const { round, asksOf, wait } = begin(4);
  await round();
  wait(TIMES.ownMs);
  expect(await asksOf(() => round())).toBe(5);
});

it("what the feed refuses is told to each, and where it takes them again all goes on", async () => {
  const { round, refuse, asksOf } = begin(2);
  await round();
  refuse("CURSOR_EXPIRED");
  expect(await round()).toEqual(["CURSOR_EXPIRED", "CURSOR_EXPIRED"]);
  refuse();
  await round();
  await round();
  expect(await asksOf(() => round())).toBe(1);
});
