/** The variables of the worker that loads what agencies upload. */
import { logLevel, text, url, variable, type ConfigTable } from "../platform/config/index.js";

/** By name. */
export const WORKER_VARIABLES = {
  WORKER_LOADS_STORE: variable({
    doc: "PostgreSQL (postgresql://…) of `GATEWAY_LOADS_STORE`, whose role owns the schema `loads`.",
    schema: url,
    secret: true,
  }),
  WORKER_LOADS_DIRECTORY: variable({
    doc: "Folder of `GATEWAY_LOADS_DIRECTORY`, where gateways put what agencies upload.",
    schema: text,
  }),
  WORKER_LOG_LEVEL: variable({ doc: "Lowest level that is logged.", schema: logLevel, fallback: "info" }),
} satisfies ConfigTable;
