/** The variables of the commands that load data (`npm run import`, `npm run refresh`). */
import { z } from "zod";
import { ConfigError, readConfig, variable, type ConfigTable } from "../../platform/config/index.js";
import { parseRecordKeys, type RecordKeys } from "../../platform/import/index.js";
import type { LocalState } from "./state.js";

/** By name; what is empty is kept in local state (`.govgraph`). */
export const COMMAND_VARIABLES = {
  GOVGRAPH_SUBJECT_KEY: variable({
    doc: "Key of the hash that stands for a person, the one by which the identity provider makes `subject_hash`; empty for that of the local state.",
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
 * Keys of the environment, else of the local state. Without a state (databases that are given, not this folder's) nothing stands in:
 * another key would make every record a new one. Throws ConfigError where the record keys are missing then.
 */
export const readCommandKeys = (
  environment: NodeJS.ProcessEnv,
  state: Pick<LocalState, "secret" | "recordKeys"> | undefined,
): { subjectKey?: string; recordKeys: RecordKeys } => {
  const { GOVGRAPH_SUBJECT_KEY, GOVGRAPH_RECORD_KEYS } = readConfig(COMMAND_VARIABLES, environment);
  const recordKeys = GOVGRAPH_RECORD_KEYS || state?.recordKeys;
  const subjectKey = GOVGRAPH_SUBJECT_KEY || state?.secret;
  if (recordKeys === undefined)
    throw new ConfigError([
      `GOVGRAPH_RECORD_KEYS is not set: ${COMMAND_VARIABLES.GOVGRAPH_RECORD_KEYS.doc} It must be given with <SERVICE>_DATABASE_URL.`,
    ]);
  return { recordKeys: parseRecordKeys(recordKeys), ...(subjectKey === undefined ? {} : { subjectKey }) };
};
