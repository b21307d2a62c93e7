/** The engines that a gateway can be started with; the other one is never loaded. */
import type { PlanListener } from "./compiled/programs.js";
import type { LoadEngine } from "./query-engine.js";

/** Their names (GATEWAY_ENGINE). */
export const ENGINE_NAMES = ["compiled", "apollo"] as const;

/** Name of an engine. */
export type EngineName = (typeof ENGINE_NAMES)[number];

/** The maker of an engine's loader; the listener is told of every plan that is made. */
export const engineLoader = async (name: EngineName = "compiled"): Promise<(listener?: PlanListener) => LoadEngine> =>
  name === "apollo"
    ? (await import("./apollo/apollo-gateway-engine.js")).createApolloGatewayLoader
    : (await import("./compiled/compiled-engine.js")).createCompiledEngineLoader;
