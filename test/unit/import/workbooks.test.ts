/** Workbooks as agencies send them: thirteen checks of what a reader would lose, guess or hide. */
import { CFB, utils, write, type WorkBook } from "@e965/xlsx";
import { strToU8, zipSync } from "fflate";
import { writeXlsx } from "hucre/xlsx";
import iconv from "iconv-lite";
import { contentOf, noticesOf, problemsOf, rowsOf } from "../../support/import-files.js";
import { rowOf, xlsxOf } from "../../support/workbooks.js";

const HEADINGS = rowOf(1, ["事项名称", "事项编码", "金额", "日期"]);
const number = (value: string, style = 0): string => `<c s="${style}"><v>${value}</v></c>`;

const bookOf = (...sheets: readonly (readonly (readonly unknown[])[])[]): WorkBook => {
  const book = utils.book_new();
  for (const [index, rows] of sheets.entries())
    utils.book_append_sheet(
      book,
      utils.aoa_to_sheet(
        rows.map((row) => [...row]),
        { cellDates: true, UTC: true },
      ),
      `表${index + 1}`,
    );
  return book;
};
const ROWS = [
  ["事项名称", "事项编码", "金额", "日期"],
  ["甲", "000123", 12.5, new Date(Date.UTC(2023, 0, 5))],
  ["乙", "X-2", 0.1 + 0.2, new Date(Date.UTC(2023, 11, 31))],
];
/** Types of records of BIFF8. */
const [DIMENSIONS, ROW] = [0x0200, 0x0208];
const READ = [
  ["甲", "000123", "12.5", "2023-01-05"],
  ["乙", "X-2", "0.3", "2023-12-31"],
];
const bytesOf = (book: WorkBook, bookType: "xlsx" | "biff8" | "ods" | "xlml" | "xlsb" | "biff5"): Buffer =>
  write(book, { type: "buffer", bookType, cellDates: bookType !== "biff8" && bookType !== "biff5" }) as Buffer;

describe("formats", () => {
  it.each(["xlsx", "biff8", "ods", "xlml"] as const)("are told by content, whatever the name: %s", async (type) => {
    const content = await contentOf("data.dat", bytesOf(bookOf(ROWS), type));
    expect(rowsOf(content)).toEqual(READ);
    expect(content.notices).toEqual([]);
  });

  it("reads a workbook of another writer alike, with zone and cells kept", async () => {
    const bytes = await writeXlsx({ sheets: [{ name: "甲", rows: ROWS as never }] });
    expect((await contentOf("a.xls", bytes)).records.map(({ values }) => values["事项编码"])).toEqual([
      "000123",
      "X-2",
    ]);
  });

  it.each([
    ["a binary workbook", (): Uint8Array => bytesOf(bookOf(ROWS), "xlsb"), ".xlsb"],
    ["a workbook before Excel 97", (): Uint8Array => bytesOf(bookOf([["a"]]), "biff5"), "save it as .xlsx"],
    [
      "a document",
      (): Uint8Array => zipSync({ "[Content_Types].xml": strToU8("<Types/>"), "word/document.xml": strToU8("<w/>") }),
      "no spreadsheet",
    ],
    ["a cut-off workbook", (): Uint8Array => bytesOf(bookOf(ROWS), "xlsx").subarray(0, 3_000), "damaged or cut off"],
    ["a cut-off .xls", (): Uint8Array => bytesOf(bookOf(ROWS), "biff8").subarray(0, 1_500), "save"],
    ["an empty file", (): Uint8Array => new Uint8Array(), "it is empty"],
    [
      "a workbook whose sheet is no XML",
      (): Uint8Array => xlsxOf({ sheets: [`${HEADINGS}<row><c></row>`] }),
      "The workbook is damaged",
    ],
  ])("refuses %s in a sentence", async (_name, bytes, sentence) => {
    await expect(contentOf("a.xlsx", bytes())).rejects.toThrow(sentence);
  });

  it("says of each kind of password that it is one", async () => {
    const locked = await writeXlsx({
      sheets: [{ name: "甲", rows: [["a"]] }],
      encryption: { password: "x", spinCount: 1 },
    });
    await expect(contentOf("a.xlsx", locked)).rejects.toThrow("protected by a password");
    const ods = zipSync({
      mimetype: strToU8("application/vnd.oasis.opendocument.spreadsheet"),
      "META-INF/manifest.xml": strToU8("<m:manifest><m:encryption-data/></m:manifest>"),
      "content.xml": strToU8("…"),
    });
    await expect(contentOf("a.ods", ods)).rejects.toThrow("protected by a password");
    await expect(contentOf("a.xls", lockedXls())).rejects.toThrow("protected by a password");
  });

  /** An .xls with a FILEPASS record behind its first one, as a locked one has. */
  const lockedXls = (): Buffer => {
    const file = CFB.read(bytesOf(bookOf(ROWS), "biff8"), { type: "buffer" });
    const stream = CFB.find(file, "/Workbook")!;
    const content = Buffer.from(stream.content as Uint8Array);
    const first = 4 + content.readUInt16LE(2);
    const pass = Buffer.concat([Buffer.from([0x2f, 0, 54, 0, 1, 0, 1, 0, 1, 0]), Buffer.alloc(48)]);
    stream.content = Buffer.concat([content.subarray(0, first), pass, content.subarray(first)]);
    stream.size = (stream.content as Buffer).length;
    return CFB.write(file, { type: "buffer" }) as Buffer;
  };
});

