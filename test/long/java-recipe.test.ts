/** The recipe in Java, from a folder of its own: Maven brings its packages, generates, compiles and asks the running stack. */
import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { codeOf } from "../../gateway/web/client/code.js";
import { projectPath } from "../../platform/config/index.js";
import { startStack, type TestStack } from "../support/stack.js";

const run = promisify(execFile);

let stack: TestStack;
const folder = mkdtempSync(join(tmpdir(), "govgraph-java-"));
beforeAll(async () => {
  stack = await startStack();
});
afterAll(async () => {
  await stack.stop();
  rmSync(folder, { recursive: true });
});

const build = (): Promise<unknown> => run("mvn", ["-q", "-B", "package"], { cwd: folder });

const shown = async (uscc: string): Promise<unknown> => {
  const command = ["-cp", "target/classes:target/lib/*", "Main", `${stack.url}/graphql`, uscc];
  return JSON.parse((await run("java", command, { cwd: folder })).stdout) as unknown;
};

/** The showcase's first operation, as the explorer writes it. */
const exported = (): string => {
  const [query, variables] = ["graphql", "variables.json"].map((end) =>
    readFileSync(projectPath(`schema/operations/restaurant-in-yanji.${end}`), "utf8"),
  );
  return codeOf("Java", { query: query!, variables: variables! }, `${stack.url}/graphql`)!;
};

it("it generates, compiles and shows what is there and what is withheld", async () => {
  cpSync(projectPath("clients/recipes/java"), folder, { recursive: true });
  writeFileSync(join(folder, "schema.graphql"), await (await fetch(`${stack.url}/schema.graphql`)).text());
  writeFileSync(join(folder, "src/main/java/Exported.java"), exported());
  await build();
  const program = ["-cp", "target/classes:target/lib/*", "Exported"];
  expect((await run("java", program, { cwd: folder })).stdout).toContain("食品经营许可");
  expect(await shown("91990101MA9000011P")).toMatchObject({
    name: "延边白山松餐饮有限公司（演示）",
    fines: "¥17,345.67",
  });
  expect(await shown("11990101MB9000015E")).toMatchObject({ contact: "INTERNAL_AFFAIRS" });
  const page = join(folder, "src/main/java/Main.java");
  writeFileSync(page, readFileSync(page, "utf8").replace(".contact()", ".contactOfNobody()"));
  await expect(build()).rejects.toMatchObject({ code: 1 });
});
