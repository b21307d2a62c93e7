/** Each recipe of clients/recipes, from a folder of its own with the packages that it names, against the running stack. */
import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { codeOf, type Form } from "../../gateway/web/client/code.js";
import { projectPath } from "../../platform/config/index.js";
import { startStack, type TestStack } from "../support/stack.js";

const run = promisify(execFile);
let stack: TestStack;
let directory: string;
let packed: string;

const node = (...args: readonly string[]): Promise<{ stdout: string }> => run(process.execPath, [...args]);
const tsc = projectPath("node_modules/typescript/bin/tsc");

interface Manifest {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}
const manifestOf = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;

const link = (folder: string, name: string, target: string): void => {
  const path = join(folder, "node_modules", name);
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync(target, path, "dir");
};

beforeAll(async () => {
  stack = await startStack();
  directory = mkdtempSync(join(tmpdir(), "govgraph-recipes-"));
  packed = join(directory, "client");
  cpSync(projectPath("clients/typescript/package.json"), join(packed, "package.json"));
  for (const name of ["@apollo/client", "graphql", "rxjs"]) link(packed, name, projectPath(`node_modules/${name}`));
  await node(tsc, "-p", projectPath("clients/typescript"), "--outDir", join(packed, "dist"));
});
afterAll(async () => {
  await stack?.stop();
  rmSync(directory, { recursive: true });
});

/** A folder with what a team would have after copying the recipe, `npm install` and the download of the schema. */
const install = async (recipe: string): Promise<string> => {
  const folder = join(directory, recipe);
  cpSync(projectPath(`clients/recipes/${recipe}`), folder, { recursive: true });
  const { dependencies, devDependencies } = manifestOf(folder);
  for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
    const isOurs = name === "@govgraph/client";
    const target = isOurs ? packed : projectPath(`node_modules/${name}`);
    const found = (manifestOf(target) as unknown as { version: string }).version;
    // Ours is in no registry, so that no registry is asked for its name.
    expect([name, version]).toEqual([name, isOurs ? `file:govgraph-client-${found}.tgz` : found]);
    link(folder, name, target);
  }
  const schema = await fetch(`${stack.url}/schema.graphql`);
  writeFileSync(join(folder, "schema.graphql"), await schema.text());
  return folder;
};

const inFolder = (folder: string, program: string, ...args: readonly string[]): Promise<{ stdout: string }> =>
  run(process.execPath, [program, ...args], { cwd: folder });

const binaryOf = (name: string, command: string): string => {
  const { bin } = JSON.parse(readFileSync(projectPath(`node_modules/${name}/package.json`), "utf8")) as {
    bin: string | Record<string, string>;
  };
  return projectPath(`node_modules/${name}/${typeof bin === "string" ? bin : bin[command]!}`);
};

const GENERATORS: Readonly<Record<string, string>> = {
  "graphql-codegen": binaryOf("@graphql-codegen/cli", "graphql-codegen"),
  "gql.tada": binaryOf("gql.tada", "gql.tada"),
  "relay-compiler": binaryOf("relay-compiler", "relay-compiler"),
};

/** What `npm run build` does, its programs started by node. */
const build = async (folder: string): Promise<void> => {
  const { generate, check } = manifestOf(folder).scripts;
  for (const script of [generate, check]) {
    const [command, ...args] = script?.split(" ") ?? [];
    if (command !== undefined) await inFolder(folder, GENERATORS[command]!, ...args);
  }
  await inFolder(folder, tsc);
};

const RECIPES: readonly (readonly [recipe: string, cached: object, form: Form | undefined])[] = [
  ["graphql-codegen", {}, "graphql-codegen"],
  ["gql-tada", {}, "gql.tada"],
  ["apollo-client", { cached: ["Division:222401"] }, "Apollo Client"],
  ["urql", { cached: "延吉市" }, "urql"],
  ["relay", { cached: ["Division:222401"] }, undefined],
];

/** The showcase's first operation, as the explorer writes it as code. */
const exported = (form: Form): string => {
  const text = (end: string): string =>
    readFileSync(projectPath(`schema/operations/restaurant-in-yanji.${end}`), "utf8");
  return codeOf(form, { query: text("graphql"), variables: text("variables.json") }, `${stack.url}/graphql`)!;
};

