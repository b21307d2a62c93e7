/** The folder in which the server keeps its data: made whole, or not at all. */
import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  accessSync,
  chownSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Owner } from "./postgres-programs.js";

const run = promisify(execFile);

/** Makes the folder. Throws a sentence where it can not be written. */
export const makeFolder = (directory: string): void => {
  try {
    mkdirSync(directory, { recursive: true });
    accessSync(directory, constants.W_OK);
  } catch {
    throw new Error(
      `The folder ${directory} can not be written: give its owner, or choose another with GOVGRAPH_DIRECTORY.`,
    );
  }
};

/** Makes the data folder where there is none: in a folder of another name first, so that half of one is never taken for one. */
export const initialize = async (directory: string, initdb: string, owner: Owner): Promise<void> => {
  const data = join(directory, "data");
  if (existsSync(join(data, "PG_VERSION"))) return;
  for (const name of readdirSync(directory))
    if (name.startsWith("data.new-")) rmSync(join(directory, name), { recursive: true, force: true });
  rmSync(data, { recursive: true, force: true });
  const unfinished = join(directory, `data.new-${process.pid}`);
  const passwordFile = join(directory, "password");
  mkdirSync(unfinished, { mode: 0o700 });
  writeFileSync(passwordFile, randomBytes(24).toString("hex"), { mode: 0o600 });
  if (owner.uid !== undefined)
    for (const path of [directory, unfinished, passwordFile]) chownSync(path, owner.uid, owner.gid ?? owner.uid);
  const access = ["-U", "postgres", "-A", "scram-sha-256", `--pwfile=${passwordFile}`];
  await run(initdb, ["-D", unfinished, ...access, "--encoding=UTF8", "--locale=C.UTF-8"], { ...owner, cwd: directory });
  renameSync(unfinished, data);
};
