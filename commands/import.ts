/** `npm run import -- <kind> <file>`: loads an agency's own export, beside a running stack or without one. */
import { join } from "node:path";
import { parseLocalDate, parseUscc } from "../platform/domain/index.js";
import {
  checkNotInput,
  fileNameOf,
  readingOptionsOf,
  readMapping,
  summaryLines,
  writeReport,
  type ImportKind,
  type ImportSummary,
  type Mapping,
  type ReadingOptions,
} from "../platform/import/index.js";
import { LAW_FILE_KINDS } from "../platform/law/index.js";
import { createCommand, runCommand, say } from "./command.js";
import { COMMAND_VARIABLES, DATABASE_VARIABLES, readCommandKeys } from "./command-variables.js";
import { tellLaterDay } from "./contents.js";
import { findOwnState, openDatabases, type OpenDatabases } from "./databases.js";
import { findKind, KIND_NAMES } from "./find-kind.js";
import { lookAt, writeTemplate } from "./import-look.js";
import { loadFile } from "./load-file.js";
import { addReadingOptions } from "./reading-options.js";
import { stateDirectory } from "../infra/local/state.js";

interface Options extends ReadingOptions {
  readonly mapping?: string;
  readonly dryRun?: boolean;
  readonly allowQuarantine?: boolean;
  readonly report?: string;
  readonly refusedRows?: string;
  readonly publishedOn?: string;
  readonly set?: readonly string[];
  readonly preview?: number;
  readonly suggestMapping?: string;
  readonly template?: boolean;
  readonly agency?: string;
}

/** The databases, and the keys of what is imported: those of this folder for its own databases alone. */
const openForImport = async (): Promise<OpenDatabases & { commandKeys: ReturnType<typeof readCommandKeys> }> => {
  const commandKeys = readCommandKeys(process.env, findOwnState());
  return { ...(await openDatabases()), commandKeys };
};

const run = async (kindName: string, file: string, options: Options): Promise<number> => {
  const found = await findKind(kindName);
  const { kind } = found;
  const mapping = withConstants(
    options.mapping === undefined ? {} : readMapping(options.mapping, kind.fields),
    kind.fields,
    options,
  );
  const looked = await lookAt(kind, file, mapping, options);
  if (looked !== undefined) {
    say(looked);
    return 0;
  }
  checkNotInput(options.report, file);
  const { commandKeys: keys, release, ...databases } = await openForImport();
  try {
    const progress = await createProgress();
    const place = {
      ...databases,
      keys,
      applicationName: "govgraph-import",
      ...(options.agency === undefined ? {} : { agency: options.agency }),
    };
    const { summary, graphStandsOn } = await loadFile(found, place, {
      file,
      mapping,
      reading: readingOptionsOf(options),
      dryRun: options.dryRun ?? false,
      onProgress: progress.update,
      ...(options.refusedRows === undefined ? {} : { refusedRows: options.refusedRows }),
    });
    progress.stop();
    if (graphStandsOn !== undefined) say(tellLaterDay(graphStandsOn));
    return await report(summary, options, file);
  } finally {
    await release();
  }
};

/** The mapping with what the command says of every row. Throws a sentence for a field that the kind does not have. */
const withConstants = (mapping: Mapping, fields: ImportKind["fields"], { set = [], publishedOn }: Options): Mapping => {
  const said = set.map((entry) => {
    const [, field, value] = /^([^=]+)=(.*)$/su.exec(entry) ?? [];
    if (field === undefined || value === undefined) throw new Error(`--set is field=value: ${entry} is not.`);
    return [field, value] as const;
  });
  if (publishedOn !== undefined) said.push(["publishedOn", parseLocalDate(publishedOn, "--published-on")]);
  const unknown = said.find(([field]) => !Object.hasOwn(fields, field));
  if (unknown) throw new Error(`${unknown[0]} is no field of this kind: ${Object.keys(fields).join(", ")}.`);
  return said.length === 0 ? mapping : { ...mapping, constants: { ...mapping.constants, ...Object.fromEntries(said) } };
};

const report = async (summary: ImportSummary, options: Options, file: string): Promise<number> => {
  const path = options.report ?? join(stateDirectory(), `quarantine-${fileNameOf(file)}-${Date.now()}.csv`);
  const written = await writeReport(path, summary);
  const lines = summaryLines(summary, {
    ...(written ? { report: path } : {}),
    ...(options.refusedRows === undefined ? {} : { refusedRows: options.refusedRows }),
    dryRun: options.dryRun ?? false,
  });
  process.stdout.write(`${lines.join("\n")}\n`);
  return summary.quarantinedRows === 0 || options.allowQuarantine ? 0 : 1;
};

const template = async (kindName: string, file: string): Promise<number> => {
  await writeTemplate((await findKind(kindName)).kind, file);
  say(`Wrote ${file}.`);
  return 0;
};

/** A bar on a terminal, a line every ten thousand rows elsewhere. */
const createProgress = async (): Promise<{ update(done: number, total: number): void; stop(): void }> => {
  if (!process.stdout.isTTY) {
    return {
      update: (done, total) => {
        if (done % 10_000 === 0 || done === total) process.stdout.write(`${done} of ${total} rows\n`);
      },
      stop: () => undefined,
    };
  }
  const { SingleBar } = await import("cli-progress");
  const bar = new SingleBar({ format: "{bar} {value}/{total} rows, {eta_formatted} left" });
  let started = false;
  return {
    update(done, total) {
      if (!started) bar.start(total, 0);
      started = true;
      bar.update(done);
    },
    stop: () => bar.stop(),
  };
};

const command = createCommand(
  "npm run import --",
  "Loads an agency's own export: a workbook (.xlsx, .xls, .ods), text with separators, JSON, XML, an HTML table, or a zip of one. Exits 0 if no row was quarantined.",
  { ...DATABASE_VARIABLES, ...COMMAND_VARIABLES },
)
  .argument("<kind>", `what the file holds: ${KIND_NAMES}`)
  .argument("<file>", "the file")
  .option(
    "--agency <code>",
    "the agency with this credit code loads for itself: rows of others are refused, and rows are its own where no column says whose they are",
    (code: string) => parseUscc(code, "--agency"),
  )
  .option("--mapping <file>", "how its columns map to our fields (docs/import.md)");

await runCommand(
  addReadingOptions(command)
    .option("--preview <rows>", "show the first rows as they would be loaded, and load nothing", Number)
    .option("--suggest-mapping <file>", "write a mapping with comments from headings and values, and load nothing")
    .option("--template", "write an empty workbook (.xlsx) of the kind in the place of the file, and load nothing")
    .option("--dry-run", "check everything, write nothing")
    .option("--allow-quarantine", "exit 0 though rows were quarantined")
    .option(
      "--set <field=value...>",
      "what every row has where its column is empty or not there, as constants of a mapping",
    )
    .option("--published-on <day>", "day on which the records of the file were published, where no column says it")
    .option("--report <file>", "where the quarantine report goes")
    .option(
      "--refused-rows <file>",
      "where rows to correct go, in the columns of the file: as they were written, so keep it closed",
    )
    .action(async (kind: string, file: string, options: Options) => {
      const law = LAW_FILE_KINDS.find((name) => name === kind);
      if (law !== undefined)
        return (await import("./import-law.js")).importLaw(law, file, { dryRun: options.dryRun ?? false });
      process.exitCode = options.template ? await template(kind, file) : await run(kind, file, options);
    }),
);
