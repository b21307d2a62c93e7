/** What is remembered of documents: bounded by bytes, and without the text that the client sent. */
import { parse, print } from "graphql";
import { CACHE_BYTES, createDocumentStore } from "../../../gateway/document/caches.js";
import { heapBytes } from "../../../gateway/document/heap-bytes.js";
import { createLru } from "../../../gateway/lru.js";

it("a document is kept without its text and its tokens", async () => {
  const store = createDocumentStore();
  const document = parse(`{ topics } # ${"x".repeat(1_000)}`);
  await store.set("key", document);
  const kept = await store.get("key");
  expect(print(kept!)).toBe(print(document));
  expect(JSON.stringify(kept)).not.toContain(`"loc"`);
  expect([document.loc !== undefined, heapBytes(kept) < 1_500]).toEqual([true, true]);
});

it("hostile documents, each of 15 KiB and unlike all others, never hold more than the bound", async () => {
  const bound = 256 * 1024;
  const lru = createLru<ReturnType<typeof parse>>(bound);
  const store = createDocumentStore(lru);
  for (let number = 0; number < 200; number++) {
    await store.set(String(number), parse(`{ a${number} ${"b ".repeat(300)} } #${"x".repeat(15_000)}`));
    expect(lru.bytes()).toBeLessThanOrEqual(bound);
  }
  expect([await store.get("0"), (await store.get("199")) !== undefined]).toEqual([undefined, true]);
});

it("a value larger than the whole map is given and not kept", () => {
  const lru = createLru<string>(1_000);
  expect(lru.get("key", () => "x".repeat(2_000))).toHaveLength(2_000);
  expect([lru.find("key"), lru.bytes()]).toEqual([undefined, 0]);
});

it("all caches together hold less than 100 MiB", () =>
  expect(Object.values(CACHE_BYTES).reduce((sum, bytes) => sum + bytes, 0)).toBeLessThan(100 * 1024 * 1024));
