/** Text files as agencies send them: encodings, separators, headings below titles, and what is no record. */
import iconv from "iconv-lite";
import fc from "fast-check";
import { LONGEST_MEMBER, createMemberReader } from "../../../platform/import/files/json-members.js";
import { contentOf, noticesOf, problemsOf, rowsOf } from "../../support/import-files.js";

const TEXT = "事项名称,事项编码,行政区划\n食品经营许可,A1,吉林省延边州\n公共场所卫生许可,A2,敦化市大石头镇\n";
const ROWS = [
  ["食品经营许可", "A1", "吉林省延边州"],
  ["公共场所卫生许可", "A2", "敦化市大石头镇"],
];

describe("the encoding of a file", () => {
  it.each([
    ["UTF-8", Buffer.from(TEXT)],
    ["UTF-8 with a mark", Buffer.from(`\uFEFF${TEXT}`)],
    ["GB18030", iconv.encode(TEXT, "gb18030")],
    ["UTF-16 LE with a mark", iconv.encode(TEXT, "utf-16le", { addBOM: true })],
    ["UTF-16 BE with a mark", iconv.encode(TEXT, "utf-16be", { addBOM: true })],
  ])("is found: %s", async (_name, bytes) => {
    expect(rowsOf(await contentOf("a.csv", bytes))).toEqual(ROWS);
  });

  it("keeps characters of four bytes and those that were added in 2022", async () => {
    const bytes = iconv.encode("事项名称,事项编码\n𠮷野镇,1\n", "gb18030");
    expect(rowsOf(await contentOf("a.csv", bytes))).toEqual([["𠮷野镇", "1"]]);
    expect(rowsOf(await contentOf("a.csv", Buffer.concat([bytes, Buffer.from([0xfe, 0x59, 0x2c, 0x32])])))).toEqual([
      ["𠮷野镇", "1"],
      ["龴", "2"],
    ]);
  });

  it("refuses UTF-8 with one stray byte, though it would be GB18030 without meaning", async () => {
    const lines = Array.from({ length: 200 }, (_, index) => `事项名称和地,${index}`).join("\n");
    const good = Buffer.from(`事项名称啊呀,事项编码\n${lines}\n`);
    const at = good.indexOf(Buffer.from(",100\n"));
    const bad = Buffer.concat([good.subarray(0, at), Buffer.from([0xa1, 0xa1]), good.subarray(at)]);
    expect(() => new TextDecoder("gb18030", { fatal: true }).decode(bad)).not.toThrow();
    await expect(contentOf("a.csv", bad)).rejects.toThrow(
      `UTF-8 by most of its lines, and is damaged at line 102, byte ${at + 1}`,
    );
  });

  it("refuses what is neither with line and byte of both", async () => {
    const bytes = Buffer.concat([
      iconv.encode("事项名称,事项编码\n食品经营,1\n", "gb18030"),
      Buffer.from([0xff, 0x2c]),
    ]);
    await expect(contentOf("a.csv", bytes)).rejects.toThrow(
      /neither UTF-8 \(line 1, byte \d+\) nor GB18030 \(line 3, byte 30\).*--encoding/,
    );
  });

  it("finds a stray byte beyond the first pieces of a large file", async () => {
    const good = Buffer.from(`事项名称,事项编码\n${"食品经营许可,1\n".repeat(60_000)}`);
    const bad = Buffer.concat([good, Buffer.from([0xff, 0x0a])]);
    await expect(contentOf("a.csv", bad)).rejects.toThrow(`damaged at line 60002, byte ${good.length + 1}`);
  });

  it("never loads a character that was lost, or NUL", async () => {
    await expect(contentOf("a.csv", "事项名称,事项编码\n食\uFFFD,1\n")).rejects.toThrow(/Line 2 .*U\+FFFD/);
    await expect(contentOf("a.csv", iconv.encode("a,b\n1,2\n", "utf-16le", { addBOM: false }))).rejects.toThrow(
      /NUL.*--encoding utf-16le/,
    );
  });

  it("is the one that is asked for", async () => {
    const big5 = iconv.encode("事項,事项编码\n食品經營,1\n".replaceAll("项编码", "項編碼"), "big5");
    expect(rowsOf(await contentOf("a.csv", big5, { encoding: "big5" }))).toEqual([["食品經營", "1"]]);
    expect(
      rowsOf(await contentOf("a.csv", iconv.encode(TEXT, "utf-16le", { addBOM: false }), { encoding: "utf-16le" })),
    ).toEqual(ROWS);
    await expect(contentOf("a.csv", iconv.encode(TEXT, "gb18030"), { encoding: "utf-8" })).rejects.toThrow(
      /UTF-8 as it was asked for, and is damaged at line 1/,
    );
  });
});

