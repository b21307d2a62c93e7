/** The page of the clauses says what the schema has: each query that it names exists, and what it calls served is served by something. */
import { buildSchema, isObjectType } from "graphql";
import { readdirSync, readFileSync } from "node:fs";
import { CLAUSES } from "../../docs/clause-table.js";
import { clausePath, renderClauses } from "../../docs/clauses.js";
import { projectPath } from "../../platform/config/index.js";

const schema = buildSchema(readFileSync(projectPath("schema/public.graphql"), "utf8"), { assumeValidSDL: true });

const exists = (name: string): boolean => {
  const [type, field] = name.includes(".") ? name.split(".") : ["Query", name];
  const found = schema.getType(type!);
  return isObjectType(found) && found.getFields()[field!] !== undefined;
};

describe("the clauses of the Opinions", () => {
  it("name queries of the public schema alone, in the table and in what is missing", () => {
    const named = CLAUSES.flatMap(({ queries, missing = "" }) => [
      ...queries,
      ...[...missing.matchAll(/`([A-Za-z.]+)`/g)].map(([, name]) => name!),
    ]);
    expect(named.length).toBeGreaterThan(40);
    expect(named.filter((name) => !exists(name))).toEqual([]);
    expect(exists("opennessScore")).toBe(false);
  });

  it("are served by a query where they say so, and say what is missing where they are not", () => {
    const wrong = CLAUSES.filter(
      ({ served, queries, missing }) =>
        (served !== "no") !== queries.length > 0 || (served === "yes") !== (missing === undefined),
    );
    expect(wrong.map(({ zh }) => zh)).toEqual([]);
    // Every number from 1 to 21 is there.
    const numbers = CLAUSES.flatMap(({ no }) => (no === "1–3" ? [1, 2, 3] : [Number(no)]));
    expect([...new Set(numbers)]).toEqual(Array.from({ length: 21 }, (_, index) => index + 1));
  });

  it("are asked by an operation of their own where they are served, and by one that names their number", () => {
    expect(
      CLAUSES.filter(({ served, asks }) => (served === "no") !== (asks === undefined)).map(({ zh }) => zh),
    ).toEqual([]);
    const wrong = CLAUSES.filter(
      ({ no, asks }) => asks && !readFileSync(clausePath(asks, "graphql"), "utf8").startsWith(`# ${no.split("–")[0]} `),
    );
    expect(wrong.map(({ zh }) => zh)).toEqual([]);
    const files = readdirSync(projectPath("schema/operations/clauses")).filter((name) => name.endsWith(".graphql"));
    expect(files.sort()).toEqual(CLAUSES.flatMap(({ asks }) => (asks ? [`${asks}.graphql`] : [])).sort());
  });

  it("are linked from the README", () => {
    expect(readFileSync(projectPath("README.md"), "utf8")).toContain("(docs/clauses.md)");
    expect(renderClauses()).toContain("**not yet**");
  });
});
