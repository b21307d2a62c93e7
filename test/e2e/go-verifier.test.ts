/** The verifier in Go that partners are given takes what the gateway signs and refuses what was changed, with nothing but Go's own library. */
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { projectPath } from "../../platform/config/index.js";
import { runProgram } from "../support/commands.js";
import { missingPrograms } from "../support/partner-example.js";

const folder = mkdtempSync(join(tmpdir(), "govgraph-go-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const go = async (...args: readonly string[]): Promise<string> => {
  // No module is fetched: it has none but Go's own.
  const run = runProgram(
    ["go", ...args],
    { HOME: homedir(), GOPROXY: "off", GOFLAGS: "-mod=mod", GOTOOLCHAIN: "local" },
    folder,
  );
  if ((await run.ended) !== 0) throw new Error(`go ${args.join(" ")}: ${run.output()}`);
  return run.output();
};

it("passes its own tests on the vectors", async () => {
  if (missingPrograms("gqlgen").length > 0) {
    process.stderr.write("THE VERIFIER IN GO IS NOT TRIED, for want of go.\n");
    // Where CI runs it is tried.
    return expect(process.env["CI"]).not.toBe("true");
  }
  cpSync(projectPath("commands/partner/init/templates/go/gateway"), join(folder, "gateway"), { recursive: true });
  cpSync(projectPath("docs/partners/vectors.json"), join(folder, "vectors.json"));
  await go("mod", "init", "verifier");
  await go("vet", "./...");
  expect(await go("test", "-v", "./...")).toMatch(/^--- PASS: [\s\S]*^ok\s/m);
}, 600_000);
