/** The variables of the process that pushes changes to apps. */
import { logLevel, text, url, variable, type ConfigTable } from "../platform/config/index.js";

/** By name. */
export const WEBHOOKS_VARIABLES = {
  WEBHOOKS_GATEWAY_URL: variable({
    doc: "Address of a gateway, of whose `changes` it reads what is pushed.",
    schema: url,
    fallback: "http://localhost:4000/graphql",
  }),
  WEBHOOKS_KEY: variable({
    doc: "Ed25519 private key `id:base64url` (32 bytes) that signs what is pushed, or two while it is changed: the first one signs. Gateways have the public halves (`GATEWAY_WEBHOOK_SIGNERS`).",
    schema: text,
    secret: true,
  }),
  WEBHOOKS_LOG_LEVEL: variable({ doc: "Lowest level that is logged.", schema: logLevel, fallback: "info" }),
} satisfies ConfigTable;