describe("separators", () => {
  it.each([
    [",", "a.txt"],
    ["\t", "a.csv"],
    [";", "a.csv"],
    ["|", "a.tsv"],
  ])("are found in the lines, whatever the name: %j", async (separator, name) => {
    expect(rowsOf(await contentOf(name, TEXT.replaceAll(",", separator)))).toEqual(ROWS);
  });

  it("are not those inside quotation marks", async () => {
    const content = await contentOf("a.csv", '事项名称;"事项编码"\n"甲,乙;丙";1\n"一,二,三" ; 2\n');
    expect(rowsOf(content)).toEqual([
      ["甲,乙;丙", "1"],
      ["一,二,三", "2"],
    ]);
  });

  it("keeps line breaks and doubled quotation marks of a value, and tells lines of the file", async () => {
    const content = await contentOf("a.csv", '事项名称,事项编码\r\n"甲\r\n乙""丙""",1\r\n\r\n "丁" ,2\r\n');
    expect(content.records.map(({ line, values }) => [line, values["事项名称"], values["事项编码"]])).toEqual([
      [2, '甲\r\n乙"丙"', "1"],
      [5, "丁", "2"],
    ]);
  });

  it("refuses a quotation mark that is not closed, or stands inside a value, with its line", async () => {
    await expect(contentOf("a.csv", '事项名称,事项编码\n甲,1\n"乙,2\n丙,3\n')).rejects.toThrow(
      "broken at line 3: a quotation mark is not closed",
    );
    await expect(contentOf("a.csv", '事项名称,事项编码\n"甲"乙,1\n')).rejects.toThrow(
      /broken at line 2: a quotation mark/,
    );
  });

  it("refuses a row of another length, but for empty cells at its end", async () => {
    await expect(contentOf("a.csv", "事项名称,事项编码\n甲,1\n乙,2,3\n")).rejects.toThrow(
      "broken at line 3: it has another number of columns",
    );
    await expect(contentOf("a.csv", "事项名称,事项编码\n甲\n")).rejects.toThrow("another number of columns");
    expect(rowsOf(await contentOf("a.csv", "事项名称,事项编码\n甲,1,,\n"))).toEqual([["甲", "1"]]);
  });
});

