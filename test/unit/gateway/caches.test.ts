/** What is remembered of documents: bounded by bytes, and without the text that the client sent. */
import { parse, print, type DocumentNode } from "graphql";
import { CACHE_BYTES } from "../../../gateway/document/caches.js";
import { heapBytes } from "../../../gateway/document/heap-bytes.js";
import type { Generation } from "../../../gateway/generation/generation.js";
import { createLru } from "../../../gateway/lru.js";
import { createKnownDocuments } from "../../../gateway/request/known-documents.js";

const GENERATION = { number: 1 } as Generation;

/** A store of known documents, and what keeps a text in it. */
const storeOf = (bound?: number) => {
  const store = createKnownDocuments(() => GENERATION, bound);
  const keep = (key: string, document: DocumentNode): void =>
    store.keep(key, { document, queryHash: key, generation: GENERATION });
  return { store, keep };
};

it("a document is kept without its text and its tokens", () => {
  const { store, keep } = storeOf();
  const document = parse(`{ topics } # ${"x".repeat(1_000)}`);
  keep("key", document);
  const kept = store.find("key")?.document;
  expect(print(kept!)).toBe(print(document));
  expect(JSON.stringify(kept)).not.toContain(`"loc"`);
  expect([document.loc !== undefined, heapBytes(kept) < 1_500]).toEqual([true, true]);
});

it("hostile documents, each of 15 KiB and unlike all others, never hold more than the bound", () => {
  const bound = 256 * 1024;
  const { store, keep } = storeOf(bound);
  for (let number = 0; number < 200; number++) {
    keep(String(number), parse(`{ a${number} ${"b ".repeat(300)} } #${"x".repeat(15_000)}`));
    expect(store.bytes()).toBeLessThanOrEqual(bound);
  }
  expect([store.find("0"), store.find("199") !== undefined]).toEqual([undefined, true]);
});

it("a value larger than the whole map is given and not kept", () => {
  const lru = createLru<string>(1_000);
  expect(lru.get("key", () => "x".repeat(2_000))).toHaveLength(2_000);
  expect([lru.find("key"), lru.bytes()]).toEqual([undefined, 0]);
});

it("all caches together hold less than 100 MiB", () =>
  expect(Object.values(CACHE_BYTES).reduce((sum, bytes) => sum + bytes, 0)).toBeLessThan(100 * 1024 * 1024));
