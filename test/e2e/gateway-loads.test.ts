/** A gateway that serves a committed supergraph loads no decorators, no driver of databases, no composer of its own and nothing of a service. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createGatewayKey } from "../../platform/auth/index.js";
import { projectPath } from "../../platform/config/index.js";
import { runNode, waitFor } from "../support/commands.js";

const folder = mkdtempSync(join(tmpdir(), "govgraph-modules-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Lines of what the compiled gateway loads from its start until it listens and is told to stop. */
const modulesOf = async (
  name: string,
  variables: Readonly<Record<string, string>> = {},
): Promise<readonly string[]> => {
  const file = join(folder, name);
  const recorder = pathToFileURL(projectPath("test/support/list-modules.mjs")).href;
  const run = runNode(["--import", recorder, projectPath("dist/gateway/main.js")], {
    GOVGRAPH_TEST_MODULES: file,
    GATEWAY_PORT: "0",
    GATEWAY_ADMIN_PORT: "0",
    GATEWAY_NOTICE_MS: "0",
    GATEWAY_CONTEXT_KEYS: createGatewayKey("modules"),
    GATEWAY_CURSOR_SECRET: "a secret of this test alone, 32 bytes or more",
    ...variables,
  });
  await waitFor(run, () => run.output().includes('"LISTENING"'));
  run.child.kill("SIGTERM");
  expect(await run.ended).toBe(0);
  return readFileSync(file, "utf8").trim().split("\n");
};

/** Packages among the modules. */
const packagesIn = (modules: readonly string[]): ReadonlySet<string> =>
  new Set(modules.flatMap((line) => /^\S*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(line)?.[1] ?? []));

const HEAVY = [
  "type-graphql",
  "class-validator",
  "reflect-metadata",
  "knex",
  "pg",
  "graphql-scalars",
  "dataloader",
  "@apollo/gateway",
  "@opentelemetry/sdk-trace",
  // Tools of apps are answered by it, where a door of them is open.
  "@modelcontextprotocol/server",
];

/** Folders of the product that no gateway needs to serve. */
const FOREIGN =
  /\/dist\/(subgraphs|schema|commands|infra|test|platform\/(composition|database|import|machine|graphql\/classes))\//;

describe("a gateway that serves a committed supergraph", () => {
  let modules: readonly string[];
  beforeAll(async () => {
    modules = await modulesOf("served");
  });

  it("loads no decorators, no driver of databases and no other engine", () => {
    const packages = packagesIn(modules);
    expect(HEAVY.filter((name) => packages.has(name))).toEqual([]);
    expect([...packages]).toEqual(
      expect.arrayContaining(["graphql", "express", "@apollo/server", "@apollo/query-planner"]),
    );
  });

  it("loads nothing of a service, of composition and of commands", () => {
    const root = pathToFileURL(projectPath("dist")).href;
    const own = modules.filter((line) => line.startsWith(root) && !line.includes(" required by "));
    expect(own.filter((line) => FOREIGN.test(line))).toEqual([]);
    expect(own.length).toBeGreaterThan(100);
  });

  it("composes nothing", () => expect(modules.filter((line) => line.includes("/@apollo/composition/"))).toEqual([]));
});

it("a gateway that shares its rates loads the driver of their database, and still no decorators", async () => {
  const packages = packagesIn(
    await modulesOf("shared", { GATEWAY_RATE_STORE: "postgresql://nobody@127.0.0.1:1/none" }),
  );
  expect([packages.has("knex"), packages.has("pg"), packages.has("type-graphql")]).toEqual([true, true, false]);
});
