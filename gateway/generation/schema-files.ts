/** Schema files as `npm run schema` writes them. */
import { readFileSync } from "node:fs";
import { projectPath } from "../../platform/config/index.js";
import { loadPolicy } from "../../platform/disclosure/table/index.js";
import { checkEdition } from "./check-edition.js";
import type { SchemaEdition } from "./generation.js";

/** Reads a generated schema file. */
export const readSchemaFile = (name: string): string => readFileSync(projectPath(`schema/${name}`), "utf8");

/** Supergraph, policy table and public schema, which are compiled together. Throws a sentence where the first two are of two compositions. */
export const readSchemaEdition = (read = readSchemaFile): SchemaEdition => {
  const edition = {
    supergraph: read("supergraph.graphql"),
    policy: loadPolicy(),
    publicSchema: read("public.graphql"),
  };
  checkEdition(edition);
  return edition;
};
