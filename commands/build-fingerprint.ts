/** Stands for the build that runs: another one may bring other tables, real data or law, so databases are looked at again. */
import { createHash } from "node:crypto";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { projectPath } from "../platform/config/index.js";

/** What brings tables, real data and law. */
const FOLDERS = [
  projectPath("dist/platform"),
  projectPath("dist/subgraphs"),
  projectPath("platform"),
  projectPath("subgraphs"),
];

/** Files of code that runs, and of data that it reads. */
const COUNTS = /\.(?:js|json|csv|tsv|sql)$/;

/** Equal where names, sizes and times of all files are: a build that is written again is another one. */
export const buildFingerprint = (): string => {
  const hash = createHash("sha256");
  for (const folder of FOLDERS)
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !COUNTS.test(entry.name)) continue;
      const path = join(entry.parentPath, entry.name);
      const { size, mtimeMs } = statSync(path);
      hash.update(`${path} ${size} ${mtimeMs}\n`);
    }
  return hash.digest("base64url");
};