describe("a recipe", () => {
  it.each(RECIPES)(
    "%s generates, compiles and shows what is there and what is withheld",
    async (recipe, cached, form) => {
      const folder = await install(recipe);
      if (form) writeFileSync(join(folder, "src/exported.ts"), exported(form));
      if (recipe === "graphql-codegen") writeFileSync(join(folder, "src/plain.ts"), exported("@govgraph/client"));
      await build(folder);
      const shown = async (uscc: string): Promise<string> =>
        (await inFolder(folder, "dist/main.js", `${stack.url}/graphql`, uscc)).stdout;
      const first = await shown("91990101MA9000011P");
      if (recipe === "graphql-codegen") expect(readFileSync(projectPath("docs/clients.md"), "utf8")).toContain(first);
      expect(JSON.parse(first)).toMatchObject({
        name: "延边白山松餐饮有限公司（演示）",
        fines: "¥17,345.67",
        ...cached,
      });
      expect(JSON.parse(await shown("11990101MB9000015E"))).toMatchObject({ contact: "INTERNAL_AFFAIRS" });
      for (const program of [...(form ? ["exported.js"] : []), ...(recipe === "graphql-codegen" ? ["plain.js"] : [])])
        expect((await inFolder(folder, `dist/${program}`)).stdout).toContain("食品经营许可");
      // A field that the graph does not have is an error of types or of the generator, not of the page.
      const page = join(folder, "src/main.ts");
      writeFileSync(page, readFileSync(page, "utf8").replace(/(\s)contact\n/, "$1contactOfNobody\n"));
      await expect(build(folder)).rejects.toMatchObject({ code: expect.any(Number) });
    },
  );
});

it("the recipe in Python generates models and shows what is there and what is withheld", async () => {
  const folder = join(directory, "python");
  cpSync(projectPath("clients/recipes/python"), folder, { recursive: true });
  writeFileSync(join(folder, "schema.graphql"), await (await fetch(`${stack.url}/schema.graphql`)).text());
  const bin = (name: string): string => join(folder, ".venv/bin", name);
  await run("python3", ["-m", "venv", ".venv"], { cwd: folder });
  await run(bin("pip"), ["install", "-q", "-r", "requirements.txt"], { cwd: folder });
  await run(bin("ariadne-codegen"), [], { cwd: folder });
  const shown = async (uscc: string): Promise<unknown> => {
    const { stdout } = await run(bin("python"), ["main.py", `${stack.url}/graphql`, uscc], { cwd: folder });
    return JSON.parse(stdout) as unknown;
  };
  expect(await shown("91990101MA9000011P")).toMatchObject({
    name: "延边白山松餐饮有限公司（演示）",
    fines: "¥17,345.67",
  });
  expect(await shown("11990101MB9000015E")).toMatchObject({ contact: "INTERNAL_AFFAIRS" });
  writeFileSync(join(folder, "exported.py"), exported("Python"));
  expect((await run(bin("python"), ["exported.py"], { cwd: folder })).stdout).toContain("食品经营许可");
  const query = join(folder, "queries/organization_page.graphql");
  writeFileSync(query, readFileSync(query, "utf8").replace(" contact\n", " contactOfNobody\n"));
  await expect(run(bin("ariadne-codegen"), [], { cwd: folder })).rejects.toMatchObject({ code: 1 });
});

it("the explorer's line for a shell asks what its tab asks", async () => {
  const { stdout } = await run("sh", ["-c", exported("curl")]);
  expect(stdout).toContain("食品经营许可");
});

describe("type policies of Apollo Client", () => {
  it("read a key that the query named otherwise, and keep what came without its key, or has none, inside its parent", async () => {
    const program = `
      import { InMemoryCache, gql } from "@apollo/client";
      import { typePolicies } from "./dist/apollo.js";
      const cache = new InMemoryCache({ typePolicies });
      const write = (query, data) => cache.writeQuery({ query: gql(query), data });
      write("{ one { __typename no: code name } }", { one: { __typename: "Division", no: "222401", name: "延吉市" } });
      write("{ two { __typename name } }", { two: { __typename: "Division", name: "敦化市" } });
      write("{ three { __typename id name } }", { three: { __typename: "Situation", id: "1", name: "甲" } });
      write("{ four { __typename id name } }", { four: { __typename: "Situation", id: "1", name: "乙" } });
      process.stdout.write(JSON.stringify([
        Object.keys(cache.extract()).filter((key) => !["ROOT_QUERY", "__META"].includes(key)),
        cache.readQuery({ query: gql("{ three { __typename id name } }") }).three.name,
      ]));
    `;
    const { stdout } = await run(process.execPath, ["--input-type=module", "-e", program], { cwd: packed });
    expect(JSON.parse(stdout)).toEqual([["Division:222401"], "甲"]);
  });
});
