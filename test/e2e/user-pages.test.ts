/** The queries of docs/users and the first query of the README give the answers that stand beside them. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectPath } from "../../platform/config/index.js";
import { ERROR_CODES, REASON_MESSAGES } from "../../platform/errors/index.js";
import { LOG_EVENTS } from "../../platform/telemetry/index.js";
import { startStack, type TestStack } from "../support/stack.js";
import { VIEWERS } from "../support/viewers.js";

let stack: TestStack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack.stop());

type ViewerName = keyof typeof VIEWERS;

interface Example {
  readonly viewer: string;
  readonly query: string;
  readonly variables: Record<string, unknown>;
  readonly answer: { readonly data: unknown; readonly extensions?: unknown };
}

const pages = readdirSync(projectPath("docs/users")).sort();
const textOf = (page: string): string => readFileSync(projectPath(`docs/users/${page}`), "utf8");
const kinds = pages.filter((page) => page !== "README.md");

const comment = (query: string, word: string): string | undefined =>
  new RegExp(`^# ${word} (.+)$`, "m").exec(query)?.[1];

/** Every fenced query with the answer that follows it at once. */
const examplesOf = (page: string): Example[] =>
  [...textOf(page).matchAll(/^```graphql\n(.*?)^```\n```json\n(.*?)^```$/gms)].map(([, query, answer]) => ({
    viewer: comment(query!, "as") ?? "",
    query: query!,
    variables: JSON.parse(comment(query!, "variables") ?? "{}") as Record<string, unknown>,
    answer: JSON.parse(answer!) as Example["answer"],
  }));

/** Values of an answer that say something: neither null nor an empty list. */
const leaves = (value: unknown): unknown[] =>
  typeof value === "object" && value !== null
    ? Object.values(value).flatMap(leaves)
    : value === null || value === undefined
      ? []
      : [value];

const examples = kinds.flatMap((page) =>
  examplesOf(page).map((example, index): [string, Example] => [`${page} ${index + 1}, as ${example.viewer}`, example]),
);

describe("pages for users", () => {
  it.each(examples)("%s: the answer is as shown", async (_title, { viewer, query, variables, answer }) => {
    expect(Object.keys(VIEWERS)).toContain(viewer);
    const { status, body } = await stack.ask(query, { viewer: viewer as ViewerName, variables });
    expect([status, body.errors]).toEqual([200, undefined]);
    expect(leaves(body.data).length).toBeGreaterThan(0);
    expect(body).toEqual(answer);
  });

  it.each(kinds)("%s is short, has three queries, and nothing fenced that is not run", (page) => {
    expect(textOf(page).split("\n").length).toBeLessThanOrEqual(91);
    expect(examplesOf(page)).toHaveLength(3);
    expect(textOf(page).match(/^```\w+/gm)).toEqual(Array.from({ length: 3 }, () => ["```graphql", "```json"]).flat());
  });

  it("name only commands, files, viewers and error codes that exist, and are all linked", () => {
    const { scripts } = JSON.parse(readFileSync(projectPath("package.json"), "utf8")) as {
      scripts: Record<string, string>;
    };
    // Rules by which rows of a load are refused.
    const ofRows = readFileSync(projectPath("platform/import/row-owner.ts"), "utf8");
    const wrong = pages.flatMap((page) => {
      const found = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, name]) => name!);
      const [, errors = ""] = /^## Errors you will meet\n(.*?)^## /ms.exec(textOf(page)) ?? [];
      return [
        ...found(textOf(page), /npm run ([\w:]+)/g).filter((name) => !(name in scripts)),
        ...found(textOf(page), /npm run token -- ([\w-]+\d)/g).filter(
          (name) => !(name in VIEWERS) && name !== "admin-1",
        ),
        ...found(textOf(page), /\]\((?!https?:)([^)#]+)/g).filter(
          (name) => !existsSync(projectPath(join("docs/users", name))),
        ),
        ...found(errors, /`([A-Z]+_[A-Z_]+)`/g).filter(
          (code) =>
            !(code in ERROR_CODES) &&
            !(code in REASON_MESSAGES) &&
            !(code in LOG_EVENTS) &&
            !ofRows.includes(`"${code}"`),
        ),
      ].map((name) => `${page}: ${name}`);
    });
    expect(wrong).toEqual([]);
    expect(kinds.filter((page) => !textOf("README.md").includes(`(${page})`))).toEqual([]);
    const readme = readFileSync(projectPath("README.md"), "utf8");
    expect(kinds.filter((page) => !readme.includes(`(docs/users/${page})`))).toEqual([]);
    expect(kinds.length).toBeGreaterThanOrEqual(6);
  });

  it("the first query of the README gives the answer beside it", async () => {
    const readme = readFileSync(projectPath("README.md"), "utf8");
    const [, body, answer] = /-d '(\{"query":.*?\})'\n```\n```json\n(.*?)\n```/s.exec(readme) ?? [];
    const { query } = JSON.parse(body!) as { query: string };
    expect((await stack.ask(query)).body).toEqual(JSON.parse(answer!));
  });
});
