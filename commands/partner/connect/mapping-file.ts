/** Finds a mapping file. */
import { existsSync, readFileSync, statSync } from "node:fs";
import { readMapping, type Mapping } from "../../../platform/connect/index.js";
import { requirePartnerName } from "../installation.js";

/** Reads it. Throws sentences where there is none, or where something is wrong with it: a mapping that bears the name of a service of ours would have its secrets. */
export const readMappingFile = (path: string): Mapping => {
  if (!existsSync(path) || !statSync(path).isFile()) throw new Error(`There is no file at ${path}.`);
  const mapping = readMapping(readFileSync(path, "utf8"), path);
  requirePartnerName(mapping.subgraph);
  return mapping;
};