describe("headings", () => {
  it("are found below titles and blank lines, which are told", async () => {
    const content = await contentOf(
      "a.csv",
      "某市许可一览表,,\n填报单位：某局,,单位：万元\n\n事项名称,事项编码,金额\n甲,1,2\n",
    );
    expect(rowsOf(content)).toEqual([["甲", "1", "2"]]);
    expect(content.unit).toBe("万元");
    expect(noticesOf(content)).toEqual(["UNIT_ABOVE_TABLE above the headings", "TITLE_ROWS lines 1, 2"]);
  });

  it("of two rows are joined by what the kind knows of them", async () => {
    const content = await contentOf("a.csv", "事项名称,法定办结时限,,联系,\n,天数,单位,姓名,电话\n甲,20,工作日,某,1\n");
    expect(content.columns).toEqual(["事项名称", "法定办结时限", "法定办结时限单位", "联系/姓名", "联系/电话"]);
    expect(rowsOf(content)).toEqual([["甲", "20", "工作日", "某", "1"]]);
  });

  it("of one row are no two, whatever stands in the rows beside them", async () => {
    const title = await contentOf("a.csv", "填报单位：某局,,2025年\n事项名称,备注,说明\n甲,1,2\n");
    expect([title.columns, noticesOf(title)]).toEqual([["事项名称", "备注", "说明"], ["TITLE_ROWS line 1"]]);
    const unnamed = await contentOf("a.csv", "事项名称,事项编码,\n,1,秘\n甲,2,\n");
    expect([unnamed.columns, unnamed.records.length]).toEqual([["事项名称", "事项编码"], 2]);
    const group = await contentOf("a.csv", "事项名称,联系,\n,姓名,电话\n甲,某,1\n");
    expect(group.columns).toEqual(["事项名称", "联系/姓名", "联系/电话"]);
  });

  it("may be followed by their names of the exchange tables and a numbering", async () => {
    const content = await contentOf("a.csv", "事项名称,事项编码,行政区划\nTASK_NAME,TASK_CODE,AREA_CODE\n甲,1,2\n");
    expect(rowsOf(content)).toEqual([["甲", "1", "2"]]);
    const numbered = await contentOf("a.csv", "事项名称,事项编码,行政区划,金额\n栏次,1,2,3\n甲,1,2,3\n");
    expect([rowsOf(numbered), noticesOf(numbered)]).toEqual([[["甲", "1", "2", "3"]], ["NUMBERING_ROWS line 2"]]);
  });

  it("are in the row that is named, and after the lines that are skipped", async () => {
    const text = "事项名称,事项编码\n名字,号码\n甲,1\n";
    expect((await contentOf("a.csv", text, { headerRow: 2 })).columns).toEqual(["名字", "号码"]);
    const skipped = await contentOf("a.csv", text, { skip: 1 });
    expect([skipped.columns, noticesOf(skipped)]).toEqual([["名字", "号码"], ["SKIPPED_ROWS line 1"]]);
    await expect(contentOf("a.csv", text, { headerRow: 9 })).rejects.toThrow("Row 9");
  });

  it("that the kind knows stand once; others get their number", async () => {
    await expect(contentOf("a.csv", "事项名称,金额,金额\n甲,1,2\n")).rejects.toThrow(
      "Columns 2 and 3 of the header have the same name.",
    );
    expect((await contentOf("a.csv", "事项名称,备注,备注\n甲,1,2\n")).columns).toEqual([
      "事项名称",
      "备注",
      "备注 (3)",
    ]);
  });

  it("that come once more in another order, or with other columns, refuse the file: what is below them would be read wrongly", async () => {
    const table = "事项名称,事项编码,行政区划,金额\n某事,1,2,3\n";
    for (const headings of [
      "事项名称,行政区划,事项编码,金额",
      "序号, 事项编码,事项名称,行政区划",
      "行政区划,事项名称,金额,",
    ])
      await expect(contentOf("a.csv", `${table},,,\n${headings}\n乙,4,5,6\n`)).rejects.toThrow(
        "With line 4 another table begins, whose columns stand otherwise: make a file of each table. Nothing was loaded.",
      );
    // A value may be a word that is a heading.
    expect(rowsOf(await contentOf("a.csv", `${table}事项名称,金额,5,6\n`))).toHaveLength(2);
  });

  it("that are missing over filled cells are told", async () => {
    const content = await contentOf("a.csv", "事项名称,事项编码,\n甲,1,秘\n乙,2,\n");
    expect([content.columns, noticesOf(content)]).toEqual([["事项名称", "事项编码"], ["CELLS_WITHOUT_HEADING line 2"]]);
  });
});

describe("what is no record", () => {
  it("is left out and told: totals, notes, checksums, headings once more", async () => {
    const content = await contentOf(
      "a.csv",
      [
        "事项名称,事项编码,金额",
        "甲,1,2.5",
        "小　计,,2.5",
        "事项名称,事项编码,金额",
        '乙,2,"1,000.50"',
        '延吉市小计,,"1,000.50元"',
        "合计：,——,1003.00",
        "注：以上金额未经审计",
        "1.含上年结转",
        "填表人：某某,,审核人：某某",
        "制表日期：,2025-01-01,",
        "MD5：0123456789abcdef0123456789abcdef",
        "",
        "",
      ].join("\n"),
    );
    expect(rowsOf(content)).toEqual([
      ["甲", "1", "2.5"],
      ["乙", "2", "1,000.50"],
    ]);
    expect(noticesOf(content)).toEqual([
      "TOTAL_ROWS lines 3, 6, 7",
      "REPEATED_HEADINGS line 4",
      "FOOTNOTE_ROWS lines 8, 9, 10, 11",
      "CHECKSUM_ROWS line 12",
    ]);
  });

  it.each([["合计服务公司,1,2"], ["会计,1,2"], ["合计,X-1,说明文字"], ["备注说明,1,"], ["说明：如何办理,1,2"]])(
    "is not %s, which is a record",
    async (row) => {
      expect(rowsOf(await contentOf("a.csv", `事项名称,事项编码,金额\n${row}\n`))).toEqual([row.split(",")]);
    },
  );
});

