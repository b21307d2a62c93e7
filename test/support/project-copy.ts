/** A copy of the project in a temporary folder, compiled from what is compiled here: for tests of what a change to the sources takes. */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { projectPath } from "../../platform/config/index.js";
import { runNode } from "./commands.js";

/** A copy, and what may be done to it. */
export interface ProjectCopy {
  readonly folder: string;
  /** Writes files that are not there yet. */
  add(files: Readonly<Record<string, string>>): void;
  /** Puts a text behind one that stands there exactly once. */
  insert(file: string, behind: string, text: string): void;
  /** Files that were added or changed since the last call, sorted; what is compiled is not looked at. */
  changes(): string[];
  /** Compiles what changed. */
  compile(): Promise<string>;
  /** Runs a compiled command to its end and gives what it wrote. Throws that where it fails. */
  run(script: string, environment?: NodeJS.ProcessEnv): Promise<string>;
  remove(): void;
}

/** What belongs to no source: packages, compiled code, and files of tests, which nothing here compiles. */
const LEFT_OUT = /^(node_modules|dist|\.git)\/|^test\/(architecture|contract|e2e|long|security|subgraph|unit)\//;

/** Node finds packages where the copy links to them, so that paths are those of what was compiled before. */
const AS_LINKED = ["--preserve-symlinks", "--preserve-symlinks-main"];

/** Copies sources and compiled code; packages are linked. */
export const copyProject = (): ProjectCopy => {
  const folder = mkdtempSync(join(tmpdir(), "govgraph-copy-"));
  const listed = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "-z"], { cwd: projectPath() });
  for (const file of listed.toString().split("\0")) {
    if (file === "" || LEFT_OUT.test(file) || !existsSync(projectPath(file))) continue;
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(projectPath(file), join(folder, file));
  }
  cpSync(projectPath("dist"), join(folder, "dist"), { recursive: true });
  symlinkSync(projectPath("node_modules"), join(folder, "node_modules"));

  const hashes = (): Map<string, string> =>
    new Map(
      readdirSync(folder, { recursive: true, withFileTypes: true, encoding: "utf8" })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
        .filter((file) => !LEFT_OUT.test(file))
        .map((file) => [
          file,
          createHash("sha256")
            .update(readFileSync(join(folder, file)))
            .digest("hex"),
        ]),
    );
  let seen = hashes();

  const runWith = async (args: readonly string[], environment: NodeJS.ProcessEnv): Promise<string> => {
    const { ended, output } = runNode([...AS_LINKED, ...args], environment, folder);
    const code = await ended;
    if (code !== 0) throw new Error(`${args[0]} ended with ${code}:\n${output()}`);
    return output();
  };
  return {
    folder,
    add(files) {
      for (const [file, text] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, file)), { recursive: true });
        writeFileSync(join(folder, file), text, { flag: "wx" });
      }
    },
    insert(file, behind, text) {
      const parts = readFileSync(join(folder, file), "utf8").split(behind);
      if (parts.length !== 2) throw new Error(`${file} has ${parts.length - 1} times: ${behind}`);
      writeFileSync(join(folder, file), parts.join(`${behind}${text}`));
    },
    changes() {
      const before = seen;
      seen = hashes();
      return [...seen].flatMap(([file, hash]) => (before.get(file) === hash ? [] : [file])).sort();
    },
    compile: () => runWith(["node_modules/typescript/bin/tsc", "-p", "tsconfig.build.json", "--preserveSymlinks"], {}),
    run: (script, environment = {}) => runWith([script], environment),
    remove: () => rmSync(folder, { recursive: true }),
  };
};
