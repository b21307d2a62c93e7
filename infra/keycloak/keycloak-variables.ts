/** The variables of `npm run keycloak`. */
import { portNumber, text, variable, type ConfigTable } from "../../platform/config/index.js";

/** By name. */
export const KEYCLOAK_RUN_VARIABLES = {
  KEYCLOAK_PORT: variable({ doc: "Port of Keycloak.", schema: portNumber, fallback: "8080" }),
  KEYCLOAK_MANAGEMENT_PORT: variable({ doc: "Port of its health checks.", schema: portNumber, fallback: "9000" }),
  GOV_PORTAL_URL: variable({ doc: "Origin of the explorer.", schema: text, fallback: "http://localhost:4000" }),
  GOV_FRONT_END_URL: variable({
    doc: "Origin of a front end of your own that signs in.",
    schema: text,
    fallback: "http://localhost:5173",
  }),
} satisfies ConfigTable;