describe("JSON", () => {
  it("has the columns of all records, and numbers as they are written", async () => {
    const content = await contentOf(
      "a.json",
      '[{"事项名称":"甲","事项编码":990101199001010019},{"金额":1.50,"事项名称":"乙","x":null,"y":true,"z":["a","b"],"w":1e3}]',
    );
    expect(content.columns).toEqual(["事项名称", "事项编码", "金额", "x", "y", "z", "w"]);
    expect(rowsOf(content)).toEqual([
      ["甲", "990101199001010019", "", "", "", "", ""],
      ["乙", "", "1.50", "", "true", "a^b", "1e3"],
    ]);
  });

  it.each([
    ['{"rows":[{"a":"1"}]}', "rows"],
    ['{"RECORDS":[{"a":"1"}],"total":1}', "RECORDS"],
    ['{"code":0,"data":{"total":"1","list":[{"a":"1","tags":["x"]}]}}', "data.list"],
  ])("finds the list in %s", async (text, path) => {
    expect((await contentOf("a.json", text)).records[0]!.values["a"]).toBe("1");
    expect((await contentOf("a.json", text, { path })).records[0]!.values["a"]).toBe("1");
    expect((await contentOf("a.json", text, { path: `/${path.replaceAll(".", "/")}` })).records).toHaveLength(1);
  });

  it("refuses to choose among several lists, and names them", async () => {
    const text = '{"a.b":{"list":[{"x":"1"},{"x":"2"}]},"other":[{"x":"3"}],"numbers":[1]}';
    await expect(contentOf("a.json", text)).rejects.toThrow(
      "/a.b/list (2 records), other (1 records). Say which one with --path",
    );
    expect(rowsOf(await contentOf("a.json", text, { path: "/a.b/list" }))).toEqual([["1"], ["2"]]);
    expect(rowsOf(await contentOf("a.json", text, { path: "other" }))).toEqual([["3"]]);
    await expect(contentOf("a.json", text, { path: "nothing" })).rejects.toThrow(
      "no list of records at nothing. There are:",
    );
  });

  it("refuses what would be lost or guessed", async () => {
    await expect(contentOf("a.json", '[{"a":"1","a":"2"}]')).rejects.toThrow("Record 1 has the key a twice");
    await expect(contentOf("a.json", '[{"a":"1"},2]')).rejects.toThrow("Record 2 is not an object");
    await expect(contentOf("a.json", '{"a":1}')).rejects.toThrow("no list of records");
    await expect(contentOf("a.json", '[{"a":"1"}\n,{"b":}]')).rejects.toThrow("not JSON near line 2");
    await expect(contentOf("a.json", '[{"a":"1"}')).rejects.toThrow("not JSON near line 1");
    await expect(contentOf("a.json", '[{"a":"1"}] x')).rejects.toThrow("not JSON");
    expect(problemsOf(await contentOf("a.json", '[{"a":{"b":1},"c":[{}]}]'))).toEqual([
      "1 a NESTED_VALUE",
      "1 c NESTED_VALUE",
    ]);
  });

  it("reads lines of objects alike, under any name", async () => {
    const text = '{"事项名称":"甲 \\" 1","n":123456789012345678}\n\n{"n":-0.10,"m":"2"}\n';
    for (const name of ["a.jsonl", "a.json", "a.txt"]) {
      const content = await contentOf(name, text);
      expect([content.columns, rowsOf(content), content.records.map(({ line }) => line)]).toEqual([
        ["事项名称", "n", "m"],
        [
          ['甲 " 1', "123456789012345678", ""],
          ["", "-0.10", "2"],
        ],
        [1, 3],
      ]);
    }
    await expect(contentOf("a.jsonl", '{"a":1}\n{"a":01}\n')).rejects.toThrow("Line 2 is not JSON");
  });
});

