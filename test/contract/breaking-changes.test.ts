/** The report of breaking changes names what clients lose, and nothing else. */
import { readFileSync } from "node:fs";
import { projectPath } from "../../platform/config/index.js";
import { compareSchemas } from "../../platform/composition/breaking.js";

const current = readFileSync(projectPath("schema/public.graphql"), "utf8");

describe("the report of breaking changes", () => {
  it("finds nothing where nothing changed", async () => expect(await compareSchemas(current, current)).toEqual([]));

  it("names a field that was taken away, an argument that became required, and not a new field", async () => {
    const previous = "type Query { a: Int b(x: Int): Int }";
    const next = "type Query { b(x: Int!): Int c: Int }";
    expect((await compareSchemas(previous, next)).map(({ level, path }) => [level, path])).toEqual([
      ["BREAKING", "Query.a"],
      ["BREAKING", "Query.b.x"],
      ["SAFE", "Query.c"],
    ]);
  });

  it.each([
    ["an argument", "type Query { b(x: Int! = 5): Int }", "type Query { b(x: Int!): Int }", "Query.b.x"],
    [
      "an input field",
      "input I { x: Int! = 5 } type Query { b(i: I): Int }",
      "input I { x: Int! } type Query { b(i: I): Int }",
      "I.x",
    ],
    [
      "an argument of a directive",
      "directive @d(x: Int! = 5) on FIELD type Query { b: Int }",
      "directive @d(x: Int!) on FIELD type Query { b: Int }",
      "@d.x",
    ],
  ])("names %s that lost its default, for it is required now", async (_what, previous, next, path) => {
    expect((await compareSchemas(previous, next)).map(({ level, path: at }) => [level, at])).toEqual([
      ["BREAKING", path],
    ]);
  });

  it("only warns of another default, and of one that an optional argument lost", async () => {
    const previous = "type Query { a(x: Int! = 5): Int b(x: Int = 5): Int }";
    const next = "type Query { a(x: Int! = 6): Int b(x: Int): Int }";
    expect((await compareSchemas(previous, next)).map(({ level, path }) => [level, path])).toEqual([
      ["DANGEROUS", "Query.a.x"],
      ["DANGEROUS", "Query.b.x"],
    ]);
  });
});
