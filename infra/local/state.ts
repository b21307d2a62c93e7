/** What one machine remembers between starts, in .govgraph/: secrets and where things run. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { randomBytes } from "node:crypto";
import { createGatewayKey } from "../../platform/auth/index.js";
import { projectPath } from "../../platform/config/index.js";
import { createRecordKey } from "../../platform/import/index.js";

/** The remembered state. */
export interface LocalState {
  /** The gateway's keys, from which those of the services are derived. */
  readonly contextKeys: string;
  /** Secret of roles' passwords and cursors. */
  readonly secret: string;
  /** Keys by which imported records are found again. */
  readonly recordKeys: string;
  readonly adminUrl?: string;
  readonly issuerUrl?: string;
}

/** The folder of local state. */
export const stateDirectory = (): string => {
  const directory = process.env["GOVGRAPH_DIRECTORY"] ?? projectPath(".govgraph");
  mkdirSync(directory, { recursive: true });
  return directory;
};

const file = (): string => join(stateDirectory(), "state.json");

/** Reads the state, or begins a new one; what an older version did not keep is made. */
export const readState = (): LocalState => ({
  contextKeys: createGatewayKey("local"),
  secret: randomBytes(24).toString("hex"),
  recordKeys: createRecordKey("local"),
  ...(existsSync(file()) ? (JSON.parse(readFileSync(file(), "utf8")) as Partial<LocalState>) : {}),
});

/** Writes the state in one step. */
export const writeState = (state: LocalState): void => {
  writeFileSync(`${file()}.new`, JSON.stringify(state, null, 2), { mode: 0o600 });
  renameSync(`${file()}.new`, file());
};
