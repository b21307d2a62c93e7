/** The engine under test: the default one, or the one that GATEWAY_ENGINE names, as for a gateway. */
import { ENGINE_NAMES, engineLoader, type EngineName } from "../../gateway/engine/engines.js";

/** Name of the engine that gateways of tests are started with. */
export const TEST_ENGINE: EngineName =
  ENGINE_NAMES.find((name) => name === process.env["GATEWAY_ENGINE"]) ?? "compiled";

/** Its loader. */
export const loadTestEngine = (await engineLoader(TEST_ENGINE))(() => undefined);
