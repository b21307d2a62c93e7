/** The thread in which a workbook is read: what is too large ends this thread, and nothing else. */
import { parentPort, workerData } from "node:worker_threads";
import { ImportRefused } from "../../violation.js";
import { openWorkbook, type WorkbookContent } from "./open-workbook.js";
import { loadSheet } from "./load-sheet.js";
import type { LoadedSheet } from "./sheet-rows.js";

/** What the thread is given. */
export interface WorkbookTask {
  readonly content: WorkbookContent;
  readonly sheet: string | number | undefined;
}

/** What it answers first: what is beside the rows, or why there are none. */
export type WorkbookOpened = ({ readonly rows: number } & Omit<LoadedSheet, "rows">) | { readonly refused: string };

/** How many rows are handed on at a time. */
const BATCH = 500;

const { content, sheet } = workerData as WorkbookTask;
const port = parentPort!;
try {
  const { rows, ...beside } = await loadSheet(await openWorkbook(content), sheet);
  port.on("message", (from: number) => port.postMessage(rows.slice(from, from + BATCH)));
  port.postMessage({ rows: rows.length, ...beside } satisfies WorkbookOpened);
} catch (error) {
  if (!(error instanceof ImportRefused)) throw error;
  port.postMessage({ refused: error.message } satisfies WorkbookOpened);
}
