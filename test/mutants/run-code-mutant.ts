/** Runs mutants of the code: each in a copy of the sources, against the tests that must notice; the checkout is left alone. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import ts from "typescript";
import { projectPath } from "../../platform/config/index.js";
import { mutated, type CodeMutant, type TestSlice } from "./code-mutant.js";

/** A copy of the sources. */
export interface SourceCopy {
  /** The first test that the mutant breaks; undefined where all pass: it survived. Throws where the tests do not run. */
  killerOf(mutant: CodeMutant): Promise<string | undefined>;
  /** The first test of the slice that fails without any mutant; undefined where it is as it should be. */
  brokenIn(tests: TestSlice): Promise<string | undefined>;
  remove(): void;
}

/** Longest time of one slice. A mutant may wait for ever, which its test then does too … */
const SLICE_DEADLINE_MS = 300_000;

/** … and that is noticed where the same slice ends in so small a part of the time without the mutant. */
const PART_OF_DEADLINE = 5;

class DidNotEnd extends Error {}

/** Not copied: what is installed, of the repository, or data of a running stack. */
const LEFT_OUT = ["node_modules", ".git", ".govgraph"];

/** Jest's own configuration without a database of its own: the run that started this one has set the server's address. */
const CONFIGURATION = `import config from "./jest.config.js";
const { globalSetup: _setup, globalTeardown: _teardown, ...rest } = config;
export default { ...rest, cacheDirectory: "<rootDir>/.jest" };
`;

/** What the build makes of one source. */
const compiled = (source: string): string => {
  const { config } = ts.readConfigFile(projectPath("tsconfig.json"), ts.sys.readFile) as {
    config: { compilerOptions: object };
  };
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, projectPath());
  // Which of both a file is stands in package.json, and one source alone has none.
  const compilerOptions = { ...options, module: ts.ModuleKind.ESNext };
  return ts.transpileModule(source, { compilerOptions }).outputText;
};

interface Report {
  readonly numTotalTests: number;
  readonly numPendingTests: number;
  readonly testResults: readonly {
    readonly message: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

/** Copies the sources. */
export const copySources = (): SourceCopy => {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "govgraph-mutant-")));
  const original = projectPath();
  cpSync(original, root, {
    recursive: true,
    filter: (path) => !LEFT_OUT.includes(relative(original, path)),
  });
  symlinkSync(realpathSync(projectPath("node_modules")), join(root, "node_modules"));
  writeFileSync(join(root, "jest.mutant.config.js"), CONFIGURATION);

  const firstFailure = async ({ file, name }: TestSlice): Promise<string | undefined> => {
    const report = join(root, "report.json");
    rmSync(report, { force: true });
    const child = spawn(
      process.execPath,
      [
        ...[
          "node_modules/jest/bin/jest.js",
          "--config",
          "jest.mutant.config.js",
          "--runInBand",
          "--silent",
          "--json",
          "--outputFile",
          report,
        ],
        ...(name === undefined ? [] : ["--testNamePattern", name]),
        ...["--runTestsByPath", file],
      ],
      { cwd: root, stdio: "ignore", timeout: SLICE_DEADLINE_MS },
    );
    await once(child, "exit");
    if (!existsSync(report)) throw new DidNotEnd(`${file} did not end within ${SLICE_DEADLINE_MS / 1_000} seconds.`);
    const { testResults, numTotalTests, numPendingTests } = JSON.parse(readFileSync(report, "utf8")) as Report;
    if (numTotalTests === numPendingTests) throw new Error(`${file} did not run: ${testResults[0]?.message ?? ""}`);
    // A test that runs out of time on a busy machine has noticed nothing.
    return testResults
      .flatMap(({ assertionResults }) => assertionResults)
      .find(
        ({ status, failureMessages }) =>
          status === "failed" && !failureMessages.every((message) => message.includes("Exceeded timeout of")),
      )?.fullName;
  };

  /** Who waits for ever is noticed, unless the sources take long too. */
  const endlessIn = async (tests: TestSlice): Promise<string | undefined> => {
    const startedAt = Date.now();
    const broken = await firstFailure(tests);
    const seconds = Math.round((Date.now() - startedAt) / 1_000);
    return broken === undefined && seconds * 1_000 * PART_OF_DEADLINE < SLICE_DEADLINE_MS
      ? `no end within ${SLICE_DEADLINE_MS / 1_000} s, where the sources end in ${seconds} s`
      : undefined;
  };

  return {
    async killerOf(mutant) {
      const path = join(root, mutant.file);
      const source = readFileSync(path, "utf8");
      const change = mutated(mutant, source);
      const built = join(root, "dist", mutant.file.replace(/\.ts$/, ".js"));
      const before = readFileSync(built, "utf8");
      const restore = (): void => {
        writeFileSync(path, source);
        writeFileSync(built, before);
      };
      writeFileSync(path, change);
      writeFileSync(built, compiled(change));
      try {
        return await firstFailure(mutant.tests);
      } catch (error) {
        restore();
        const killer = error instanceof DidNotEnd ? await endlessIn(mutant.tests) : undefined;
        if (killer !== undefined) return killer;
        throw new Error(`The mutant "${mutant.name}" was not decided.`, { cause: error });
      } finally {
        restore();
      }
    },
    brokenIn: firstFailure,
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
};
