/** Opens files that a test makes, and tells all that stands in them. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openSource, type FileNotice, type ReadingOptions, type SourceRecord } from "../../platform/import/index.js";

/** What a file holds. */
export interface FileContent {
  readonly columns: readonly string[];
  readonly records: readonly SourceRecord[];
  readonly notices: readonly FileNotice[];
  readonly units: Readonly<Record<string, string>>;
  readonly unit?: string;
}

/** Headings that the tests' kind knows. */
export const KNOWN = new Set([
  "事项名称",
  "事项编码",
  "行政区划",
  "金额",
  "日期",
  "法定办结时限",
  "法定办结时限单位",
  "TASK_NAME",
  "TASK_CODE",
  "AREA_CODE",
]);

/** Works with a file that is removed behind it. */
export const withFile = async <Result>(
  name: string,
  content: string | Uint8Array,
  work: (path: string) => Promise<Result>,
): Promise<Result> => {
  const directory = mkdtempSync(join(tmpdir(), "govgraph-files-"));
  try {
    const path = join(directory, name);
    writeFileSync(path, content);
    return await work(path);
  } finally {
    rmSync(directory, { recursive: true });
  }
};

/** Reads it twice, which must give the same, and removes it. */
export const contentOf = (
  name: string,
  content: string | Uint8Array,
  reading: ReadingOptions = {},
): Promise<FileContent> =>
  withFile(name, content, async (path) => {
    const source = await openSource(path, { ...reading, isKnownHeading: (heading) => KNOWN.has(heading) });
    try {
      const notices: FileNotice[] = [];
      const records: SourceRecord[] = [];
      for await (const record of source.records((notice) => notices.push(notice))) records.push(record);
      const again: SourceRecord[] = [];
      for await (const record of source.records()) again.push(record);
      expect(again).toEqual(records);
      const { columns, units, unit } = source;
      return { columns, records, notices, units: Object.fromEntries(units), ...(unit === undefined ? {} : { unit }) };
    } finally {
      await source.close();
    }
  });

/** Its records' texts, row by row. */
export const rowsOf = ({ records, columns }: FileContent): string[][] =>
  records.map(({ values }) => columns.map((column) => values[column]!));

/** Rules of its notices with their places. */
export const noticesOf = ({ notices }: FileContent): string[] => notices.map(({ rule, place }) => `${rule} ${place}`);

/** Problems of its cells: line, heading and rule. */
export const problemsOf = ({ records }: FileContent): string[] =>
  records.flatMap(({ line, problems }) =>
    [...(problems ?? [])].map(([column, { rule }]) => `${line} ${column} ${rule}`),
  );
