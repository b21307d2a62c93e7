/** Looking at a file before it is loaded: its first rows, a mapping for it; and an empty workbook to fill. No database is opened. */
import { localDateOf } from "../platform/domain/index.js";
import {
  createHeadingTest,
  openSource,
  previewRows,
  readingOptionsOf,
  suggestMapping,
  type ImportContext,
  type ImportKind,
  type Mapping,
  type ReadingOptions,
  type SourceFile,
  withoutValues,
  writeNewFile,
} from "../platform/import/index.js";

/** What is to be looked at. */
export interface LookOptions {
  readonly preview?: number;
  readonly suggestMapping?: string;
  /** Credit code of the agency that would load. */
  readonly agency?: string;
}

/** A key that hashes what is shown to nobody. */
const UNUSED_KEY = "preview";

/** What `accept` of a kind works with; it is pure, and asks nobody. */
export const lookingContext = (mapping: Mapping): ImportContext => ({
  db: undefined as never,
  today: localDateOf(new Date()),
  source: mapping.source ?? "import",
  call: () => Promise.reject(new Error("A preview asks no service.")),
  subjectKey: UNUSED_KEY,
});

/** What to show of a file; undefined where it is to be loaded. Throws ImportRefused, and a sentence for a number of rows that is none. */
export const lookAt = async (
  kind: ImportKind,
  file: string,
  mapping: Mapping,
  { preview, suggestMapping: path, agency, ...reading }: LookOptions & ReadingOptions,
): Promise<string | undefined> => {
  if (preview === undefined && path === undefined) return undefined;
  if (preview !== undefined && !(Number.isInteger(preview) && preview > 0 && preview <= 1_000))
    throw new Error("--preview is a number of rows, 1 to 1000.");
  const isKnownHeading = createHeadingTest(kind.fields, mapping);
  const context = { ...lookingContext(mapping), ...(agency === undefined ? {} : { agency }) };
  let source: SourceFile | undefined;
  try {
    source = await openSource(file, { ...readingOptionsOf(mapping), ...readingOptionsOf(reading), isKnownHeading });
    const lines: string[] = [];
    if (path !== undefined) {
      writeNewFile(path, await suggestMapping(kind, source, mapping, context));
      lines.push(`Wrote ${path}: look at each line, then load with --mapping ${path}`);
    }
    if (preview !== undefined) lines.push(...(await previewRows(kind, source, mapping, { context, rows: preview })));
    return lines.join("\n");
  } catch (error) {
    throw withoutValues(error);
  } finally {
    await source?.close();
  }
};

/** Writes the workbook of a kind. */
export const writeTemplate = async (kind: ImportKind, file: string): Promise<void> => {
  const { templateWorkbook } = await import("../platform/import/template-workbook.js");
  writeNewFile(file, await templateWorkbook(kind.fields));
};
