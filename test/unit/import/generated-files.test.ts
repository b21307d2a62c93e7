/** Random dirty files: every cell is loaded as it was meant, in its place, and what is no record is told; nothing else. */
import fc from "fast-check";
import iconv from "iconv-lite";
import { writeXlsx } from "hucre/xlsx";
import { contentOf, rowsOf } from "../../support/import-files.js";

const COLUMNS = ["事项名称", "事项编码", "行政区划", "备注一", "Note 2"] as const;

const text = fc
  .array(
    fc.constantFrom(
      "食",
      "品",
      "𠮷",
      "A",
      "b",
      "0",
      "9",
      "，",
      " ",
      ",",
      ";",
      "|",
      "\t",
      '"',
      "\n",
      "：",
      "<",
      "&",
      "é".normalize("NFC"),
    ),
    {
      maxLength: 8,
    },
  )
  .map((parts) => parts.join(""));

/** A record: its name and code are always there, so that it is one. */
const record = fc
  .tuple(fc.integer({ min: 1, max: 9_999 }), fc.integer({ min: 0, max: 999_999 }), text, text, text)
  .map(([name, code, ...rest]) => [`事项${name}号`, `0${code}`, ...rest]);

/** What stands between records, with the rule that tells it. */
const between = fc.constantFrom(
  { rule: undefined, cells: [] },
  { rule: "TOTAL_ROWS", cells: ["合　计", "", "", "1,000.50", "3"] },
  { rule: "TOTAL_ROWS", cells: ["敦化市小计：", "12"] },
  { rule: "REPEATED_HEADINGS", cells: [...COLUMNS] },
);
const below = fc.constantFrom(
  { rule: "FOOTNOTE_ROWS", cells: ["注：数据截至上月"] },
  { rule: "FOOTNOTE_ROWS", cells: ["填表人：某某", "", "审核人：某某"] },
  { rule: "CHECKSUM_ROWS", cells: ["MD5:0123456789abcdef0123456789abcdef"] },
);
const above = fc.constantFrom(
  { rule: "TITLE_ROWS", cells: ["某市事项一览表"] },
  { rule: "TITLE_ROWS", cells: ["填报单位：某局", "", "2025年"] },
  { rule: undefined, cells: [] },
);

type Line = { readonly rule?: string | undefined; readonly cells: readonly string[]; readonly record?: boolean };

const file = fc
  .record({
    above: fc.array(above, { maxLength: 3 }),
    body: fc.array(
      fc.oneof(
        { arbitrary: record.map((cells): Line => ({ cells, record: true })), weight: 4 },
        { arbitrary: between as fc.Arbitrary<Line>, weight: 1 },
      ),
      {
        minLength: 1,
        maxLength: 30,
      },
    ),
    below: fc.array(below, { maxLength: 2 }),
    width: fc.integer({ min: 2, max: COLUMNS.length }),
  })
  .map(({ width, ...parts }) => ({
    width,
    lines: [...parts.above, { cells: [...COLUMNS] } as Line, ...parts.body, ...parts.below].map(
      ({ cells, ...line }): Line => ({
        ...line,
        cells: Array.from({ length: width }, (_, index) => cells[index] ?? ""),
      }),
    ),
  }));

const style = fc.record({
  separator: fc.constantFrom(",", "\t", ";", "|"),
  end: fc.constantFrom("\n", "\r\n"),
  always: fc.boolean(),
  encoding: fc.constantFrom("utf8", "utf8 bom", "gb18030", "utf-16le", "utf-16be"),
});

const delimited = (
  lines: readonly Line[],
  { separator, end, always }: { separator: string; end: string; always: boolean },
): string =>
  lines
    .map(({ cells }) =>
      cells
        .map((cell) => (always || /[,\t;|"\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
        .join(separator),
    )
    .join(end) + end;

const encoded = (content: string, encoding: string): Buffer =>
  encoding === "utf8 bom"
    ? Buffer.from(`\uFEFF${content}`)
    : iconv.encode(content, encoding, { addBOM: encoding.startsWith("utf-16") });

const meant = (lines: readonly Line[]): string[][] =>
  lines.filter(({ record: isRecord }) => isRecord).map(({ cells }) => cells.map((cell) => cell.trim()));

/** How many rows each rule tells. */
const told = (notices: readonly { readonly rule: string; readonly place: string }[]): Record<string, number> =>
  Object.fromEntries(
    notices.map(({ rule, place }) => {
      const more = Number(/and (\d+) more/.exec(place)?.[1] ?? 0);
      return [rule, place.replace(/ and.*/, "").split(",").length + more];
    }),
  );
const planted = (lines: readonly Line[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { rule } of lines) if (rule !== undefined) counts[rule] = (counts[rule] ?? 0) + 1;
  return counts;
};

const RUNS = { numRuns: 150 };

describe("a file that was made at random", () => {
  it("with separators loads as it was meant, in every encoding", () =>
    fc.assert(
      fc.asyncProperty(file, style, async ({ lines }, how) => {
        const content = await contentOf("a.txt", encoded(delimited(lines, how), how.encoding));
        expect(rowsOf(content)).toEqual(meant(lines));
        expect(told(content.notices)).toEqual(planted(lines));
      }),
      RUNS,
    ));

  it("as a workbook loads as it was meant", () =>
    fc.assert(
      fc.asyncProperty(file, async ({ lines }) => {
        const rows = lines.map(({ cells }) => cells.map((cell) => (cell === "" ? null : cell)));
        const content = await contentOf("a.xlsx", await writeXlsx({ sheets: [{ name: "表", rows }] }));
        expect(rowsOf(content)).toEqual(meant(lines));
        expect(told(content.notices)).toEqual(planted(lines));
      }),
      { numRuns: 25 },
    ));

  it("as JSON, wrapped or in lines, loads as it was meant", () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(record, { minLength: 1, maxLength: 20 }),
        fc.constantFrom("list", "wrapped", "lines"),
        async (records, shape) => {
          const objects = records.map((cells) =>
            Object.fromEntries(COLUMNS.map((name, index) => [name, cells[index]])),
          );
          const content =
            shape === "lines"
              ? objects.map((object) => JSON.stringify(object)).join("\n")
              : JSON.stringify(shape === "list" ? objects : { code: 0, data: { list: objects } }, null, 1);
          expect(rowsOf(await contentOf(shape === "lines" ? "a.jsonl" : "a.dat", content))).toEqual(records);
        },
      ),
      RUNS,
    ));

  it("with a damaged byte is refused, or every cell is as it was meant", () =>
    fc.assert(
      fc.asyncProperty(
        file,
        style,
        fc.nat(),
        fc.integer({ min: 0x80, max: 0xff }),
        async ({ lines }, how, at, byte) => {
          const bytes = encoded(delimited(lines, how), "utf8");
          const place = at % (bytes.length + 1);
          const damaged = Buffer.concat([bytes.subarray(0, place), Buffer.from([byte]), bytes.subarray(place)]);
          await expect(contentOf("a.txt", damaged)).rejects.toThrow("Nothing was loaded");
        },
      ),
      RUNS,
    ));
});
