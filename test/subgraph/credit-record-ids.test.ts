/** Ids of imported records: minted once, of nothing that the record holds, found again under whichever key is given, never changed. */
import { createHash } from "node:crypto";
import type { Knex } from "knex";
import { createRecordKey, parseRecordKeys, type RecordKeys } from "../../platform/import/index.js";
import { rehashRecordKeys } from "../../subgraphs/credit/counterparty/record-rehash.repository.js";
import { mintRecordIds } from "../../subgraphs/credit/migrations/20261128100000_mint_record_ids.js";
import { knowRecordsWithoutSource } from "../../subgraphs/credit/migrations/20261130200000_know_records_without_source.js";
import { writeBracketsInOneWidth } from "../../subgraphs/credit/migrations/20261129140000_write_brackets_in_one_width.js";
import { AUTHORITY, BODY, SOURCE, importPenalties } from "../support/penalty-file.js";
import { startStack, type TestStack } from "../support/stack.js";

const [first, second, third] = ["k1", "k2", "k3"].map(createRecordKey) as [string, string, string];

let stack: TestStack;
let db: Knex;
beforeAll(async () => {
  stack = await startStack();
  db = stack.databases["credit"]!;
});
afterAll(() => stack.stop());

const idsOf = async (prefix: string): Promise<string[]> =>
  db("penalties").whereLike("doc_no", `${prefix}%`).orderBy("doc_no").pluck("id");
const load = async (prefix: string, keys: string, fineWan?: string): Promise<number[]> => {
  const lines = [1, 2, 3].map((number) => ({ docNo: `${prefix}〔2026〕${number}号`, fineWan }));
  const { accepted, unchanged } = await importPenalties(stack, lines, parseRecordKeys(keys));
  return [accepted, unchanged];
};
const keysInUse = async (): Promise<string[]> => {
  const keys = (await db("record_keys").pluck("natural_key")) as string[];
  return [...new Set(keys.map((key) => key.split(/[.:]/)[0]!))].sort();
};
/** Columns by which a record was found under the current key while the exporting system was part of it. */
const knownBySource = (keys: RecordKeys, docNo: string, source = SOURCE): { natural_key: string; source: string } => ({
  natural_key: keys.hash(["penalties", source, AUTHORITY, docNo, BODY].join("\n")),
  source,
});
/** The public id as it was made until ids were minted. */
const guessedId = (docNo: string): string =>
  `CF-${SOURCE}-${createHash("sha256").update([SOURCE, AUTHORITY, docNo, BODY].join("\n")).digest("hex").slice(0, 20)}`;