describe("cells that can not be trusted", () => {
  it("are numbers of more than 15 digits, errors, formulas without result and times without a day", async () => {
    const content = await contentOf(
      "a.xlsx",
      xlsxOf({
        sheets: [
          HEADINGS +
            rowOf(2, ["甲", number("990101199001010019"), '<c t="e"><v>#N/A</v></c>', number("1.5", 1)]) +
            rowOf(3, ["乙", "1", "<c><f>SUM(A1)</f></c>", number("0.25", 2)]) +
            rowOf(4, ["丙", "2", '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>', number("44931.75", 3)]) +
            rowOf(5, ["丁", number("999999999999999"), "<c><f>A9</f><v>0</v></c>", number("44931", 3)]),
        ],
        formats: '<numFmt numFmtId="170" formatCode="[h]:mm"/>',
        styles: [170, 21, 22],
      }),
    );
    expect(problemsOf(content)).toEqual([
      "2 事项编码 NUMBER_TOO_LONG",
      "2 金额 CELL_ERROR",
      "2 日期 TIME_WITHOUT_DAY",
      "3 金额 FORMULA_WITHOUT_RESULT",
      "3 日期 TIME_WITHOUT_DAY",
      "4 金额 CELL_ERROR",
    ]);
    expect(content.records[0]!.problems!.get("事项编码")!.remedy).toBe(
      "Cell B2 holds a number of 18 digits. Spreadsheets keep 15, so its last digits are lost: format the column as text and enter it again.",
    );
    expect(content.records[2]!.values["日期"]).toBe("2023-01-05 18:00:00");
    expect(content.records[3]!.values).toMatchObject({ 事项编码: "999999999999999", 日期: "2023-01-05" });
    expect(noticesOf(content)).toEqual(["ZERO_OF_FORMULA cells C5"]);
  });

  it("are the same in .xls", async () => {
    const book = bookOf(ROWS);
    const sheet = book.Sheets["表1"]! as Record<string, object>;
    sheet["B2"] = { t: "n", v: 123456789012345680 };
    sheet["C2"] = { t: "e", v: 42 };
    sheet["D2"] = { t: "n", v: 0.5, z: "h:mm" };
    expect(problemsOf(await contentOf("a.xls", bytesOf(book, "biff8")))).toEqual([
      "2 事项编码 NUMBER_TOO_LONG",
      "2 金额 CELL_ERROR",
      "2 日期 TIME_WITHOUT_DAY",
    ]);
  });
});

