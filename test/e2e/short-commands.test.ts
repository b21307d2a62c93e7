/** An import loads neither the graph nor the services of what it does not import: a command for one row is short. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { projectPath } from "../../platform/config/index.js";
import { runNode } from "../support/commands.js";

const folder = mkdtempSync(join(tmpdir(), "govgraph-short-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** What the command loads, and what it prints. */
const runImport = async (...args: readonly string[]): Promise<{ modules: readonly string[]; output: string }> => {
  const file = join(folder, "modules");
  const recorder = pathToFileURL(projectPath("test/support/list-modules.mjs")).href;
  const run = runNode(["--import", recorder, projectPath("dist/commands/import.js"), ...args], {
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
  const { modules, output } = await runImport("penalties", "missing.csv");
  expect(output).toContain("The database of DATABASE_URL (127.0.0.1:1) can not be used: nothing answers there.");
  const root = pathToFileURL(projectPath("dist")).href;
  const own = modules.filter((line) => line.startsWith(root));
  expect(own).toContain(`${root}/subgraphs/credit/loading.js`);
  expect(modules.filter((line) => GRAPH.test(line))).toEqual([]);
  expect(own.filter((line) => line.includes("/subgraphs/") && !line.includes("/subgraphs/credit/"))).toEqual([]);
});

it("its help names every kind and loads none", async () => {
  const { modules, output } = await runImport("--help");
  for (const kind of ["organizations", "matters", "penalties", "subsidy-batches", "work-calendar"])
    expect(output).toContain(kind);
  expect(modules.filter((line) => line.includes("/dist/subgraphs/"))).toEqual([]);
});
