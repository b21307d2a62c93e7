/** Rows of the tables of loads as the product knows them. Pure. */
import type { Step, Upload } from "./load.js";

/** A row of `uploads`. */
export type UploadRow = Omit<Upload, "sha256"> & { readonly sha256: string | null };

/** A row of `steps`. */
export type StepRow = Omit<Step, "progress" | "finishedAt" | "result" | "failure"> & {
  readonly done: number | null;
  readonly total: number | null;
  readonly finishedAt: Date | null;
  readonly result: Record<string, unknown> | null;
  readonly failure: string | null;
};

/** The upload of a row. */
export const toUpload = ({ sha256, ...upload }: UploadRow): Upload => ({
  ...upload,
  ...(sha256 === null ? {} : { sha256 }),
});

/** The step of a row. */
export const toStep = ({ done, total, finishedAt, result, failure, ...step }: StepRow): Step => ({
  ...step,
  ...(done === null || total === null ? {} : { progress: { done, total } }),
  ...(finishedAt === null ? {} : { finishedAt }),
  ...(result === null ? {} : { result }),
  ...(failure === null ? {} : { failure }),
});