describe("values of cells", () => {
  it("are days, whichever format shows them, a month alone where no day is shown", async () => {
    const formats = [
      "yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;",
      "[$-804]yyyy/m/d;@",
      "[DBNum1]yyyy年m月d日",
      "yyyy&quot;年&quot;m&quot;月&quot;",
    ];
    const styles = [14, 31, 57, 58, 170, 171, 172, 173, 22];
    const rows = styles.map((_, index) => rowOf(index + 2, [`第${index}`, "", "", number("44931", index + 1)]));
    const content = await contentOf(
      "a.xlsx",
      xlsxOf({
        sheets: [HEADINGS + rows.join("") + rowOf(20, ["标准", "", "", '<c t="d"><v>2023-01-05</v></c>'])],
        formats: formats.map((code, index) => `<numFmt numFmtId="${170 + index}" formatCode="${code}"/>`).join(""),
        styles,
      }),
    );
    expect(content.records.map(({ values }) => values["日期"])).toEqual([
      "2023-01-05",
      "2023-01-05",
      "2023-01",
      "2023-01-05",
      "2023-01-05",
      "2023-01-05",
      "2023-01-05",
      "2023-01",
      "2023-01-05",
      "2023-01-05",
    ]);
  });

  it("are days of 1904 where the workbook counts from there", async () => {
    const bytes = xlsxOf({
      sheets: [HEADINGS + rowOf(2, ["甲", "", "", number("43469", 1)])],
      styles: [14],
      date1904: true,
    });
    expect((await contentOf("a.xlsx", bytes)).records[0]!.values["日期"]).toBe("2023-01-05");
  });

  it("keep codes with the zeros that their format shows, rich text, line breaks and characters of four bytes", async () => {
    const content = await contentOf(
      "a.xlsx",
      xlsxOf({
        sheets: [
          HEADINGS +
            rowOf(2, ['<c t="s"><v>0</v></c>', number("123", 1), number("1E-7"), '<c t="b"><v>1</v></c>']) +
            rowOf(3, ['<c t="s"><v>1</v></c>', "𠮷_x000D_\n䶮", number("0.30000000000000004"), ""]) +
            rowOf(4, ["甲", '<c t="str"><f>"1"</f><v>1</v></c>', '<c t="str"><f>""</f><v></v></c>', ""]),
        ],
        shared: ["<r><t>甲</t></r><r><t>乙</t></r>", '<t>漢</t><rPh sb="0" eb="1"><t>カン</t></rPh>'],
        formats: '<numFmt numFmtId="170" formatCode="000000"/>',
        styles: [170],
      }),
    );
    expect(rowsOf(content)).toEqual([
      ["甲乙", "000123", "0.0000001", "true"],
      ["漢", "𠮷\n䶮", "0.3", ""],
      ["甲", "1", "", ""],
    ]);
    expect(problemsOf(content)).toEqual([]);
  });

  it("tell units that formats add, and that a format shows another value than is stored", async () => {
    const content = await contentOf(
      "a.xlsx",
      xlsxOf({
        sheets: [
          rowOf(1, ["附表：单位：亩"]) +
            rowOf(2, ["事项名称", "事项编码", "金额", "日期"]) +
            rowOf(3, ["甲", number("12.5", 1), number("123456789.12", 2), ""]),
        ],
        formats:
          '<numFmt numFmtId="170" formatCode="0.00&quot;万元&quot;"/><numFmt numFmtId="171" formatCode="0!.0,&quot;万元&quot;"/>',
        styles: [170, 171],
      }),
    );
    expect([content.units, content.unit]).toEqual([{ 事项编码: "万元", 金额: "元" }, "亩"]);
    expect(content.records[0]!.values["金额"]).toBe("123456789.12");
    expect(noticesOf(content)).toEqual([
      "UNIT_IN_FORMAT column B",
      "UNIT_IN_FORMAT column C",
      "UNIT_ABOVE_TABLE above the headings",
      "TITLE_ROWS row 1",
    ]);
  });
});

