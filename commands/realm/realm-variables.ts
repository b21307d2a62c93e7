/** The variables by which `npm run realm` finds the realm that it keeps in step. */
import { z } from "zod";
import { variable, type ConfigTable } from "../../platform/config/index.js";

/** Where the realm is, and as whom it is told. */
export const REALM_VARIABLES = {
  REALM_URL: variable({
    doc: "The Keycloak realm that knows the apps' clients, as this command reaches it, such as `http://localhost:8080/realms/gov`.",
    schema: z.url({ protocol: /^https?$/, error: "write the address of a realm, http(s)://…/realms/<name>" }),
  }),
  REALM_CLIENT: variable({
    doc: "Client of the realm that may manage clients and nothing else; realm.json has one.",
    schema: z.string().min(1),
    fallback: "gov-apps",
  }),
  REALM_CLIENT_SECRET: variable({
    doc: "Its secret, which the realm made when it was imported.",
    schema: z.string().min(1),
    secret: true,
  }),
} satisfies ConfigTable;
