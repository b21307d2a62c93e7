/** Finds files of the product (SDL, snapshots) from source and from compiled code alike. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const findRoot = (from: string): string => {
  const manifest = join(from, "package.json");
  if (existsSync(manifest) && (JSON.parse(readFileSync(manifest, "utf8")) as { name?: string }).name === "govgraph") {
    return from;
  }
  const parent = dirname(from);
  if (parent === from) throw new Error("The folder that holds govgraph's package.json was not found.");
  return findRoot(parent);
};

const root = findRoot(dirname(fileURLToPath(import.meta.url)));

/** Absolute path of a file of the product, such as `projectPath("schema/policy.json")`. */
export const projectPath = (relative = ""): string => join(root, relative);
