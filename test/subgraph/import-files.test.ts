/** Import of files that are no plain CSV: the same records from every format, and what can not be trusted goes to quarantine with its place. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { writeXlsx } from "hucre/xlsx";
import iconv from "iconv-lite";
import {
  runImport,
  summaryLines,
  writeReport,
  type ImportSummary,
  type Mapping,
  type ReadingOptions,
} from "../../platform/import/index.js";
import { matterImport } from "../../subgraphs/matters/matter/matter.import.js";
import { startStack, type TestStack } from "../support/stack.js";
import { rowOf, xlsxOf } from "../support/workbooks.js";

const HEADER = ["事项名称", "事项编码", "事项类型", "实施主体编码", "实施主体名称", "行政区划"];
const ROW = ["多样事项", "FILES-1", "1", "11511301008778183N", "区经信局", "511602000000"];
const OBJECT = Object.fromEntries(HEADER.map((name, index) => [name, ROW[index]]));
const CSV = `${HEADER.join(",")}\n${ROW.join(",")}\n`;

let stack: TestStack;
let directory: string;
beforeAll(async () => {
  stack = await startStack();
  directory = mkdtempSync(join(tmpdir(), "govgraph-import-files-"));
});
afterAll(async () => {
  rmSync(directory, { recursive: true });
  await stack.stop();
});

const load = (
  name: string,
  content: string | Uint8Array,
  { mapping = {}, reading = {} }: { readonly mapping?: Mapping; readonly reading?: ReadingOptions } = {},
): Promise<ImportSummary> => {
  const file = join(directory, name);
  writeFileSync(file, content);
  return runImport(
    matterImport,
    { today: "2026-09-28", source: "files", call: stack.batchCall, db: stack.databases["matters"]! },
    { file, mapping, reading, dryRun: false },
  );
};

const version = async (): Promise<unknown> =>
  (await stack.ask(`{ serviceMatter(id: "CN-LOCAL-11511301008778183N:FILES-1") { taskName version } }`)).body.data
    .serviceMatter;

describe("files of an import", () => {
  it.each([
    ["a workbook", "a.xlsx", () => writeXlsx({ sheets: [{ name: "甲", rows: [["某区事项"], HEADER, ROW] }] })],
    ["GB18030", "a.txt", () => iconv.encode(CSV.replaceAll(",", "\t"), "gb18030")],
    ["wrapped JSON", "a.json", () => JSON.stringify({ code: 0, data: { list: [OBJECT] } })],
    [
      "an HTML table",
      "a.xls",
      () =>
        `<table>${[HEADER, ROW].map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("")}</table>`,
    ],
    [
      "XML",
      "a.xml",
      () =>
        `<list><row>${Object.entries(OBJECT)
          .map(([key, value]) => `<${key}>${value}</${key}>`)
          .join("")}</row></list>`,
    ],
    ["zip", "a.zip", () => zipSync({ "a.csv": strToU8(CSV) })],
  ])("load alike: %s", async (_name, name, content) => {
    const summary = await load(name, await content());
    expect([summary.read, summary.quarantined]).toEqual([1, []]);
    expect(await version()).toEqual({ taskName: "多样事项", version: 1 });
  });

  it("are read as the mapping says, and as the command says in its place", async () => {
    const two = await writeXlsx({
      sheets: [
        { name: "甲", rows: [HEADER, ROW] },
        { name: "乙", rows: [["x"], HEADER, [...ROW.slice(0, 1), "FILES-2", ...ROW.slice(2)]] },
      ],
    });
    await expect(load("two.xlsx", two)).rejects.toThrow("Several sheets");
    expect((await load("two.xlsx", two, { mapping: { sheet: "甲" } })).unchanged).toBe(1);
    const second = await load("two.xlsx", two, { mapping: { sheet: "甲" }, reading: { sheet: "乙" } });
    expect([second.accepted, second.file.map(({ rule, place }) => [rule, place])]).toEqual([
      1,
      [
        ["OTHER_SHEETS", "sheet 甲"],
        ["TITLE_ROWS", "row 1"],
        ["VALUE_ASSUMED", "taskState"],
      ],
    ]);
  });

  it("quarantine rows that need a cell which can not be trusted, and no others", async () => {
    const long = "<c><v>990101199001010019</v></c>";
    const summary = await load(
      "cells.xlsx",
      xlsxOf({
        sheets: [
          rowOf(1, [...HEADER, "无关列"]) +
            rowOf(2, ["坏事项", long, ...ROW.slice(2)]) +
            rowOf(3, ["好事项", "FILES-3", ...ROW.slice(2), '<c t="e"><v>#REF!</v></c>']) +
            rowOf(4, ["合计", "<c><v>2</v></c>"]),
        ],
      }),
    );
    expect([summary.read, summary.accepted]).toEqual([2, 1]);
    expect(summary.quarantined).toEqual([
      expect.objectContaining({
        line: 2,
        column: "事项编码",
        rule: "NUMBER_TOO_LONG",
        remedy: expect.stringContaining("Cell B2"),
      }),
    ]);
    const report = join(directory, "report.csv");
    await writeReport(report, summary);
    expect(readFileSync(report, "utf8")).toContain(",row 4,,TOTAL_ROWS,It holds totals and is not loaded.,FILE\n");
    expect(summaryLines(summary, { dryRun: false })[0]).toBe("row 4: TOTAL_ROWS. It holds totals and is not loaded.");
    expect(readFileSync(report, "utf8") + summaryLines(summary, { dryRun: false }).join("\n")).not.toContain(
      "990101199001010019",
    );
  });

  it("load nothing where they can not be read", async () => {
    await expect(
      load("bad.csv", Buffer.concat([Buffer.from(CSV.replace("FILES-1", "FILES-9")), Buffer.from([0xff])])),
    ).rejects.toThrow("damaged at line 3");
    expect(
      (await stack.ask(`{ serviceMatter(id: "CN-LOCAL-11511301008778183N:FILES-9") { id } }`)).body.data.serviceMatter,
    ).toBeNull();
  });
});
