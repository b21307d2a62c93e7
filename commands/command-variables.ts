/** The variables of `npm start` and of the commands: what their help and docs/configuration.md show and what they read. */
import { z } from "zod";
import { ConfigError, portNumber, readConfig, variable, type ConfigTable } from "../platform/config/index.js";
import { parseRecordKeys, type RecordKeys } from "../platform/import/index.js";
import type { LocalState } from "../infra/local/state.js";

/** Where local state is. */
export const STATE_VARIABLES = {
  GOVGRAPH_DIRECTORY: variable({
    doc: "Where local state is kept; empty for `.govgraph` in the project.",
    schema: z.string(),
    fallback: "",
  }),
} satisfies ConfigTable;

/** By which `npm start` and every command find the databases. */
export const DATABASE_VARIABLES = {
  DATABASE_URL: variable({
    doc: "Your PostgreSQL, with a role that may create roles and schemas; empty for the local one of this folder.",
    schema: z.string(),
    fallback: "",
    secret: true,
  }),
  "<SERVICE>_DATABASE_URL": variable({
    doc: "A service's database with its own role, of all services or of none; empty for roles that are made here.",
    schema: z.string(),
    fallback: "",
    secret: true,
  }),
  ...STATE_VARIABLES,
} satisfies ConfigTable;

/** Where loads of publishers are kept: whoever provisions makes the role and the schema of it. */
export const LOADS_VARIABLES = {
  GATEWAY_LOADS_STORE: variable({
    doc: "PostgreSQL (postgresql://…) that keeps what publishers upload: with DATABASE_URL, its role and the schema `loads` are made where they are missing.",
    schema: z.string(),
    fallback: "",
    secret: true,
  }),
} satisfies ConfigTable;

/** Where a Keycloak is that stands for the development issuer. */
export const KEYCLOAK_VARIABLES = {
  KEYCLOAK_URL: variable({
    doc: "Your Keycloak, such as `http://localhost:8080`; empty for the development issuer of `npm start`.",
    schema: z.string(),
    fallback: "",
  }),
} satisfies ConfigTable;

/** Of `npm start` alone. */
export const START_VARIABLES = {
  ...DATABASE_VARIABLES,
  ...KEYCLOAK_VARIABLES,
  ISSUER_PORT: variable({
    doc: "Port of the development issuer; not used beside KEYCLOAK_URL.",
    schema: portNumber,
    fallback: "8080",
  }),
  GATEWAY_PORT: variable({
    doc: "Port of the gateway. Other variables of the processes are passed on to them.",
    schema: portNumber,
    fallback: "4000",
  }),
  GOVGRAPH_CLOCK: variable({
    doc: "`real` for the real time; empty for the day of the demonstration data.",
    schema: z.enum(["", "real"], { error: "write real, or leave it empty" }),
    fallback: "",
  }),
} satisfies ConfigTable;

/** By name, with what stands in for each where it is empty. */
export const COMMAND_VARIABLES = {
  GOVGRAPH_SUBJECT_KEY: variable({
    doc: "Key of the hash that stands for a person, the one by which the identity provider makes `subject_hash`. Nothing stands in for it: without it a file with identity numbers of persons is refused.",
    schema: z.string(),
    fallback: "",
    secret: true,
  }),
  GOVGRAPH_RECORD_KEYS: variable({
    doc: "Keys `id:base64url` by which imported records are found again; the first one hashes, those behind it find what was hashed before. Losing them makes every record a new one. Empty for the key of the local state.",
    schema: z.string(),
    fallback: "",
    secret: true,
  }),
} satisfies ConfigTable;

/**
 * Keys of the environment, and where it has no record keys, those of the local state. Without a state (databases that are given, not
 * this folder's) nothing stands in: another key would make every record a new one. Throws ConfigError where the record keys are missing
 * then. The key of persons is the identity provider's and never ours to make.
 */
export const readCommandKeys = (
  environment: NodeJS.ProcessEnv,
  state: Pick<LocalState, "recordKeys"> | undefined,
): { subjectKey?: string; recordKeys: RecordKeys } => {
  const { GOVGRAPH_SUBJECT_KEY, GOVGRAPH_RECORD_KEYS } = readConfig(COMMAND_VARIABLES, environment);
  const recordKeys = GOVGRAPH_RECORD_KEYS || state?.recordKeys;
  if (recordKeys === undefined)
    throw new ConfigError([
      `GOVGRAPH_RECORD_KEYS is not set: ${COMMAND_VARIABLES.GOVGRAPH_RECORD_KEYS.doc} It must be given with <SERVICE>_DATABASE_URL.`,
    ]);
  return {
    recordKeys: parseRecordKeys(recordKeys),
    ...(GOVGRAPH_SUBJECT_KEY === "" ? {} : { subjectKey: GOVGRAPH_SUBJECT_KEY }),
  };
};
