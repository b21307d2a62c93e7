/** The engine under test: the default one, or the one that GATEWAY_ENGINE names, as for a gateway. */
import { withoutSecurityLinks } from "../../gateway/engine/security-links.js";
import { PLANNING_THREAD } from "../../gateway/engine/planning/planning-thread.js";
import { readSchemaFile } from "../../gateway/generation/schema-files.js";
import { ENGINE_NAMES, engineLoader, type EngineName } from "../../gateway/engine/engines.js";

/** Name of the engine that gateways of tests are started with. */
export const TEST_ENGINE: EngineName =
  ENGINE_NAMES.find((name) => name === process.env["GATEWAY_ENGINE"]) ?? "compiled";

/** Its loader. */
export const loadTestEngine = (await engineLoader(TEST_ENGINE))();

// One thread plans for all files that a process runs: who starts after another finds planner and graph loaded. Idle, it keeps no process alive.
if (TEST_ENGINE === "compiled") void PLANNING_THREAD.open(withoutSecurityLinks(readSchemaFile("supergraph.graphql")));
