/** `npm run import -- <kind> <file>`: loads an agency's own export, beside a running stack or without one. */
import "reflect-metadata";
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { SingleBar } from "cli-progress";
import { createGatewayKey, parseGatewayKeys } from "../platform/auth/index.js";
import { localDateOf, NO_CODE_KEYS } from "../platform/domain/index.js";
import {
  fileNameOf,
  readingOptionsOf,
  readMapping,
  runImport,
  summaryLines,
  writeReport,
  type ImportSummary,
  type ReadingOptions,
} from "../platform/import/index.js";
import { createBatchCall, refreshFigures, startSubgraph } from "../platform/subgraph/index.js";
import { loadPolicy } from "../platform/disclosure/table/index.js";
import { createLogger } from "../platform/telemetry/index.js";
import { SUBGRAPHS } from "../schema/subgraph-definitions.js";
import { createCommand, runCommand, say } from "./command.js";
import { COMMAND_VARIABLES, DATABASE_VARIABLES, readCommandKeys } from "./command-variables.js";
import { findOwnState, openDatabases, type Databases } from "./databases.js";
import { importLaw, LAW_FILE_KINDS } from "./import-law.js";
import { findDayOfGraph, markImport, tellLaterDay } from "./demonstration.js";
import { openDatabaseOf } from "./prepare.js";
import { addReadingOptions } from "./reading-options.js";
import { stateDirectory } from "../infra/local/state.js";

interface Options extends ReadingOptions {
  readonly mapping?: string;
  readonly dryRun?: boolean;
  readonly allowQuarantine?: boolean;
  readonly report?: string;
  readonly refusedRows?: string;
}

const KINDS = SUBGRAPHS.flatMap((definition) => (definition.imports ?? []).map((kind) => ({ definition, kind })));

/** Names of all kinds, for people. */
const KIND_NAMES = [...KINDS.map(({ kind }) => kind.kind), ...LAW_FILE_KINDS].join(", ");

/** The databases, and the keys of what is imported: those of this folder for its own databases alone. */
const openForImport = async (): Promise<Databases & { commandKeys: ReturnType<typeof readCommandKeys> }> => {
  const commandKeys = readCommandKeys(process.env, findOwnState());
  return { ...(await openDatabases()), commandKeys };
};

const run = async (kindName: string, file: string, options: Options): Promise<number> => {
  const entry = KINDS.find(({ kind }) => kind.kind === kindName);
  if (!entry) throw new Error(`There is no kind ${kindName}: use one of ${KIND_NAMES}.`);
  const { kind, definition } = entry;
  const mapping = options.mapping === undefined ? {} : readMapping(options.mapping, kind.fields);
  const { urls, commandKeys, release } = await openForImport();
  const today = new Date();
  // The two services that it asks are its own, and so is the key.
  const keysOf = parseGatewayKeys(createGatewayKey("import"));
  const open = (name: string): ReturnType<typeof openDatabaseOf> => openDatabaseOf(name, urls, "govgraph-import");
  const serve = (name: string): ReturnType<typeof startSubgraph> =>
    startSubgraph(
      SUBGRAPHS.find((subgraph) => subgraph.name === name)!,
      {
        host: "127.0.0.1",
        port: 0,
        db: open(name),
        contextKeys: keysOf(name),
        cursorSecret: randomBytes(24).toString("hex"),
        codeKeys: NO_CODE_KEYS,
        policy: loadPolicy(),
        log: createLogger({ name: "import", level: "error" }),
      },
    );
  const [reference, matters] = await Promise.all([serve("reference"), serve("matters")]);
  const db = open(definition.name);
  try {
    const progress = createProgress();
    const summary = await runImport(
      kind,
      {
        db,
        today: localDateOf(today),
        source: mapping.source ?? "import",
        call: createBatchCall(
          Object.fromEntries([reference, matters].map(({ name, url }) => [name, { url, keys: keysOf(name) }])),
          today,
        ),
        ...commandKeys,
      },
      {
        file,
        mapping,
        reading: readingOptionsOf(options),
        dryRun: options.dryRun ?? false,
        onProgress: progress.update,
        ...(options.refusedRows === undefined ? {} : { refusedRows: options.refusedRows }),
      },
    );
    progress.stop();
    if (!options.dryRun) {
      if (summary.accepted > 0) await markImport(urls, definition.name, kind.kind);
      // Also after rows that were there: links to records that came since are made for them.
      const day = await findDayOfGraph(urls);
      await refreshFigures(definition, db, day);
      if (day < localDateOf(today)) say(tellLaterDay(day));
    }
    return await report(summary, options, file);
  } finally {
    await db.destroy();
    await Promise.all([reference.stop(), matters.stop()]);
    await release();
  }
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

/** A bar on a terminal, a line every ten thousand rows elsewhere. */
const createProgress = (): { update(done: number, total: number): void; stop(): void } => {
  if (!process.stdout.isTTY) {
    return {
      update: (done, total) => {
        if (done % 10_000 === 0 || done === total) process.stdout.write(`${done} of ${total} rows\n`);
      },
      stop: () => undefined,
    };
  }
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
  .option("--mapping <file>", "how its columns map to our fields (docs/import.md)");

await runCommand(
  addReadingOptions(command)
    .option("--dry-run", "check everything, write nothing")
    .option("--allow-quarantine", "exit 0 though rows were quarantined")
    .option("--report <file>", "where the quarantine report goes")
    .option(
      "--refused-rows <file>",
      "where rows to correct go, in the columns of the file: as they were written, so keep it closed",
    )
    .action(async (kind: string, file: string, options: Options) => {
      const law = LAW_FILE_KINDS.find((name) => name === kind);
      if (law !== undefined) return importLaw(law, file, { dryRun: options.dryRun ?? false });
      process.exitCode = await run(kind, file, options);
    }),
);
