/** A workbook has a budget of memory and of time: above it is refused with a sentence, and whoever read it goes on. */
import { writeXlsx } from "hucre/xlsx";
import { openWorkbookRows } from "../../../platform/import/files/workbook/workbook-source.js";
import { ImportRefused } from "../../../platform/import/index.js";

const workbook = (rows: number): Promise<Uint8Array> =>
  writeXlsx({
    sheets: [{ name: "表", rows: Array.from({ length: rows }, (_, row) => [`事项${row}`, `说明文字${row * 7}`, row]) }],
  });

const GENEROUS = { heapMiB: 1_024, seconds: 300 };

it.each([
  ["memory", 60_000, { ...GENEROUS, heapMiB: 16 }, "needs more than 16 MiB to be read: save its sheet as CSV"],
  ["time", 10, { ...GENEROUS, seconds: 0 }, "was not read after 0 s: save its sheet as CSV"],
])("above its %s it is refused", async (_what, rows, budget, sentence) => {
  const opening = openWorkbookRows({ format: "xlsx", bytes: await workbook(rows) }, undefined, budget);
  await expect(opening).rejects.toThrow(ImportRefused);
  await expect(opening).rejects.toThrow(sentence);
});

it("within it all rows are there, and another may be read behind one that was refused", async () => {
  const source = await openWorkbookRows({ format: "xlsx", bytes: await workbook(10) }, undefined, GENEROUS);
  let read = 0;
  for await (const rows of source.rows()) read += rows.length;
  await source.close!();
  expect(read).toBe(10);
});
