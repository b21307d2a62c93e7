/** The engines that a gateway can be started with; the other one is never loaded. */
import type { LoadEngine } from "./query-engine.js";

/** Their names (GATEWAY_ENGINE). */
export const ENGINE_NAMES = ["compiled", "apollo"] as const;

/** Name of an engine. */
export type EngineName = (typeof ENGINE_NAMES)[number];

/** The maker of an engine's loader; `onPlan` is told of every plan that is made. */
export const engineLoader = async (name: EngineName = "compiled"): Promise<(onPlan: () => void) => LoadEngine> =>
  name === "apollo"
    ? (await import("./apollo/apollo-gateway-engine.js")).createApolloGatewayLoader
    : (await import("./compiled/compiled-engine.js")).createCompiledEngineLoader;
