/** The command: copies, keeps in step, verifies and downloads. */
import { readFile } from "node:fs/promises";
import { Command } from "commander";
import { documentsOf, readSchema } from "./documents.js";
import { download } from "./download.js";
import { createGraph, GraphRefusal, type Graph } from "./graph.js";
import { keepInStep, type Keeping, type Kept } from "./keep.js";
import { kindsOf } from "./kinds.js";
import { openStore } from "./store.js";
import { verifyKind } from "./verify.js";

interface Options {
  readonly graph: string;
  readonly database?: string;
  readonly kinds: readonly string[];
  readonly every: string;
}

const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** The kinds, as the graph has them now. */
const readKept = async (graph: Graph, names: readonly string[]): Promise<readonly Kept[]> => {
  const schema = readSchema(await graph.schema());
  return kindsOf(names).map((kind) => {
    const documents = documentsOf(kind, schema);
    if (documents.missing.length > 0) say(`${kind.kind}: the graph has no ${documents.missing.join(", ")} any more`);
    return { kind, documents };
  });
};

/** Brings all kinds in step; where the schema changed meanwhile, as it is now. */
const keepAll = async (keeping: Keeping, names: readonly string[]): Promise<number> => {
  const keep = async (): Promise<number> => {
    let changes = 0;
    for (const kept of await readKept(keeping.graph, names)) changes += await keepInStep(kept, keeping);
    return changes;
  };
  return keep().catch((error: unknown) => {
    if (!(error instanceof GraphRefusal) || error.code !== "GRAPHQL_VALIDATION_FAILED") throw error;
    return keep();
  });
};

const withCopy = async (options: Options, work: (keeping: Keeping) => Promise<void>): Promise<void> => {
  const store = await openStore(options.database);
  try {
    await work({ graph: createGraph({ url: options.graph }), store, say });
  } finally {
    await store.close();
  }
};

const copy = (options: Options): Promise<void> =>
  withCopy(options, async (keeping) => {
    const startedAt = performance.now();
    await keepAll(keeping, options.kinds);
    let rows = 0;
    for (const { kind } of kindsOf(options.kinds)) rows += await keeping.store.count(kind);
    const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
    process.stdout.write(`In step: ${rows} records, ${keeping.graph.requests()} requests, ${seconds} s\n`);
  });

const follow = (options: Options): Promise<void> =>
  withCopy(options, async (keeping) => {
    const pauseMs = Number(options.every) * 1_000;
    if (!(pauseMs > 0)) throw new Error("--every is a number of seconds above zero.");
    for (let isFirst = true; ; isFirst = false) {
      await keepAll(keeping, options.kinds);
      if (isFirst) process.stdout.write("In step; following.\n");
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  });

const verify = (options: Options): Promise<void> =>
  withCopy(options, async (keeping) => {
    let differences = 0;
    for (const kept of await readKept(keeping.graph, options.kinds)) {
      const { kind, rows, ...found } = await verifyKind(kept, keeping);
      for (const [name, ids] of Object.entries(found)) {
        differences += ids.length;
        if (ids.length > 0) process.stdout.write(`${kind}: ${ids.length} ${name}: ${ids.slice(0, 5).join(", ")}\n`);
      }
      process.stdout.write(`${kind}: ${rows} records compared\n`);
    }
    process.stdout.write(differences === 0 ? "Copy and graph are equal.\n" : `${differences} records differ.\n`);
    if (differences > 0) process.exitCode = 2;
  });

const program = new Command("mirror").description(
  "Keeps a copy of the public records of a graph in PostgreSQL, in step with it.",
);
const withOptions = (name: string, description: string): Command =>
  program
    .command(name)
    .description(description)
    .option("--graph <url>", "the graph's address", "http://localhost:4000")
    .option("--database <url>", "the copy's database; without it the variables of libpq (PGHOST, PGDATABASE, …)")
    .option("--kinds <kind...>", "kinds of records, as the feed names them; all without it", [])
    .option("--every <seconds>", "pause of `follow` between two looks at the feed", "5");
withOptions(
  "copy",
  "makes the copy where there is none, goes on with one that was begun, and brings it in step",
).action(copy);
withOptions("follow", "the same, and goes on doing so until it is ended").action(follow);
withOptions(
  "verify",
  "brings the copy in step and compares it with the graph, record by record; exit code 2 where they differ",
).action(verify);
program
  .command("download <document>")
  .description("writes one list as files with a manifest; begun again, it goes on where it ended")
  .requiredOption("--into <folder>", "folder of the files")
  .option("--format <format>", "jsonl or csv", "jsonl")
  .option("--graph <url>", "the graph's address", "http://localhost:4000")
  .action(async (document: string, options: { into: string; format: "jsonl" | "csv"; graph: string }) => {
    const query = await readFile(document, "utf8");
    const manifest = await download(createGraph({ url: options.graph }), { ...options, query, say });
    process.stdout.write(`${manifest.rows} rows in ${manifest.parts.length} parts, as of ${manifest.asOf}\n`);
  });

try {
  await program.parseAsync();
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