describe("XML", () => {
  const XML =
    '<?xml version="1.0" encoding="GB2312"?><root><head><a>1</a></head><list><row id="7"><事项名称>甲&amp;乙</事项名称><事项编码><![CDATA[<1>]]></事项编码></row><row id="8"><事项编码>2</事项编码><x><y>1</y></x></row></list></root>';

  it("finds the elements that repeat, in their encoding", async () => {
    const content = await contentOf("a.xml", iconv.encode(XML, "gb18030"));
    expect(content.columns).toEqual(["id", "事项名称", "事项编码"]);
    expect(rowsOf(content)).toEqual([
      ["7", "甲&乙", "<1>"],
      ["8", "", "2"],
    ]);
    expect(problemsOf(content)).toEqual(["2 x NESTED_VALUE"]);
  });

  it("takes the path that is asked for, and refuses to choose", async () => {
    expect(rowsOf(await contentOf("a.xml", XML, { path: "root.head" }))).toEqual([["1"]]);
    await expect(
      contentOf("a.xml", "<r><a><x>1</x></a><a><x>2</x></a><b><x>1</x></b><b><x>2</x></b></r>"),
    ).rejects.toThrow("r.a (2 records), r.b (2 records). Say which one with --path");
    await expect(contentOf("a.xml", "<r><a><x>1</x></b></r>")).rejects.toThrow("not XML at line 1");
    await expect(contentOf("a.xml", '<!DOCTYPE r [<!ENTITY e "x">]><r><a><x>&e;</x></a></r>')).rejects.toThrow(
      "not XML",
    );
  });
});

