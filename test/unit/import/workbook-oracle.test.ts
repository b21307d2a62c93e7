/** The library that reads .xlsx is held against the one that reads the other formats: both give the same text for every cell. */
import fc from "fast-check";
import { writeXlsx } from "hucre/xlsx";
import { openSheetJs } from "../../../platform/import/files/workbook/read-sheetjs.js";
import { openXlsx } from "../../../platform/import/files/workbook/read-xlsx.js";
import type { ReadWorkbook } from "../../../platform/import/files/workbook/sheet.js";
import { rowsOf } from "../../../platform/import/files/workbook/sheet-rows.js";
import { rowOf, xlsxOf } from "../../support/workbooks.js";

const sheetsOf = async (workbook: ReadWorkbook): Promise<unknown> =>
  Promise.all(
    workbook.sheets.map(async ({ name, hidden }, index) => {
      const { rows } = rowsOf(await workbook.read(index));
      return { name, hidden, rows: rows.map(({ line, cells, problems }) => [line, cells, [...(problems ?? [])]]) };
    }),
  );

const equal = async (bytes: Uint8Array): Promise<void> =>
  expect(await sheetsOf(await openXlsx(bytes))).toEqual(await sheetsOf(openSheetJs(Buffer.from(bytes))));

describe("two readers of one workbook", () => {
  it("agree on random cells of every type", () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.array(
            fc.oneof(
              fc.constantFrom(
                "食品",
                "000123",
                "123456789012345678",
                " 甲\n乙 ",
                "𠮷",
                "<&>",
                "=1+1",
                "TRUE",
                "2023-01-05",
                "1e5",
              ),
              fc.integer(),
              fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 }),
              fc.boolean(),
              fc.integer({ min: 367, max: 73_000 }).map((day) => new Date(Date.UTC(1899, 11, 30 + day))),
              fc.constant(null),
            ),
            { maxLength: 6 },
          ),
          { minLength: 1, maxLength: 12 },
        ),
        fc.boolean(),
        async (rows, hidden) =>
          equal(
            await writeXlsx({
              sheets: [
                { name: "甲", rows },
                { name: "乙", rows: [["x"]], hidden },
              ],
            }),
          ),
      ),
      { numRuns: 60 },
    ));

  it("agree on what libraries do not write: long numbers, errors, formulas, dates of 1904, styles and spans", async () => {
    const formats =
      '<numFmt numFmtId="170" formatCode="000000"/><numFmt numFmtId="171" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/>';
    const cell = (attributes: string, inner: string): string => `<c ${attributes}>${inner}</c>`;
    const rows =
      rowOf(1, ["标题", "", "甲"]) +
      rowOf(2, [
        cell("", "<v>990101199001010019</v>"),
        cell('t="e"', "<v>#N/A</v>"),
        cell("", "<f>A1</f>"),
        cell("", "<f>A1</f><v>0</v>"),
      ]) +
      rowOf(3, [
        cell('s="1"', "<v>123</v>"),
        cell('s="2"', "<v>44931</v>"),
        cell('s="3"', "<v>44931.5</v>"),
        cell('t="str"', '<f>""</f><v></v>'),
      ]) +
      rowOf(
        4,
        [cell('t="s"', "<v>0</v>"), cell('t="b"', "<v>1</v>"), cell("", "<v>1E-7</v>"), cell("", "<v>0.1</v>")],
        'hidden="1"',
      );
    for (const date1904 of [false, true])
      await equal(
        xlsxOf({
          sheets: [rows, "", rowOf(1, ["x"])],
          states: ["", 'state="hidden"', 'state="veryHidden"'],
          behind: '<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="C1:C2"/></mergeCells>',
          formats,
          styles: [170, 171, 22],
          shared: ['<r><t>甲</t></r><r><t xml:space="preserve"> 乙</t></r>'],
          date1904,
        }),
      );
  });
});
