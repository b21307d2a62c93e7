/** What one machine remembers between commands, in .govgraph/: secrets and where things run. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { randomBytes } from "node:crypto";
import { createGatewayKey } from "../../platform/auth/context-keys.js";
import { createPartnerKey } from "../../platform/auth/partner-keys.js";
import { createSigningKey } from "../../platform/auth/signing-key.js";
import { projectPath } from "../../platform/config/index.js";
import { createRecordKey } from "../../platform/import/index.js";

/** The remembered state. */
export interface LocalState {
  /** The gateway's keys, from which those of the services are derived. */
  readonly contextKeys: string;
  /** Keys by which requests to partners are signed. */
  readonly partnerKeys: string;
  /** Secret of the names by which partners know viewers. */
  readonly pseudonymSecret: string;
  /** Secret of the passwords that we give to roles. */
  readonly secret: string;
  /** Secret of cursors, from which that of each process is derived. */
  readonly cursorSecret: string;
  /** Key of codes, from which that of each service is derived. */
  readonly codeSecret: string;
  /** Key that signs receipts of uploads. */
  readonly uploadKey: string;
  /** Key that signs receipts of answers. */
  readonly receiptKey: string;
  /** Keys by which imported records are found again. */
  readonly recordKeys: string;
  readonly adminUrl?: string;
  readonly issuerUrl?: string;
}

/** The folder of local state. Throws a sentence where it can not be written. */
export const stateDirectory = (): string => {
  const directory = process.env["GOVGRAPH_DIRECTORY"] || projectPath(".govgraph");
  try {
    mkdirSync(directory, { recursive: true });
  } catch (error) {
    throw new Error(
      `The folder ${directory} can not be made: give its owner, or choose another with GOVGRAPH_DIRECTORY.`,
      {
        cause: error,
      },
    );
  }
  return directory;
};

const newSecret = (): string => randomBytes(24).toString("hex");

const file = (): string => join(stateDirectory(), "state.json");

/**
 * The state. What is new, or what an older version did not keep, is written before it is used, so that a command that is killed
 * leaves no role with a lost password.
 */
export const loadState = (): LocalState => {
  const kept = readKept();
  const state: LocalState = {
    contextKeys: createGatewayKey("local"),
    partnerKeys: createPartnerKey("local"),
    pseudonymSecret: newSecret(),
    secret: newSecret(),
    cursorSecret: newSecret(),
    codeSecret: newSecret(),
    uploadKey: createSigningKey("local"),
    receiptKey: createSigningKey("local"),
    recordKeys: createRecordKey("local"),
    ...kept,
  };
  if (Object.keys(state).some((name) => !(name in kept))) writeState(state);
  return state;
};

const readKept = (): Partial<LocalState> => {
  if (!existsSync(file())) return {};
  try {
    return JSON.parse(readFileSync(file(), "utf8")) as Partial<LocalState>;
  } catch (error) {
    throw new Error(`${file()} can not be read: give its owner, or put back a copy of it.`, { cause: error });
  }
};

/** Remembers more. */
export const updateState = (more: Partial<LocalState>): void => writeState({ ...loadState(), ...more });

/** Writes the state in one step. */
const writeState = (state: LocalState): void => {
  const next = `${file()}.${process.pid}`;
  try {
    writeFileSync(next, JSON.stringify(state, null, 2), { mode: 0o600 });
    renameSync(next, file());
  } catch (error) {
    throw new Error(
      `The folder ${stateDirectory()} can not be written: give its owner, or choose another with GOVGRAPH_DIRECTORY.`,
      { cause: error },
    );
  }
};
