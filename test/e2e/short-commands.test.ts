/** An import or export loads neither the graph nor the services of what it is not about: a command for one row is short. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { projectPath } from "../../platform/config/index.js";
import { runNode } from "../support/commands.js";

const folder = mkdtempSync(join(tmpdir(), "govgraph-short-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** What the command loads, and what it prints. */
const runCommand = async (
  command: "import" | "export",
  ...args: readonly string[]
): Promise<{ modules: readonly string[]; output: string }> => {
  const file = join(folder, "modules");
  const recorder = pathToFileURL(projectPath("test/support/list-modules.mjs")).href;
  const run = runNode(["--import", recorder, projectPath(`dist/commands/${command}.js`), ...args], {
    GOVGRAPH_TEST_MODULES: file,
    GOVGRAPH_DIRECTORY: folder,
    // Nothing answers there: the kind is loaded and nothing is prepared.
    DATABASE_URL: "postgresql://nobody@127.0.0.1:1/none",
  });
  await run.ended;
  const modules = readFileSync(file, "utf8").trim().split("\n");
  rmSync(file);
  return { modules, output: run.output() };
};

const GRAPH =
  /\/node_modules\/(type-graphql|graphql|graphql-scalars|@apollo\/[^/]+)\/|\.(resolver|type|reference|noun|service)\.js$/;

it("an import of penalties loads the loading of credit, no graph and no other service", async () => {
  const { modules, output } = await runCommand("import", "penalties", "missing.csv");
  expect(output).toContain("The database of DATABASE_URL (127.0.0.1:1) can not be used: nothing answers there.");
  const root = pathToFileURL(projectPath("dist")).href;
  const own = modules.filter((line) => line.startsWith(root));
  expect(own).toContain(`${root}/subgraphs/credit/loading.js`);
  expect(modules.filter((line) => GRAPH.test(line))).toEqual([]);
  // What cuts words has a dictionary of 5 MB, and fetch is half as much again: neither is needed to find a record.
  expect(modules.filter((line) => line.includes("/jieba"))).toEqual([]);
  expect(modules).toContainEqual(expect.stringContaining("/node_modules/pg/"));
  expect(modules).not.toContain("node:internal/deps/undici/undici");
  expect(own.filter((line) => line.includes("/subgraphs/") && !line.includes("/subgraphs/credit/"))).toEqual([]);
});

it.each([
  ["penalties", "credit"],
  ["licences", "credit"],
  ["matters", "matters"],
  ["ratings", "matters"],
])("an export of %s loads the loading of %s, no graph and no other service", async (kind, service) => {
  const { modules, output } = await runCommand("export", kind, "--into", join(folder, "none.csv"));
  expect(output).toContain("The database of DATABASE_URL (127.0.0.1:1) can not be used: nothing answers there.");
  const root = pathToFileURL(projectPath("dist")).href;
  expect(modules).toContain(`${root}/subgraphs/${service}/loading.js`);
  expect(modules.filter((line) => GRAPH.test(line))).toEqual([]);
  expect(
    modules.filter((line) => /\/dist\/subgraphs\//.test(line) && !line.includes(`/subgraphs/${service}/`)),
  ).toEqual([]);
});

it.each([
  ["import", ["organizations", "matters", "penalties", "subsidy-batches", "work-calendar"]],
  ["export", ["matters", "licences", "penalties"]],
] as const)("the help of %s names every kind and loads none", async (command, kinds) => {
  const { modules, output } = await runCommand(command, "--help");
  for (const kind of kinds) expect(output).toContain(kind);
  expect(modules.filter((line) => line.includes("/dist/subgraphs/"))).toEqual([]);
});

it.each([
  [["organizations"], "There is no exchange file of organizations: use one of matters, ratings, licences, penalties."],
  [["matters", "--agency", "11990101MB9000015F"], "--agency"],
  [["matters", "--division", "22"], "A division code has 6 digits"],
])("an export refuses %j with a sentence", async (args, sentence) => {
  const { output } = await runCommand("export", ...args);
  expect(output).toContain(sentence);
  expect(output).not.toMatch(/\n\s+at /);
});
