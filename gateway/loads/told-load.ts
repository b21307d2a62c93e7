/** Loads as clients are told them: an upload, the steps asked of it, and what can be done next. Pure but for what the folder holds. */
import type { LoadFolder, LoadStore, Step, StepFile, Upload } from "../../platform/loads/index.js";

const FILES: readonly StepFile[] = ["refused", "report"];

/** A step as it is told. */
const toldStep = async (
  { uploadId: _upload, attempts: _attempts, ...step }: Step,
  folder: LoadFolder,
): Promise<object> => {
  const there = await Promise.all(FILES.map(async (file) => ((await folder.has(step.id, file)) ? [file] : [])));
  return { ...step, files: there.flat() };
};

/** An upload as it stands in the list. */
export const toldUpload = ({ agency: _agency, ...upload }: Upload): object => upload;

/** An upload with all of its steps. */
export const toldLoad = async (upload: Upload, store: LoadStore, folder: LoadFolder): Promise<object> => {
  const [steps, sameFile, loaded] = await Promise.all([
    store.steps(upload.id),
    store.sameFile(upload),
    store.loaded(upload.id),
  ]);
  return {
    ...toldUpload(upload),
    ...(sameFile === undefined ? {} : { sameFile }),
    loaded: loaded !== undefined,
    steps: await Promise.all(steps.map((step) => toldStep(step, folder))),
  };
};
