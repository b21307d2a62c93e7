/** One step of a load, from the file to its result; whatever is wrong with the file is told in a sentence. */
import { checkMapping, ImportRefused, withoutValues, type Mapping } from "../../platform/import/index.js";
import type { HeldStep, LoadFolder, StepEnd, WorkStore } from "../../platform/loads/index.js";
import { findKind } from "../find-kind.js";
import type { LoadPlace } from "../load-file.js";
import { loadStep } from "./load-step.js";
import { lookAtFile } from "./look-step.js";
import { undoStep } from "./undo-step.js";

/** What steps work with. */
export interface StepTools {
  readonly store: Pick<WorkStore, "know" | "loaded">;
  readonly folder: LoadFolder;
  /** Where files are loaded, as it is now. */
  readonly place: () => Promise<Omit<LoadPlace, "agency">>;
  /** Told how far it is; what it throws ends the step. */
  readonly onProgress: (done: number, total: number) => void;
}

/** Runs the step. Throws what is no fault of the file. */
export const runStep = async (held: HeldStep, tools: StepTools): Promise<StepEnd> => {
  try {
    return { result: await resultOf(held, tools) };
  } catch (error) {
    const told = withoutValues(error);
    if (told instanceof ImportRefused) return { failure: told.message };
    throw error;
  }
};

const resultOf = async (held: HeldStep, tools: StepTools): Promise<Record<string, unknown>> => {
  const { step, upload } = held;
  const found = await findKind(upload.kind);
  if (step.name === "UNDO") return undoStep(found, await tools.store.loaded(upload.id), await tools.place());
  if (!upload.kept) throw new ImportRefused("The file was removed after its time: upload it again.");
  const { path: file, sha256 } = await tools.folder.whole(upload.id, upload.received);
  if (upload.sha256 === undefined) await tools.store.know(held, sha256);
  const mapping: Mapping = checkMapping(step.options.mapping ?? {}, found.kind.fields, "The mapping");
  if (step.name === "LOOK") return lookAtFile(found.kind, file, mapping, upload.agency);
  const { folder, onProgress } = tools;
  return loadStep(found, held, { file, mapping, folder, onProgress, place: await tools.place() });
};
