/** `npm run export -- <kind>`: writes the national exchange table of what is public today, which `npm run import` loads again. */
import { existsSync } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { InvalidArgumentError } from "commander";
import { parseDivisionCode, parseUscc } from "../platform/domain/index.js";
import { exportLines, runExport, type ExportKind, type ExportSummary } from "../platform/export/index.js";
import { exportKinds, loadingOf } from "../schema/loadings.js";
import { createCommand, runCommand, say } from "./command.js";
import { DATABASE_VARIABLES } from "./command-variables.js";
import { dayOfGraph } from "./contents.js";
import { openDatabases } from "./databases.js";
import { openDirectCalls } from "./direct-calls.js";
import { withDatabaseOf } from "./service-database.js";

interface Options {
  readonly into?: string;
  readonly division?: string;
  readonly agency?: string;
}

/** Names of all kinds, for people. */
const KIND_NAMES = exportKinds()
  .map(({ kind }) => kind)
  .join(", ");

/** The kind, with the service that writes it. Throws a sentence for a name that is no kind. */
const kindOf = async (name: string): Promise<{ service: string; kind: ExportKind }> => {
  const service = exportKinds().find(({ kind }) => kind === name)?.service;
  if (service === undefined) throw new Error(`There is no exchange file of ${name}: use one of ${KIND_NAMES}.`);
  const { exports = [] } = await loadingOf(service);
  return { service, kind: exports.find(({ kind }) => kind === name)! };
};

/** Writes a new file, which has its name when it is whole. Throws a sentence where a file is there. */
const writeWhole = async <Result>(
  path: string,
  work: (write: (text: string) => Promise<void>) => Promise<Result>,
): Promise<Result> => {
  if (existsSync(path)) throw new Error(`There is a file ${path}: name another one with --into.`);
  const part = `${path}.part`;
  const file = await open(part, "w");
  try {
    const result = await work((text) => file.appendFile(text));
    await file.close();
    await rename(part, path);
    return result;
  } catch (error) {
    await file.close();
    await rm(part, { force: true });
    throw error;
  }
};

const run = async (name: string, { into, division, agency }: Options): Promise<void> => {
  const { service, kind } = await kindOf(name);
  const { urls, marks, release } = await openDatabases();
  const today = dayOfGraph(marks);
  const others = openDirectCalls(urls, { applicationName: "govgraph-export", asOf: new Date() });
  const path = into ?? `${name}-${today}.csv`;
  try {
    const summary = await withDatabaseOf(service, urls, "govgraph-export", (db) =>
      writeWhole(path, (write): Promise<ExportSummary> =>
        runExport(
          kind,
          { db, today, call: others.call },
          { write, ...(division === undefined ? {} : { division }), ...(agency === undefined ? {} : { agency }) },
        ),
      ),
    );
    say(`${path}: what is public on ${today}.`);
    for (const line of exportLines(kind, summary)) say(line);
  } finally {
    await others.close();
    await release();
  }
};

/** A value that a rule reads, or a wrong option in its words. */
const checked =
  (parse: (value: string) => string) =>
  (value: string): string => {
    try {
      return parse(value);
    } catch (error) {
      throw new InvalidArgumentError((error as Error).message);
    }
  };

await runCommand(
  createCommand(
    "npm run export --",
    "Writes the national exchange table of what is public to everybody, as UTF-8 CSV. Records that are not public, and what is a person's, are never in it (docs/export.md).",
    DATABASE_VARIABLES,
  )
    .argument("<kind>", `what the file holds: ${KIND_NAMES}`)
    .option("--into <file>", "the file, which must not be there (default: <kind>-<day>.csv)")
    .option("--division <code>", "of this division and those below it", checked(parseDivisionCode))
    .option("--agency <code>", "of the agency with this credit code", checked(parseUscc))
    .action((kind: string, options: Options) => run(kind, options)),
);
