/** What an import prints at its end: the first refusals, what else the report holds, and the figures. */
import type { ImportSummary } from "./run-import.js";

/** Lines for the console, the figures last. `report` is the path of the report, where there is one. */
export const summaryLines = (
  { read, accepted, unchanged, quarantined, quarantinedRows, ...summary }: ImportSummary,
  {
    report,
    refusedRows,
    dryRun,
  }: { readonly report?: string; readonly refusedRows?: string; readonly dryRun: boolean },
): string[] => {
  const { noticesTotal, scrubbedTotal, unpublished, unusedColumns, file } = summary;
  const reasons = new Map<string, number>();
  for (const { rule } of unpublished) reasons.set(rule, (reasons.get(rule) ?? 0) + 1);
  const why = [...reasons].map(([rule, count]) => `${rule}=${count}`).join(" ");
  return [
    ...file.map(({ place, rule, remedy }) => `${place}: ${rule}. ${remedy}`),
    ...(unusedColumns.length > 0 ? [`Columns that are not used: ${unusedColumns.join(", ")}`] : []),
    ...quarantined.slice(0, 10).map(({ line, column, value, rule, remedy }) => {
      const place =
        column === undefined ? "" : `, ${column}${value === undefined ? "" : ` = ${JSON.stringify(value)}`}`;
      return `line ${line}${place}: ${rule}. ${remedy}`;
    }),
    ...(quarantined.length > 10 ? [`… and ${quarantined.length - 10} more`] : []),
    ...(noticesTotal > 0 ? [`${noticesTotal} notices on rows that were loaded`] : []),
    ...(scrubbedTotal > 0 ? [`${scrubbedTotal} texts held what is personal, which is left out`] : []),
    ...(unpublished.length > 0 ? [`${unpublished.length} rows are loaded and not published`] : []),
    ...(report === undefined ? [] : [`Report: ${report}`]),
    ...(refusedRows === undefined || quarantinedRows === 0
      ? []
      : [`Rows to correct, in the columns of the file: ${refusedRows}`]),
    ...(dryRun ? ["Nothing was written: this was a dry run."] : []),
    `read=${read} accepted=${accepted} unchanged=${unchanged} quarantined=${quarantinedRows} scrubbed=${scrubbedTotal} unpublished=${unpublished.length}${why === "" ? "" : ` (${why})`}`,
  ];
};