describe("the layout of a sheet", () => {
  it("joins headings of two rows, fills merged cells, and leaves out titles, totals and empty rows", async () => {
    const content = await contentOf(
      "a.xlsx",
      xlsxOf({
        sheets: [
          rowOf(1, ["某市一览表"]) +
            rowOf(3, ["行政区划", "事项名称", "法定办结时限", "", "备注"]) +
            rowOf(4, ["", "", "天数", "单位"]) +
            rowOf(5, ["敦化市", "甲", number("20"), "工作日"]) +
            rowOf(6, ["", "乙", number("3"), "日"]) +
            rowOf(7, ["", "", "", ""]) +
            rowOf(9, ["合　计", "", number("23")]),
        ],
        behind:
          '<mergeCells><mergeCell ref="A1:E1"/><mergeCell ref="A3:A4"/><mergeCell ref="B3:B4"/><mergeCell ref="C3:D3"/><mergeCell ref="E3:E4"/><mergeCell ref="A5:A6"/></mergeCells>',
      }),
    );
    expect(content.columns).toEqual(["行政区划", "事项名称", "法定办结时限", "法定办结时限单位", "备注"]);
    expect(rowsOf(content)).toEqual([
      ["敦化市", "甲", "20", "工作日", ""],
      ["敦化市", "乙", "3", "日", ""],
    ]);
    expect(noticesOf(content)).toEqual(["TITLE_ROWS row 1", "MERGED_ROWS row 6", "TOTAL_ROWS row 9"]);
  });

  it("tells cells that are merged over several columns", async () => {
    const content = await contentOf(
      "a.xlsx",
      xlsxOf({
        sheets: [
          rowOf(1, ["事项名称", "事项编码", "日期"]) + rowOf(2, ["甲", "1", ""]) + rowOf(3, ["乙", "2", "2026-01-01"]),
        ],
        behind: '<mergeCells><mergeCell ref="B2:C2"/></mergeCells>',
      }),
    );
    expect(noticesOf(content)).toEqual(["MERGED_COLUMNS row 2"]);
  });

  it("tells hidden rows and columns, which are read", async () => {
    const content = await contentOf(
      "a.xlsx",
      xlsxOf({
        sheets: [HEADINGS + rowOf(2, ["甲", "1"]) + rowOf(3, ["乙", "2"], 'hidden="1"')],
        before: '<cols><col min="2" max="2" width="9" hidden="1"/><col min="4" max="9" width="9" hidden="1"/></cols>',
      }),
    );
    expect(content.records).toHaveLength(2);
    expect(noticesOf(content)).toEqual(["HIDDEN_COLUMNS columns B, D", "HIDDEN_ROWS row 3"]);
  });

  it("tells hidden rows of .xls, whose records of rows say it", async () => {
    const content = await contentOf("a.xls", hiddenRowsXls([1, 2]));
    expect(content.records).toHaveLength(2);
    expect(noticesOf(content)).toEqual(["HIDDEN_ROWS rows 2, 3"]);
    expect(noticesOf(await contentOf("a.xls", hiddenRowsXls([])))).toEqual([]);
  });

  it("tells them of .xls and .ods too", async () => {
    const book = bookOf(ROWS, [["另"], ["x"]]);
    book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
    book.Sheets["表1"]!["!cols"] = [{}, { hidden: true }];
    expect(noticesOf(await contentOf("a.xls", bytesOf(book, "biff8")))).toEqual([
      "HIDDEN_SHEETS sheet 表2",
      "HIDDEN_COLUMNS column B",
    ]);
    expect(noticesOf(await contentOf("a.ods", hiddenOds))).toEqual([
      "HIDDEN_SHEETS sheet 藏",
      "HIDDEN_COLUMNS column B",
      "HIDDEN_ROWS rows 2, 3",
    ]);
  });

  /** A workbook with ROW records ([MS-XLS] 2.4.221, fDyZero), which the library that writes it leaves out. */
  const hiddenRowsXls = (hidden: readonly number[]): Buffer => {
    const file = CFB.read(bytesOf(bookOf(ROWS), "biff8"), { type: "buffer" });
    const stream = CFB.find(file, "/Workbook")!;
    const content = Buffer.from(stream.content);
    let at = 0;
    while (content.readUInt16LE(at) !== DIMENSIONS) at += 4 + content.readUInt16LE(at + 2);
    at += 4 + content.readUInt16LE(at + 2);
    const rows = ROWS.map((_, row) => {
      const record = Buffer.alloc(20);
      for (const [place, value] of [ROW, 16, row, 0, 2, 0xff].entries()) record.writeUInt16LE(value, place * 2);
      record.writeUInt16LE(hidden.includes(row) ? 0x0120 : 0x0100, 16);
      return record;
    });
    stream.content = Buffer.concat([content.subarray(0, at), ...rows, content.subarray(at)]);
    stream.size = stream.content.length;
    return Buffer.from(CFB.write(file, { type: "buffer" }) as Uint8Array);
  };

  const cell = (text: string): string =>
    `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`;
  const hiddenOds = zipSync({
    mimetype: strToU8("application/vnd.oasis.opendocument.spreadsheet"),
    "META-INF/manifest.xml": strToU8(
      '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>',
    ),
    "styles.xml": strToU8(
      '<office:document-styles xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"></office:document-styles>',
    ),
    "content.xml": strToU8(
      `<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><office:automatic-styles><style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles><office:body><office:spreadsheet>` +
        `<table:table table:name="露"><table:table-column/><table:table-column table:visibility="collapse"/><table:table-row>${cell("事项名称")}${cell("事项编码")}</table:table-row><table:table-row table:visibility="filter" table:number-rows-repeated="2">${cell("甲")}${cell("1")}</table:table-row></table:table>` +
        `<table:table table:name="藏" table:style-name="ta2"><table:table-row>${cell("x")}</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>`,
    ),
  });

  it("is that of the sheet that is asked for; several are refused with their names, hidden ones are never taken", async () => {
    const sheets = [HEADINGS + rowOf(2, ["甲", "1"]), HEADINGS + rowOf(2, ["乙", "2"]), ""];
    const several = xlsxOf({ sheets });
    await expect(contentOf("a.xlsx", several)).rejects.toThrow(
      "Several sheets of the workbook hold something: 1 表一, 2 附表, 3 说明. Say which one with --sheet",
    );
    const second = await contentOf("a.xlsx", several, { sheet: "附表" });
    expect([rowsOf(second)[0]![0], noticesOf(second)]).toEqual(["乙", ["OTHER_SHEETS sheets 表一, 说明"]]);
    expect(rowsOf(await contentOf("a.xlsx", several, { sheet: "2" }))[0]![0]).toBe("乙");
    await expect(contentOf("a.xlsx", several, { sheet: "无" })).rejects.toThrow("no sheet 无. It has: 1 表一");
    const hidden = xlsxOf({ sheets, states: ["", 'state="veryHidden"'] });
    const only = await contentOf("a.xlsx", hidden);
    expect([rowsOf(only)[0]![0], noticesOf(only)]).toEqual(["甲", ["HIDDEN_SHEETS sheet 附表"]]);
    expect(noticesOf(await contentOf("a.xlsx", hidden, { sheet: 2 }))).toContain("HIDDEN_SHEET_READ sheet 附表");
    await expect(contentOf("a.xlsx", xlsxOf({ sheets: [""] }))).rejects.toThrow("No visible sheet");
  });

  it("has rows far down and right of its headings, which are read or told", async () => {
    const content = await contentOf(
      "a.xlsx",
      xlsxOf({ sheets: [HEADINGS + rowOf(2, ["甲", "1"]) + rowOf(90_000, ["乙", "2", "", "", "旁注"])] }),
    );
    expect(content.records.map(({ line }) => line)).toEqual([2, 90_000]);
    expect(noticesOf(content)).toEqual(["CELLS_WITHOUT_HEADING row 90000"]);
  });
});

