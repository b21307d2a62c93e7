/** The steps DRY_RUN and LOAD: the file is loaded for its agency, or tried; what is told of rows stays as files beside the result. */
import { writeReport, type ImportSummary, type Mapping } from "../../platform/import/index.js";
import { LOAD_LIMITS, type HeldStep, type LoadFolder } from "../../platform/loads/index.js";
import { tellLaterDay } from "../contents.js";
import type { FoundKind } from "../find-kind.js";
import { loadFile, type LoadPlace } from "../load-file.js";

/** What a step of loading works with. */
export interface LoadStepOptions {
  readonly file: string;
  readonly mapping: Mapping;
  readonly folder: LoadFolder;
  readonly place: Omit<LoadPlace, "agency">;
  readonly onProgress: (done: number, total: number) => void;
}

/** Runs it; gives its result. Throws ImportRefused where the file as a whole is no good. */
export const loadStep = async (
  found: FoundKind,
  { step, upload }: HeldStep,
  { file, mapping, folder, place, onProgress }: LoadStepOptions,
): Promise<Record<string, unknown>> => {
  const dryRun = step.name === "DRY_RUN";
  const { summary, graphStandsOn } = await loadFile(
    found,
    { ...place, agency: upload.agency },
    {
      file,
      mapping,
      dryRun,
      onProgress,
      refusedRows: folder.pathOf(step.id, "refused"),
      ...(found.kind.undo !== undefined && !dryRun ? { loadId: step.id } : {}),
    },
  );
  await writeReport(folder.pathOf(step.id, "report"), summary);
  return {
    ...resultOf(summary),
    mapping,
    ...(step.attempts > 1 ? { resumed: true } : {}),
    ...(graphStandsOn === undefined ? {} : { later: tellLaterDay(graphStandsOn) }),
  };
};

/** A summary with the first entries of each list; the report has all of them. */
const resultOf = (summary: ImportSummary): Record<string, unknown> => {
  const { read, accepted, unchanged, quarantinedRows: refused, unusedColumns, ...lists } = summary;
  const { quarantined, notices, noticesTotal, scrubbedTotal, unpublished, file } = lists;
  return {
    figures: {
      read,
      accepted,
      unchanged,
      refused,
      scrubbed: scrubbedTotal,
      unpublished: unpublished.length,
      notices: noticesTotal,
    },
    refusals: quarantined.slice(0, LOAD_LIMITS.entries),
    notices: notices.slice(0, LOAD_LIMITS.entries),
    unpublished: unpublished.slice(0, LOAD_LIMITS.entries),
    file,
    unusedColumns,
  };
};
