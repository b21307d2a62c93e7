/** The attack on the feed of changes: of records that were repaired, withdrawn, ended or hidden, a stranger learns as much as of records that never were. */
import { createHash } from "node:crypto";
import type { Knex } from "knex";
import { createRecordKey, parseRecordKeys } from "../../platform/import/index.js";
import { attackFeed, guessIds, type NaturalKey } from "../support/feed-attack.js";
import { drainFeed, readFeed, type Item } from "../support/feed.js";
import { AUTHORITY, BODY, SOURCE, importPenalties } from "../support/penalty-file.js";
import { startStack, type TestStack } from "../support/stack.js";

const TYPES = ["PENALTY"];
const EACH = 4;

/** What becomes of records after everybody could see them; the last day of publicity of ENDED has passed when it is loaded. */
const FATES: Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>> = {
  SHOWN: undefined,
  REPAIRED: { repaired_on: "2026-09-20" },
  WITHDRAWN: { withdrawn_on: "2026-09-20" },
  ENDED: { publicity_until: "2026-09-27" },
  HIDDEN: { published_on: null },
  MINOR: { counterparty_minor: true },
  LATER: { published_on: "2026-12-01" },
};

const keyOf = (docNo: string): NaturalKey => ({ source: SOURCE, authority: AUTHORITY, docNo, body: BODY });
const docNosOf = (fate: string): string[] =>
  Array.from({ length: EACH }, (_, index) => `攻${fate}〔2026〕${index + 1}号`);
const hidden = Object.keys(FATES)
  .filter((fate) => fate !== "SHOWN")
  .flatMap(docNosOf);
const never = docNosOf("NEVER");

let stack: TestStack;
let db: Knex;
/** A reader that had everything while all of it was public. */
let before: { items: Item[]; cursor: string };
beforeAll(async () => {
  stack = await startStack();
  db = stack.databases["credit"]!;
  const lines = Object.keys(FATES).flatMap((fate) => docNosOf(fate).map((docNo) => ({ docNo })));
  const { accepted } = await importPenalties(stack, lines, parseRecordKeys(createRecordKey("attack")));
  expect(accepted).toBe(7 * EACH);
  before = await drainFeed(stack, { types: TYPES });
  for (const [fate, columns] of Object.entries(FATES))
    if (columns) await db("penalties").whereIn("doc_no", docNosOf(fate)).update(columns);
});
afterAll(() => stack.stop());

const dictionary = [...hidden, ...docNosOf("SHOWN"), ...never].map(keyOf);

describe("a stranger with a list of natural keys", () => {
  it("finds none of them in the feed, and no end, whatever pieces it reads it in", async () => {
    for (const first of [1, 7, 500]) {
      const { items } = await drainFeed(stack, { types: TYPES, first });
      expect(attackFeed(items, dictionary)).toEqual({ named: [], ends: [] });
      const shown = (await db("penalties").whereIn("doc_no", docNosOf("SHOWN")).pluck("id")) as string[];
      const others = (await db("penalties").whereIn("doc_no", hidden).pluck("id")) as string[];
      const keys = new Set(items.map(({ key }) => key));
      expect([shown.filter((id) => keys.has(id)).length, others.filter((id) => keys.has(id)).length]).toEqual([
        EACH,
        0,
      ]);
    }
  });

  it("learns nothing from cursors: one taken now is told of nothing that ended before", async () => {
    const { cursor } = await readFeed(stack, { types: TYPES, first: 1 });
    const { items } = await drainFeed(stack, { since: cursor, types: TYPES, first: 3 });
    expect(attackFeed(items, dictionary)).toEqual({ named: [], ends: [] });
  });

  it("is answered alike about what ended and what never was, by number and by guessed id", async () => {
    const answer = async (docNo: string): Promise<string> => {
      const [id, other] = guessIds(keyOf(docNo));
      const { body } = await stack.ask(
        `query ($docNo: String!, $id: ID!, $other: ID!) { n: administrativePenalty(docNo: $docNo) { id }
          i: administrativePenalty(id: $id) { id } o: administrativePenalty(id: $other) { id } }`,
        { variables: { docNo, id, other } },
      );
      return JSON.stringify({ data: body.data, errors: body.errors, withheld: body.extensions?.["withheld"] });
    };
    const nothing = await answer(never[0]!);
    for (const docNo of [...hidden, ...never]) expect([docNo, await answer(docNo)]).toEqual([docNo, nothing]);
    for (const docNo of docNosOf("SHOWN")) expect(await answer(docNo)).not.toBe(nothing);
  });

  it("would find every one of them where ids are hashes of what records hold and ends are told to all", () => {
    const old = [...hidden, ...docNosOf("SHOWN")].map((docNo) => ({
      key: `CF-${SOURCE}-${createHash("sha256").update([SOURCE, AUTHORITY, docNo, BODY].join("\n")).digest("hex").slice(0, 20)}`,
      op: hidden.includes(docNo) ? "DELETE" : "UPSERT",
    }));
    const { named, ends } = attackFeed(old, dictionary);
    expect(named.map(({ docNo }) => docNo).sort()).toEqual([...hidden, ...docNosOf("SHOWN")].sort());
    expect(ends).toHaveLength(hidden.length);
  });
});

describe("a reader with a copy", () => {
  it("is told of each end once, in the same words for every reason", async () => {
    const { items } = await drainFeed(stack, { since: before.cursor, types: TYPES });
    const ids = (await db("penalties").whereIn("doc_no", hidden).pluck("id")) as string[];
    expect(items.map(({ key }) => key).sort()).toEqual(ids.sort());
    expect(new Set(items.map(({ kind, op }) => `${op} ${kind}`))).toEqual(new Set(["DELETE PENALTY"]));
    expect(new Set(items.flatMap((item) => Object.keys(item)))).toEqual(
      new Set(["kind", "key", "op", "version", "changedAt"]),
    );
  });
});
