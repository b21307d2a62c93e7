/** The supergraph as committed, and the copy that ApolloGateway accepts. */
import { readFileSync } from "node:fs";
import { projectPath } from "../../platform/config/index.js";

/** Reads a generated schema file. */
export const readSchemaFile = (name: string): string => readFileSync(projectPath(`schema/${name}`), "utf8");

/** ApolloGateway refuses links `for: SECURITY`, and enforces none of them (decision D2): it gets a copy without the mark. */
export const withoutSecurityLinks = (supergraph: string): string => supergraph.replaceAll(/, for: SECURITY/g, "");
