/** Rows of a workbook, read in a thread of its own with a budget of memory and time. */
import { Worker } from "node:worker_threads";
import { ImportRefused } from "../../violation.js";
import type { Row, RowSource } from "../rows.js";
import type { WorkbookContent } from "./open-workbook.js";
import type { WorkbookOpened, WorkbookTask } from "./workbook-worker.js";
import type { SheetRow } from "./sheet-rows.js";

/** What reading a workbook may take: of the file, of the thread's memory, and of time until its rows are there. */
export const WORKBOOK_LIMITS = { fileBytes: 128 * 1024 ** 2, heapMiB: 1_024, seconds: 300 } as const;

/** The budget of the thread: memory, and time until its rows are there. */
type Budget = Readonly<Record<"heapMiB" | "seconds", number>>;

/** Opens it. Throws ImportRefused, in a sentence that says what to do. */
export const openWorkbookRows = async (
  content: WorkbookContent,
  sheet: string | number | undefined,
  budget: Budget = WORKBOOK_LIMITS,
): Promise<RowSource> => {
  const worker = new Worker(new URL("./workbook-worker.js", import.meta.url), {
    workerData: { content, sheet } satisfies WorkbookTask,
    resourceLimits: { maxOldGenerationSizeMb: budget.heapMiB },
    // Libraries print warnings of their own, with what stands in the file.
    stdout: true,
    stderr: true,
    env: {},
  });
  try {
    const opened = (await answerOf(worker, budget)) as WorkbookOpened;
    if ("refused" in opened) throw new ImportRefused(opened.refused);
    return {
      place: "row",
      even: false,
      units: opened.units,
      notices: opened.notices,
      async *rows() {
        for (let from = 0; from < opened.rows;) {
          worker.postMessage(from);
          const rows = (await answerOf(worker, budget)) as readonly SheetRow[];
          from += rows.length;
          yield rows.map(markedRow);
        }
      },
      close: async () => void (await worker.terminate()),
    };
  } catch (error) {
    await worker.terminate();
    throw error;
  }
};

const markedRow = ({ hidden, merged, ...row }: SheetRow): Row =>
  hidden || merged
    ? { ...row, marks: [...(hidden ? (["HIDDEN_ROWS"] as const) : []), ...(merged ? (["MERGED_ROWS"] as const) : [])] }
    : row;

const refused = (why: string): ImportRefused =>
  new ImportRefused(`The workbook ${why}: save its sheet as CSV and load that. Nothing was loaded.`);

/** The next message of the thread. Throws ImportRefused where it ran out of memory or time. */
const answerOf = (worker: Worker, { heapMiB, seconds }: Budget): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const done = (settle: () => void): void => {
      clearTimeout(timer);
      worker.off("message", onMessage).off("error", onError);
      settle();
    };
    const onMessage = (message: unknown): void => done(() => resolve(message));
    const onError = (error: Error & { readonly code?: string }): void =>
      done(() =>
        reject(
          error.code === "ERR_WORKER_OUT_OF_MEMORY" ? refused(`needs more than ${heapMiB} MiB to be read`) : error,
        ),
      );
    const timer = setTimeout(() => done(() => reject(refused(`was not read after ${seconds} s`))), seconds * 1_000);
    worker.on("message", onMessage).on("error", onError);
  });
