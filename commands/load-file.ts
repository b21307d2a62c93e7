/** Loads a file into the databases of the services, for a command or for a worker: then figures follow, and the records are marked as imported. */
import { localDateOf, type LocalDate } from "../platform/domain/index.js";
import { runImport, type ImportOptions, type ImportSummary, type RecordKeys } from "../platform/import/index.js";
import { refreshFigures } from "../platform/subgraph/refresh.js";
import { dayOfGraph, markImport, type Marks } from "./contents.js";
import { openDirectCalls } from "./direct-calls.js";
import type { FoundKind } from "./find-kind.js";
import { openDatabaseOf } from "./service-database.js";
import type { ServiceUrls } from "./service-urls.js";

/** Where a file is loaded, and with which keys. */
export interface LoadPlace {
  readonly urls: ServiceUrls;
  readonly marks: Marks;
  readonly keys: { readonly subjectKey?: string; readonly recordKeys: RecordKeys };
  /** By which sessions of the databases are known. */
  readonly applicationName: string;
  /** The agency that loads for itself. @default whoever loads may load all */
  readonly agency?: string;
}

/** What became of it. */
export interface LoadedFile {
  readonly summary: ImportSummary;
  /** Day on which the graph stands, where that is before today: what is public from today on is seen later. */
  readonly graphStandsOn?: LocalDate;
}

/** Loads it, or tries to. Throws ImportRefused where the file as a whole is no good. */
export const loadFile = async (
  { service, kind, loading }: FoundKind,
  { urls, marks, keys, applicationName, agency }: LoadPlace,
  options: ImportOptions,
): Promise<LoadedFile> => {
  const now = new Date();
  const today = localDateOf(now);
  const db = openDatabaseOf(service, urls, applicationName);
  const others = openDirectCalls(urls, { applicationName, asOf: now });
  try {
    const source = options.mapping.source ?? "import";
    const context = { db, today, source, call: others.call, ...keys, ...(agency === undefined ? {} : { agency }) };
    const summary = await runImport(kind, context, options);
    if (options.dryRun) return { summary };
    if (summary.accepted > 0) await markImport(db, kind.kind);
    // Also after rows that were there: links to records that came since are made for them.
    const day = dayOfGraph(marks);
    await refreshFigures({ name: service, ...loading }, db, day);
    return { summary, ...(day < today ? { graphStandsOn: day } : {}) };
  } finally {
    await Promise.all([db.destroy(), others.close()]);
  }
};