describe("the id of an imported record", () => {
  it("is random: two loads of the same rows under the same key give other ids", async () => {
    await load("随", first);
    const before = await idsOf("随");
    expect(before).toHaveLength(3);
    for (const id of before) expect(id).toMatch(/^CF-[0-9a-f]{32}$/);
    await db("penalties").whereIn("id", before).delete();
    await db("record_keys").delete();
    await load("随", first);
    const after = await idsOf("随");
    expect(after).toHaveLength(3);
    expect(after.filter((id) => before.includes(id))).toEqual([]);
  });

  it("stays when the key is changed: what is seen is hashed with the new key, the command hashes the rest", async () => {
    await db("record_keys").delete();
    await load("换", first);
    await load("留", first);
    const before = [await idsOf("换"), await idsOf("留")];
    expect(await load("换", `${second},${first}`)).toEqual([0, 3]);
    expect(await keysInUse()).toEqual(["k1", "k2"]);
    expect(await rehashRecordKeys(db, parseRecordKeys(`${second},${first}`))).toEqual({
      rehashed: 3,
      remaining: 0,
      twice: 0,
    });
    expect(await keysInUse()).toEqual(["k2"]);
    expect(await load("留", second)).toEqual([0, 3]);
    expect([await idsOf("换"), await idsOf("留")]).toEqual(before);
  });

  it("is never minted twice because a key is missing or another secret bears its name: the import is refused", async () => {
    await db("record_keys").delete();
    await load("缺", first);
    await expect(load("缺", third)).rejects.toThrow(/GOVGRAPH_RECORD_KEYS/);
    await expect(load("缺", createRecordKey("k1"))).rejects.toThrow(/k1\.[0-9a-f]{8}/);
    expect(await idsOf("缺")).toHaveLength(3);
    expect(await rehashRecordKeys(db, parseRecordKeys(third))).toEqual({ rehashed: 0, remaining: 3, twice: 0 });
  });

  it("is one where two imports bring the same rows at once", async () => {
    await db("record_keys").delete();
    const pools = [stack.connect("credit"), stack.connect("credit")];
    const lines = Array.from({ length: 40 }, (_, index) => ({ docNo: `同〔2026〕${index + 1}号` }));
    const keys = parseRecordKeys(first);
    const results = await Promise.all([
      importPenalties(stack, lines, keys, { db: pools[0]! }),
      importPenalties(stack, [...lines].reverse(), keys, { db: pools[1]!, source: "another" }),
    ]);
    for (const pool of pools) await pool.destroy();
    expect(results.map(({ accepted }) => accepted).reduce((sum, count) => sum + count)).toBe(40);
    expect(await idsOf("同")).toHaveLength(40);
    expect((await db("record_keys").count({ n: "*" }))[0]).toEqual({ n: 40n });
  });

  it("is one for a number whose brackets are written in either width, also where it was loaded while both were kept", async () => {
    await db("record_keys").delete();
    const [narrow, wide] = ["括(朝)罚字〔2026〕1号", "括（朝）罚字〔2026〕1号"] as const;
    const keys = parseRecordKeys(first);
    const importOne = (docNo: string) => importPenalties(stack, [{ docNo }], keys);
    expect(await importOne(narrow)).toMatchObject({ accepted: 1 });
    const before = await idsOf("括");
    expect(await importOne(wide)).toMatchObject({ accepted: 0, unchanged: 1 });
    // As the database was before numbers had one width.
    await db("penalties").where("doc_no", wide).update({ doc_no: narrow });
    await db("record_keys").update(knownBySource(keys, narrow));
    await writeBracketsInOneWidth.up(db);
    await importOne(wide);
    expect([await idsOf("括"), await db("penalties").where("doc_no", wide).pluck("id")]).toEqual([before, before]);
  });

  it.each([
    ["形罚〔2023〕2-1", "形罚〔2023〕2-1号"],
    ["形罚〔2023〕002-1号", "形罚〔2023〕2-1号"],
    ["形罚〔2023〕3－1号", "形罚〔2023〕3-1号"],
    ["形部令第036号", "形部令第36号"],
  ])("is one for %s, which was kept as it was filed and is %s since", async (filed, now) => {
    await db("record_keys").delete();
    await db("penalties").whereLike("doc_no", "形%").delete();
    const keys = parseRecordKeys(first);
    await importPenalties(stack, [{ docNo: filed }], keys);
    const before = await idsOf("形");
    // As the database was: number and key as filed.
    await db("penalties").where("doc_no", now).update({ doc_no: filed });
    await db("record_keys").update(knownBySource(keys, filed));
    await writeBracketsInOneWidth.up(db);
    await importPenalties(stack, [{ docNo: filed }], keys);
    expect([await idsOf("形"), await db("penalties").where("doc_no", now).pluck("id")]).toEqual([before, before]);
  });

  it("leaves two records alone that were one number in two widths: the first keeps it, and nothing stops", async () => {
    await db("record_keys").delete();
    const [narrow, wide, mixed] = [
      "双(朝)罚字〔2026〕1号",
      "双（朝）罚字〔2026〕1号",
      "双(朝）罚字〔2026〕1号",
    ] as const;
    const keys = parseRecordKeys(second);
    await importPenalties(stack, [{ docNo: wide }], keys);
    const [kept] = await idsOf("双");
    // Both are known by an older key alone.
    await db("record_keys").update(knownBySource(keys, wide));
    await db("record_keys").insert({ ...knownBySource(keys, narrow), record_id: "CF-TWIN", code: BODY });
    await expect(
      importPenalties(stack, [{ docNo: mixed }], parseRecordKeys(`${third},${second}`)),
    ).resolves.toBeDefined();
    expect((await db("record_keys").count({ n: "*" }))[0]).toEqual({ n: 2n });
    expect([kept, "CF-TWIN"]).toContain(
      (await db("record_keys").whereLike("natural_key", "k3%").pluck("record_id"))[0],
    );
  });

  it("is that of the repaired record where the row comes again, so that the repair stays (C4)", async () => {
    await db("record_keys").delete();
    await load("修", first);
    const before = await idsOf("修");
    await db("penalties").whereIn("id", before).update({ repaired_on: "2026-09-20" });
    expect(await load("修", `${second},${first}`, "0.3")).toEqual([3, 0]);
    expect(await idsOf("修")).toEqual(before);
    const { body } = await stack.ask(`{ a: administrativePenalty(docNo: "修〔2026〕1号") { id } }`);
    expect(body).toMatchObject({ data: { a: null } });
    expect(await db("penalties").whereIn("id", before).whereNull("repaired_on")).toEqual([]);
  });
});