describe("archives", () => {
  const CSV = "事项名称,事项编码\n甲,1\n";

  it("give the one file that is in them, of any format", async () => {
    const beside = { "__MACOSX/._a.csv": strToU8("x"), ".DS_Store": strToU8("x"), "导出/": new Uint8Array() };
    expect(rowsOf(await contentOf("a.zip", zipSync({ ...beside, "导出/a.csv": strToU8(CSV) })))).toEqual([["甲", "1"]]);
    expect(
      rowsOf(await contentOf("a.zip", zipSync({ "a.csv": new Uint8Array(iconv.encode(CSV, "gb18030")) }))),
    ).toEqual([["甲", "1"]]);
    const workbook = bytesOf(bookOf(ROWS), "xlsx");
    expect(rowsOf(await contentOf("a.zip", zipSync({ "a.xlsx": new Uint8Array(workbook) })))).toEqual(READ);
  });

  it("of several files need the name of one", async () => {
    const two = zipSync({ "一.csv": strToU8(CSV), "b/二.csv": strToU8(CSV.replace("甲", "乙")) });
    await expect(contentOf("a.zip", two)).rejects.toThrow(
      "several files: 一.csv, b/二.csv. Say which one with --entry",
    );
    expect(rowsOf(await contentOf("a.zip", two, { entry: "二.csv" }))).toEqual([["乙", "1"]]);
    await expect(contentOf("a.zip", two, { entry: "三.csv" })).rejects.toThrow("no file 三.csv. It holds: 一.csv");
  });

  it("are refused where they are cut off, packed twice, or more than they can be", async () => {
    const one = zipSync({ "a.csv": strToU8(CSV) });
    await expect(contentOf("a.zip", one.subarray(0, one.length - 30))).rejects.toThrow("damaged or cut off");
    await expect(contentOf("a.zip", zipSync({ "a.zip": one }))).rejects.toThrow("unpack it once");
    await expect(contentOf("a.zip", zipSync({}))).rejects.toThrow("holds no file");
    const bomb = zipSync({ "a.csv": new Uint8Array(80 * 1024 ** 2) });
    await expect(contentOf("a.zip", bomb)).rejects.toThrow("packed more tightly than a real file");
  });
});
