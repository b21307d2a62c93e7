/** Schema files as `npm run schema` writes them. */
import { readFileSync } from "node:fs";
import { projectPath } from "../../platform/config/index.js";

/** Reads a generated schema file. */
export const readSchemaFile = (name: string): string => readFileSync(projectPath(`schema/${name}`), "utf8");
