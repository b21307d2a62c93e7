/** The variables that commands for partners have in common with gateways, as these declare them. */
import { GATEWAY_VARIABLES } from "../../gateway/config.js";
import type { ConfigTable } from "../../platform/config/index.js";

const { GATEWAY_PARTNER_KEYS, GATEWAY_USE_STORE } = GATEWAY_VARIABLES;

/** By name. */
export const GATEWAYS_VARIABLES = { GATEWAY_PARTNER_KEYS, GATEWAY_USE_STORE } satisfies ConfigTable;
