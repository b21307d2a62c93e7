/** Stands for the build that runs: another one may bring other tables, real data or law, so databases are looked at again. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { projectPath } from "../platform/config/index.js";

/** What the compiler writes whenever it writes anything: one look at it stands for the 1,600 files of the folders. */
const COMPILED = projectPath("dist/.tsbuildinfo");
const COMPILED_FOLDERS = [projectPath("dist/platform"), projectPath("dist/subgraphs")];
const DATA = [
  projectPath("platform/domain/law"),
  projectPath("schema/legal-bases.json"),
  projectPath("schema/subgraphs.json"),
  projectPath("subgraphs/reference/seeds/divisions.tsv"),
  projectPath("subgraphs/reference/seeds/division-changes.json"),
];

/** Folders and files that bring tables, real data and law; a test holds them against what `npm run migrate` reads. */
export const BUILD_FILES = [COMPILED, ...COMPILED_FOLDERS, ...DATA];

const filesOf = (path: string): string[] =>
  statSync(path).isDirectory()
    ? readdirSync(path, { recursive: true, withFileTypes: true }).flatMap((entry) =>
        entry.isFile() && !entry.name.endsWith(".map") ? [join(entry.parentPath, entry.name)] : [],
      )
    : [path];

/** Equal where names, sizes and times of all files are: a build that is written again is another one. */
export const buildFingerprint = (): string => {
  const hash = createHash("sha256");
  const compiled = existsSync(COMPILED) ? [COMPILED] : COMPILED_FOLDERS;
  for (const path of [...compiled, ...DATA].flatMap(filesOf)) {
    const { size, mtimeMs } = statSync(path);
    hash.update(`${path} ${size} ${mtimeMs}\n`);
  }
  return hash.digest("base64url");
};