describe("a decision that several systems export", () => {
  it("is one record: the same row changes nothing, another word on it is its next version", async () => {
    await db("record_keys").delete();
    const keys = parseRecordKeys(first);
    const importAs = (source: string, fineWan: string) =>
      importPenalties(stack, [{ docNo: "源〔2026〕1号", fineWan }], keys, { source });
    expect(await importAs("province", "0.2")).toMatchObject({ accepted: 1 });
    const before = await idsOf("源");
    expect(await importAs("city", "0.2")).toMatchObject({ accepted: 0, unchanged: 1 });
    expect(await importAs("city", "0.3")).toMatchObject({ accepted: 1, unchanged: 0 });
    expect([before.length, await idsOf("源")]).toEqual([1, before]);
    expect(await db("penalties").whereIn("id", before).pluck("version")).toEqual([2]);
  });

  it("stays the record that it was where that is known by its system still, by an import of any and by the command", async () => {
    const keys = parseRecordKeys(first);
    const docNos = ["前〔2026〕1号", "前〔2026〕2号"] as const;
    const importAs = (source: string) =>
      importPenalties(
        stack,
        docNos.map((docNo) => ({ docNo })),
        keys,
        { source },
      );
    await db("record_keys").delete();
    await importAs("province");
    const before = await idsOf("前");
    const forget = async (): Promise<void> => {
      for (const [index, docNo] of docNos.entries())
        await db("record_keys")
          .where("record_id", before[index])
          .update(knownBySource(keys, docNo, "province"));
    };
    await forget();
    await importAs("city");
    expect(await idsOf("前")).toEqual(before);
    await forget();
    expect(await rehashRecordKeys(db, keys)).toEqual({ rehashed: 2, remaining: 0, twice: 0 });
    await importAs("city");
    expect([await idsOf("前"), await db("record_keys").whereNotNull("source")]).toEqual([before, []]);
  });

  it("that became two records before is told, and its next import changes one of them", async () => {
    const keys = parseRecordKeys(first);
    const docNo = "双源〔2026〕1号";
    await db("record_keys").delete();
    await importPenalties(stack, [{ docNo }], keys);
    const [one] = await db("penalties").where("doc_no", docNo);
    await db("penalties").insert({ ...one, id: "CF-SECOND", kinds: one.kinds });
    await db("record_keys").update(knownBySource(keys, docNo, "province"));
    await db("record_keys").insert({ ...knownBySource(keys, docNo, "city"), record_id: "CF-SECOND", code: BODY });
    expect(await rehashRecordKeys(db, keys)).toEqual({ rehashed: 1, remaining: 0, twice: 1 });
    expect(await rehashRecordKeys(db, keys)).toEqual({ rehashed: 0, remaining: 0, twice: 1 });
    await importPenalties(stack, [{ docNo, fineWan: "0.7" }], keys, { source: "county" });
    expect((await db("penalties").where("doc_no", docNo).orderBy("version").pluck("version")) as number[]).toEqual([
      1, 2,
    ]);
  });
});

describe("the migration that mints ids", () => {
  it("gives records whose ids were made of what they hold new ones, keeps what hangs on them, and finds them at the next import", async () => {
    await db("record_keys").delete();
    await load("旧", first);
    const docNos = [1, 2, 3].map((number) => `旧〔2026〕${number}号`);
    await mintRecordIds.down(db);
    for (const docNo of docNos)
      await db("penalties")
        .where("doc_no", docNo)
        .update({ id: guessedId(docNo) });
    // A record whose code as filed its columns do not give.
    const [other] = docNos;
    await db("penalties")
      .where("doc_no", other)
      .update({ counterparty_uscc: null, counterparty_id: "CN-USCC-UNKNOWN" });
    const [repair] = (await db("repair_cases").limit(1)) as { no: string }[];
    await db("repair_cases")
      .where("no", repair!.no)
      .update({ record_id: guessedId(docNos[1]!) });
    await db.transaction((trx) => mintRecordIds.up(trx));
    await db.transaction((trx) => knowRecordsWithoutSource.up(trx));

    const minted = await idsOf("旧");
    expect(minted).toHaveLength(docNos.length);
    for (const id of minted) expect(id).toMatch(/^CF-[0-9a-f]{32}$/);
    expect(await db("repair_cases").where("no", repair!.no).pluck("record_id")).toEqual([minted[1]]);
    expect(await db("penalties").where("id", "CF-GOLDEN-1").pluck("id")).toEqual(["CF-GOLDEN-1"]);
    const keys = parseRecordKeys(first);
    const { rehashed, remaining } = await rehashRecordKeys(db, keys);
    expect([rehashed, remaining]).toEqual([2, 1]);
    const { accepted, unchanged } = await importPenalties(
      stack,
      docNos.map((docNo) => ({ docNo })),
      keys,
    );
    expect(accepted + unchanged).toBe(3);
    expect(await idsOf("旧")).toEqual(minted);
    expect((await rehashRecordKeys(db, keys)).remaining).toBe(0);
  });
});

describe("record keys", () => {
  it.each(["", "short:abc", "k1", `k1:${"A".repeat(40)}`, `${first},${first}`])("refuses %s", (text) => {
    expect(() => parseRecordKeys(text)).toThrow(/record key/);
  });
});
