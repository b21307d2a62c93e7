/** Manifests of the tools that front-end teams use, and what is no manifest. */
import { documentIdOf, ManifestError, readManifest } from "../../../platform/documents/index.js";

const TEXT = "query A { a }";

it("reads maps of name and text, and Apollo's list of operations", () => {
  const id = documentIdOf(TEXT);
  const named = [{ id, text: TEXT }];
  expect(readManifest(JSON.stringify({ [id.slice("sha256:".length)]: TEXT }))).toEqual(named);
  expect(readManifest(JSON.stringify({ [id]: TEXT }))).toEqual(named);
  expect(readManifest(JSON.stringify({ abc: TEXT }))).toEqual([{ id, text: TEXT, alias: "abc" }]);
  const operations = [{ id: id.slice("sha256:".length), name: "A", type: "query", body: TEXT }];
  expect(readManifest(JSON.stringify({ format: "apollo-persisted-query-manifest", version: 1, operations }))).toEqual(
    named,
  );
});

it("gives a document once that stands under its hash and another name", () => {
  const id = documentIdOf(TEXT);
  expect(readManifest(JSON.stringify({ [id]: TEXT, abc: TEXT }))).toEqual([{ id, text: TEXT, alias: "abc" }]);
});

it.each<[string, string]>([
  ["no JSON", "{"],
  ["a list", "[]"],
  ["nothing", "{}"],
  ["another format", JSON.stringify({ format: "x", operations: [] })],
  [
    "an operation without id",
    JSON.stringify({ format: "apollo-persisted-query-manifest", operations: [{ body: TEXT }] }),
  ],
  ["a document that is no text", JSON.stringify({ a: 1 })],
  ["an empty document", JSON.stringify({ a: " " })],
  ["two names of one document", JSON.stringify({ a: TEXT, b: TEXT })],
  ["a name with a space", JSON.stringify({ "a b": TEXT })],
  ["the hash of another text", JSON.stringify({ ["0".repeat(64)]: TEXT })],
  ["too many", JSON.stringify(Object.fromEntries(Array.from({ length: 2_001 }, (_, at) => [`n${at}`, `{ a${at} }`])))],
])("refuses %s", (_what, source) => expect(() => readManifest(source)).toThrow(ManifestError));
