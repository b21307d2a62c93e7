/** What the project itself asks, and shows others how to ask: nothing that the schema has not, and nothing that is deprecated. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSchema, NoDeprecatedCustomRule, parse, specifiedRules, validate } from "graphql";
import { projectPath } from "../../platform/config/index.js";

const schema = buildSchema(readFileSync(projectPath("schema/public.graphql"), "utf8"), { assumeValidSDL: true });

/** Files of a folder and of those below it, by their ending. */
const filesOf = (folder: string, ending: string): string[] =>
  readdirSync(projectPath(folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(ending) && !/node_modules|dist/.test(name))
    .map((name) => join(folder, name));

const textOf = (file: string): string => readFileSync(projectPath(file), "utf8");

/** Fenced documents of a page; mutations that stand line by line are asked one by one. */
const documentsOf = (page: string): string[] =>
  [...textOf(page).matchAll(/^```graphql\n(.*?)^```$/gms)].flatMap(([, text]) =>
    /^mutation .*\nmutation /m.test(text!) ? text!.trim().split("\n") : [text!],
  );

const PAGES = ["docs/writes.md", "docs/notices.md", "docs/clients.md", "docs/subscriptions.md", "docs/files.md"];

const faultsOf = (text: string): string[] =>
  validate(schema, parse(text), [...specifiedRules, NoDeprecatedCustomRule]).map(({ message }) => message);

describe("what the project asks", () => {
  it.each([
    ["schema/operations", filesOf("schema/operations", ".graphql").map(textOf)],
    ["examples/portal", filesOf("examples/portal/src", ".graphql").map(textOf)],
    ["docs/users", filesOf("docs/users", ".md").flatMap(documentsOf)],
    ["other pages", PAGES.flatMap(documentsOf)],
  ])("is there and not deprecated: %s", (_name, texts) => {
    expect(texts.length).toBeGreaterThan(2);
    expect(texts.flatMap(faultsOf)).toEqual([]);
  });

  it("tells of every verb in a page for those who write", () => {
    const told = [...PAGES, ...filesOf("docs/users", ".md")].map(textOf).join("");
    const verbs = Object.keys(schema.getMutationType()!.getFields());
    expect(verbs.length).toBeGreaterThan(100);
    expect(verbs.filter((verb) => !new RegExp(`\\b${verb}\\b`).test(told))).toEqual([]);
  });
});
