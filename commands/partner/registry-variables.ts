/** The variables of the registry's commands. */
import { z } from "zod";
import { portNumber, text, variable, type ConfigTable } from "../../platform/config/index.js";
import { DATABASE_VARIABLES, KEYCLOAK_VARIABLES, STATE_VARIABLES } from "../command-variables.js";

/** By name, with what stands in for each where it is empty. */
export const REGISTRY_VARIABLES = {
  REGISTRY_DATABASE_URL: variable({
    doc: "The registry's database with a role that owns the schema `registry`; empty for a role that is made on DATABASE_URL or on the local server. Where it is set, `check` and `mirror` go by what is live in it.",
    schema: z.string(),
    fallback: "",
    secret: true,
  }),
  REGISTRY_SIGNING_KEY: variable({
    doc: "Private key `id:base64url` that signs bundles, such as `npm run partner -- key --new` makes; empty for one of the local state. No gateway has it.",
    schema: z.string(),
    fallback: "",
    secret: true,
  }),
  REGISTRY_TOKEN: variable({
    doc: "Access token of who hands in, approves or removes; reading needs none.",
    schema: z.string(),
    fallback: "",
    secret: true,
  }),
  REGISTRY_ISSUER_URL: variable({
    doc: "Issuer of that token, a Keycloak realm; empty for that of KEYCLOAK_URL or of `npm start`.",
    schema: z.string(),
    fallback: "",
  }),
  REGISTRY_HOST: variable({ doc: "Address at which `serve` listens.", schema: text, fallback: "127.0.0.1" }),
  REGISTRY_PORT: variable({ doc: "Port of `GET /bundle`.", schema: portNumber, fallback: "4010" }),
  DATABASE_URL: DATABASE_VARIABLES.DATABASE_URL,
  ...KEYCLOAK_VARIABLES,
  ...STATE_VARIABLES,
} satisfies ConfigTable;
