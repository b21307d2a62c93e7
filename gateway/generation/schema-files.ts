/** Schema files as `npm run schema` writes them. */
import { readFileSync } from "node:fs";
import type { BundledContract } from "../../platform/bundle/index.js";
import { projectPath, readContracts } from "../../platform/config/index.js";
import { loadPolicy } from "../../platform/disclosure/table/index.js";
import type { SchemaEdition } from "./generation.js";

/** Reads a generated schema file. */
export const readSchemaFile = (name: string): string => readFileSync(projectPath(`schema/${name}`), "utf8");

/** Contracts with their schemas. */
export const readContractFiles = (): BundledContract[] =>
  readContracts().map(({ name, description }) => ({
    ...{ name, description },
    schema: readSchemaFile(`contracts/${name}.graphql`),
  }));

/** Supergraph, policy table, public schema and contracts, which are compiled together. */
export const readSchemaEdition = (): SchemaEdition => ({
  supergraph: readSchemaFile("supergraph.graphql"),
  policy: loadPolicy(),
  publicSchema: readSchemaFile("public.graphql"),
  contracts: readContractFiles(),
});
