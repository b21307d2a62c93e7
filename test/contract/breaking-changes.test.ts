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
});
