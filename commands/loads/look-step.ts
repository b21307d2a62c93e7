/** The step LOOK: what the columns of a file mean, what is missing, and its first rows as they would be loaded. */
import {
  createHeadingTest,
  ImportRefused,
  openSource,
  previewRows,
  readingOptionsOf,
  saidOfAll,
  suggestColumns,
  type ImportKind,
  type Mapping,
  type SourceFile,
} from "../../platform/import/index.js";
import { lookingContext } from "../import-look.js";

/** Rows that are shown. */
const SHOWN = 5;

/** What is known of a file after a look. Throws ImportRefused where it can not be read. */
export const lookAtFile = async (
  kind: ImportKind,
  file: string,
  mapping: Mapping,
  agency: string,
): Promise<Record<string, unknown>> => {
  const isKnownHeading = createHeadingTest(kind.fields, mapping);
  const source = await openSource(file, { ...readingOptionsOf(mapping), isKnownHeading });
  try {
    const columns = suggestColumns(kind, source);
    const taken = new Set(columns.flatMap(({ field, likely }) => (field === undefined || likely ? [] : [field])));
    const given = { ...mapping.columns, ...mapping.constants };
    const isOpen = (field: string): boolean => !taken.has(field) && !Object.hasOwn(given, field);
    const said = Object.fromEntries(saidOfAll(source, kind.fields, isOpen).map(({ field, value }) => [field, value]));
    const missing = Object.entries(kind.fields)
      .filter(
        ([field, { required }]) =>
          required && isOpen(field) && field !== kind.owner?.field && !Object.hasOwn(said, field),
      )
      .map(([field]) => field);
    return { columns, said, missing, ...(await preview(kind, source, mapping, agency)) };
  } finally {
    await source.close();
  }
};

/** The first rows, or why there are none: what is missing can still be said. */
const preview = async (
  kind: ImportKind,
  source: SourceFile,
  mapping: Mapping,
  agency: string,
): Promise<{ readonly preview: readonly string[] } | { readonly problem: string }> => {
  try {
    const context = { ...lookingContext(mapping), agency };
    return { preview: await previewRows(kind, source, mapping, { context, rows: SHOWN }) };
  } catch (error) {
    if (!(error instanceof ImportRefused)) throw error;
    return { problem: error.message };
  }
};
