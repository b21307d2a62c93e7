/** What the gateway tells of loads (docs/imports-http.md), as this page reads it. */

/** A field of a kind. */
export interface Field {
  readonly name: string;
  readonly doc: string;
  readonly columns: readonly string[];
  readonly required: boolean;
  readonly words?: readonly string[];
}

/** A kind of file. */
export interface Kind {
  readonly kind: string;
  readonly fields: readonly Field[];
}

/** A column of a file, with what its heading means. */
export interface LookedColumn {
  readonly heading: string;
  readonly field?: string;
  readonly likely?: true;
}

/** Something told of a row. */
export interface RowEntry {
  readonly line: number;
  readonly column?: string;
  readonly value?: string;
  readonly rule: string;
  readonly remedy: string;
}

/** Results of all steps, each with what it has. */
export interface StepResult {
  readonly columns?: readonly LookedColumn[];
  /** Values of all rows that stand above the table, by field. */
  readonly said?: Readonly<Record<string, string>>;
  readonly missing?: readonly string[];
  readonly preview?: readonly string[];
  readonly problem?: string;
  readonly figures?: Readonly<Record<string, number>>;
  readonly refusals?: readonly RowEntry[];
  readonly notices?: readonly RowEntry[];
  readonly unpublished?: readonly RowEntry[];
  readonly file?: readonly { readonly rule: string; readonly place: string; readonly remedy: string }[];
  readonly unusedColumns?: readonly string[];
  readonly resumed?: true;
  readonly later?: string;
  readonly removed?: number;
  readonly restored?: number;
}

/** What can be asked. */
export type StepName = "LOOK" | "DRY_RUN" | "LOAD" | "UNDO";

/** A step. */
export interface Step {
  readonly id: string;
  readonly name: StepName;
  readonly state: "WAITING" | "RUNNING" | "DONE" | "FAILED";
  readonly askedBy: string;
  readonly askedAt: string;
  readonly progress?: { readonly done: number; readonly total: number };
  readonly finishedAt?: string;
  readonly failure?: string;
  readonly result?: StepResult;
  readonly files: readonly ("refused" | "report")[];
}

/** An upload in the list. */
export interface Upload {
  readonly id: string;
  readonly kind: string;
  readonly fileName: string;
  readonly uploadedAt: string;
  readonly received: number;
  readonly complete: boolean;
  readonly sha256?: string;
  readonly kept: boolean;
}

/** An upload with its steps. */
export interface Load extends Upload {
  readonly loaded: boolean;
  readonly sameFile?: { readonly uploadId: string; readonly loadedAt: string };
  readonly steps: readonly Step[];
}

/** True while a worker has something to do with it. */
export const isOpen = ({ steps }: Pick<Load, "steps">): boolean =>
  steps.some(({ state }) => state === "WAITING" || state === "RUNNING");
