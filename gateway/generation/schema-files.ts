/** Schema files as `npm run schema` writes them. */
import { readFileSync } from "node:fs";
import { projectPath } from "../../platform/config/index.js";
import { loadPolicy } from "../../platform/disclosure/table/index.js";
import type { SchemaEdition } from "./generation.js";

/** Reads a generated schema file. */
export const readSchemaFile = (name: string): string => readFileSync(projectPath(`schema/${name}`), "utf8");

/** Supergraph, policy table and public schema, which are compiled together. */
export const readSchemaEdition = (): SchemaEdition => ({
  supergraph: readSchemaFile("supergraph.graphql"),
  policy: loadPolicy(),
  publicSchema: readSchemaFile("public.graphql"),
});
