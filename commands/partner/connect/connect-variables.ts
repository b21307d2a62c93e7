/** The variables of a process that serves a mapping; the secret of its backend has the name that the mapping gives. */
import { z } from "zod";
import { logLevel, portNumber, text, url, variable, type ConfigTable } from "../../../platform/config/index.js";
import { DEFAULT_NOTICE_MS, NOTICE_DOC } from "../../../platform/http/index.js";

/** By name. */
export const CONNECT_VARIABLES = {
  CONNECT_GATEWAY_URL: variable({
    doc: "Address of the gateway: its public keys are fetched there, and no request is taken that they did not sign. By https, or on this machine.",
    schema: url,
    fallback: "http://localhost:4000",
    developmentOnly: true,
  }),
  CONNECT_HOST: variable({ doc: "Address to listen on.", schema: text, fallback: "127.0.0.1" }),
  CONNECT_PORT: variable({
    doc: "Port of GraphQL, health and metrics; 0 for a free one.",
    schema: portNumber,
    fallback: "4020",
  }),
  CONNECT_SECRETS_FOLDER: variable({
    doc: "Folder of the files that a mapping names as secrets.",
    schema: text,
    fallback: "/run/secrets",
  }),
  CONNECT_NOTICE_MS: variable({
    doc: NOTICE_DOC,
    schema: z.coerce.number().int().nonnegative(),
    fallback: String(DEFAULT_NOTICE_MS),
  }),
  CONNECT_LOG_LEVEL: variable({ doc: "Lowest level that is logged.", schema: logLevel, fallback: "info" }),
} satisfies ConfigTable;
