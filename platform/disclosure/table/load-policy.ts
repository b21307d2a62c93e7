/** Reads the policy table that `npm run schema` compiled. */
import { readFileSync } from "node:fs";
import { projectPath } from "../../config/index.js";
import type { PolicyTable } from "./policy-table.js";

/** The compiled policy table. Throws where `npm run schema` was never run. */
export const loadPolicy = (file = projectPath("schema/policy.json")): PolicyTable =>
  JSON.parse(readFileSync(file, "utf8")) as PolicyTable;
