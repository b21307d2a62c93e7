/** What an export tells when it is done: what is not in the file and why, then the figures. Pure. */
import type { ExportKind } from "./export-kind.js";
import type { ExportSummary } from "./run-export.js";

const sum = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((total, n) => total + n, 0);

/** The lines; the last one has the figures. */
export const exportLines = (
  { reasons }: Pick<ExportKind, "reasons">,
  { written, withheld, leftOut }: ExportSummary,
): string[] => [
  ...[...withheld].map(([reason, rows]) => `${rows} withheld, ${reason}: ${reasons[reason] ?? ""}`),
  ...[...leftOut].map(([reason, rows]) => `${rows} in part, ${reason}: ${reasons[reason] ?? ""}`),
  `written=${written} withheld=${sum(withheld)}`,
];