describe("HTML tables under the name .xls", () => {
  const HTML = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>td{mso-number-format:'\\@'}</style></head>
    <body><table><tr><td colspan=3>某市一览表</td></tr><tr><td>事项名称<td>事项编码<td>行政区划</tr>
    <tr><td rowspan="2">甲&nbsp;乙<br>丙</td><td>000123</td><td x:num>123456789012345678</td></tr>
    <tr><td>1<2 &lt;b&gt;</td><td></td></tr></table></body></html>`;

  it("are read in their encoding, cells as texts, spans as they reach", async () => {
    const content = await contentOf("a.xls", iconv.encode(HTML, "gb18030"));
    expect(rowsOf(content)).toEqual([
      ["甲 乙\n丙", "000123", "123456789012345678"],
      ["甲 乙\n丙", "1<2 <b>", ""],
    ]);
    expect(noticesOf(content)).toEqual(["TITLE_ROWS row 1", "MERGED_ROWS row 4"]);
  });

  it("are told apart, and refused where they are cut off", async () => {
    const two = "<table><tr><td>事项名称</td><td>b</td></tr><tr><td>1</td><td>2</td></tr></table>".repeat(2);
    await expect(contentOf("a.xls", two)).rejects.toThrow("2 tables of records. Say which one with --sheet");
    expect((await contentOf("a.xls", two, { sheet: 2 })).records).toHaveLength(1);
    await expect(contentOf("a.xls", HTML.slice(0, -40))).rejects.toThrow("cut off");
    await expect(contentOf("a.xls", "<html><body>请先登录</body></html>")).rejects.toThrow("no table of records");
  });
});

describe("files of other kinds", () => {
  it.each([
    ["%PDF-1.7\n", "ask for the table"],
    ["\x1f\x8b\b\0", "no zip: unpack it"],
    ["{\\rtf1 x", "save that as .xlsx"],
    ["\x89PNG\r\n", "ask for the table"],
    ["MIME-Version: 1.0\r\n", "save it as .xlsx"],
    ["SQLite format 3\0", "export its table as CSV"],
  ])("are refused with what to do: %j", async (beginning, sentence) => {
    await expect(contentOf("a.csv", Buffer.from(beginning, "latin1"))).rejects.toThrow(sentence);
  });
});

describe("what a spreadsheet left in a text", () => {
  it("is told: its errors, and numbers that it shortened", async () => {
    const content = await contentOf(
      "a.csv",
      "事项名称,事项编码,金额\n甲,1.12224E+17,#DIV/0!\n乙,1.5E+05,#1\n丙,######,1E+3\n丁,12224E+17,1.2E+11\n",
    );
    expect(problemsOf(content)).toEqual([
      "2 事项编码 NUMBER_SHORTENED",
      "2 金额 CELL_ERROR",
      "4 事项编码 CELL_ERROR",
      "5 金额 NUMBER_SHORTENED",
    ]);
  });
});

describe("rows that are not as even as they look", () => {
  it("are refused where one row alone is longer, though its last cell is empty: its cells are shifted", async () => {
    const text = "事项名称,金额,日期,备注\n甲,1,2026-01-01,\n乙,1,234,2026-01-01,\n";
    await expect(contentOf("a.csv", text)).rejects.toThrow(/broken at line 3: it has another number of columns/);
  });

  it("are read where each of them ends with a separator", async () => {
    expect(rowsOf(await contentOf("a.csv", "事项名称,事项编码\n甲,1,\n乙,2,\n"))).toEqual([
      ["甲", "1"],
      ["乙", "2"],
    ]);
  });

  it("lose the apostrophe that marks digits as a text, and no other", async () => {
    expect(rowsOf(await contentOf("a.csv", "事项名称,事项编码\n'甲','0012\n'8'日,O'1\n"))).toEqual([
      ["'甲'", "0012"],
      ["'8'日", "O'1"],
    ]);
  });
});

describe("members of a JSON list", () => {
  const VALUE = fc.jsonValue({ maxDepth: 3 });
  /** Numbers as they are written, everything else as it is. */
  const asWritten = (value: unknown): unknown =>
    typeof value === "number"
      ? JSON.stringify(value)
      : Array.isArray(value)
        ? value.map(asWritten)
        : value !== null && typeof value === "object"
          ? Object.fromEntries(Object.entries(value).map(([key, member]) => [key, asWritten(member)]))
          : value;

  it("are all of it and nothing else, wherever pieces end", () => {
    fc.assert(
      fc.property(
        fc.array(VALUE),
        fc.constantFrom([], ["data"], ["data", "rows"]),
        fc.array(fc.nat(40), { minLength: 1 }),
        fc.constantFrom(undefined, 2),
        (members, path, cuts, indent) => {
          const beside = { before: ["x"], text: '"[{\\' };
          const whole = path.reduceRight<unknown>((inner, key) => ({ ...beside, [key]: inner, after: [[1]] }), members);
          const text = JSON.stringify(whole, undefined, indent);
          const reader = createMemberReader(path);
          const read: unknown[] = [];
          for (let at = 0, turn = 0; at < text.length; turn++) {
            const length = 1 + cuts[turn % cuts.length]!;
            read.push(...reader.take(text.slice(at, at + length)));
            at += length;
          }
          expect(read).toEqual(members.map(asWritten));
        },
      ),
    );
  });

  it("are refused where one is longer than a record can be", () => {
    const reader = createMemberReader([]);
    reader.take('[{"a":"');
    expect(() => reader.take("长".repeat(LONGEST_MEMBER))).toThrow("longer than 8 MiB");
  });
});

describe("keys of JSON", () => {
  it("stand once in each line", async () => {
    const lines = '{"事项名称":"甲","事项编码":"1:\\"2\\": "}\n{"事项名称":"甲","事项名称" : "乙"}\n';
    await expect(contentOf("a.jsonl", lines)).rejects.toThrow("Record 2 has a key twice. Nothing was loaded.");
    const nested = '{"事项名称":"甲","部门":{"a":[{"b":1}]}}\n';
    expect((await contentOf("a.jsonl", nested)).records).toHaveLength(1);
  });

  it("of objects inside records are no columns", async () => {
    const { columns, records } = await contentOf("a.json", '[{"事项名称":"甲","部门":{"行政区划":"511602"}}]');
    expect([columns, records.length]).toEqual([["事项名称", "部门"], 1]);
  });
});

describe("tables of HTML", () => {
  const html = (cells: string, row = "<tr>"): string =>
    `<table><tr><th>事项名称</th><th>事项编码</th></tr><tr><td>甲</td><td>1</td></tr>${row}${cells}</tr></table>`;

  it("tell rows that are hidden, and cells over several columns", async () => {
    const hidden = await contentOf("a.xls", html("<td>乙</td><td>2</td>", '<tr style="height:1px; display: none">'));
    expect(noticesOf(hidden)).toContain("HIDDEN_ROWS row 3");
    const wide = await contentOf("a.xls", html('<td colspan="2">乙</td>'));
    expect(noticesOf(wide)).toContain("MERGED_COLUMNS row 3");
    expect(noticesOf(await contentOf("a.xls", html("<td>乙</td><td>2</td>")))).toEqual([]);
  });

  it("in a cell make it one that can not be trusted", async () => {
    const content = await contentOf("a.xls", html("<td>乙</td><td><table><tr><td>2</td></tr></table></td>"));
    expect(problemsOf(content)).toEqual(["3 事项编码 NESTED_VALUE"]);
  });
});
