/** What an agency's load is: a file that was uploaded, and the steps that were asked of it; each step is a job and a line of the history. */

/** What can be asked of an uploaded file. */
export const STEPS = ["LOOK", "DRY_RUN", "LOAD", "UNDO"] as const;
/** A kind of step. */
export type StepName = (typeof STEPS)[number];
/** Where a step stands. */
export type StepState = "WAITING" | "RUNNING" | "DONE" | "FAILED";

/** Bounds of what agencies upload (docs/limits.md). */
export const LOAD_LIMITS = {
  /** Largest part of a file in one request, in bytes. */
  partBytes: 8 * 1024 * 1024,
  /** Largest file, in bytes. */
  fileBytes: 256 * 1024 * 1024,
  /** Files that one agency has in the folder at the same time. */
  files: 20,
  /** Days after which an uploaded file and the rows to correct are removed. */
  keptDays: 7,
  /** Entries of each list in a result; the report has all of them. */
  entries: 200,
} as const;

/** Who asks: the agency and, as a keyed hash, the person or client. */
export interface Asker {
  /** Credit code. */
  readonly agency: string;
  readonly by: string;
}

/** An uploaded file. */
export interface Upload {
  readonly id: string;
  readonly agency: string;
  readonly kind: string;
  /** Name of the file, without numbers of persons. */
  readonly fileName: string;
  readonly uploadedBy: string;
  readonly uploadedAt: Date;
  /** Bytes that have arrived. */
  readonly received: number;
  /** True once all of it has arrived. */
  readonly complete: boolean;
  /** Known after the first look. */
  readonly sha256?: string;
  /** False where the file was removed. */
  readonly kept: boolean;
}

/** What a step was asked with: the mapping, as a mapping file has it. */
export interface StepOptions {
  readonly mapping?: Readonly<Record<string, unknown>>;
}

/** A step. */
export interface Step {
  readonly id: string;
  readonly uploadId: string;
  readonly name: StepName;
  readonly askedBy: string;
  readonly askedAt: Date;
  readonly options: StepOptions;
  readonly state: StepState;
  /** How often a worker has begun it. */
  readonly attempts: number;
  /** Rows that are done, of how many; none until the file was read once. */
  readonly progress?: { readonly done: number; readonly total: number };
  readonly finishedAt?: Date;
  readonly result?: Readonly<Record<string, unknown>>;
  /** Why it failed, in a sentence. */
  readonly failure?: string;
}

/** A step that a worker holds. */
export interface HeldStep {
  readonly step: Step;
  readonly upload: Upload;
  /** Names the hold: whoever lost it writes nothing more. */
  readonly lease: string;
}

/** A kind of file as the worker tells it to the gateway. */
export interface LoadKind {
  readonly kind: string;
  readonly fields: readonly LoadField[];
}

/** A field of a kind. */
export interface LoadField {
  readonly name: string;
  readonly doc: string;
  /** Headings that are known. */
  readonly columns: readonly string[];
  readonly required: boolean;
  readonly words?: readonly string[];
}
