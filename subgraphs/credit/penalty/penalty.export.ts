/** Exchange file of penalties in publicity (双公示 行政处罚, CF_*). */
import { codeOf, type ExportKind } from "../../../platform/export/index.js";
import { RECORD_REASONS, RECORD_WRITTEN, recordRows } from "../counterparty/counterparty.export.js";
import { penaltyImport } from "./penalty.import.js";
import { publicPenaltiesQuery, type ExportedPenaltyRow } from "./penalty.repository.js";
import { KIND_WORDS, PERFORMANCES, PROCEDURES, SEVERITIES, STANDINGS } from "./penalty.words.js";

/** Units of 10,000 yuan, exactly: six places at most. */
export const wanFromFen = (fen: bigint | null): string | undefined => {
  if (fen === null) return undefined;
  const places = (fen % 1_000_000n).toString().padStart(6, "0").replace(/0+$/, "");
  return `${fen / 1_000_000n}${places === "" ? "" : `.${places}`}`;
};

/** Rows of the table. A severity that the rules gave is left to them, so that it is found again by the rules of whoever loads the file. */
export const penaltyExport: ExportKind<ExportedPenaltyRow> = {
  kind: penaltyImport.kind,
  fields: penaltyImport.fields,
  written: [
    ...RECORD_WRITTEN,
    ...["violationType", "facts", "basis", "kinds", "content", "fineWan", "confiscatedWan", "suspendedLicence"],
    ...["procedure", "severity", "publicityUntil", "state", "repairNoticeOn", "performance", "dutyPerformedOn"],
  ],
  reasons: RECORD_REASONS,
  publicRows: publicPenaltiesQuery,
  toRows: (rows, context) =>
    recordRows(rows, context, (row) => ({
      cells: {
        violationType: row.violation_type,
        facts: row.facts ?? undefined,
        basis: row.basis ?? undefined,
        kinds: row.kinds.map((kind) => KIND_WORDS[kind]).join("、"),
        content: row.content,
        fineWan: wanFromFen(row.fine_fen),
        confiscatedWan: wanFromFen(row.confiscated_fen),
        suspendedLicence: row.suspended_licence ?? undefined,
        procedure: codeOf(PROCEDURES, row.procedure),
        severity: row.severity_by_rule ? undefined : codeOf(SEVERITIES, row.severity),
        publicityUntil: row.publicity_until ?? undefined,
        state: codeOf(STANDINGS, true),
        repairNoticeOn: row.repair_notice_on ?? undefined,
        performance: codeOf(PERFORMANCES, row.duty_performed),
        dutyPerformedOn: row.duty_performed_on ?? undefined,
      },
    })),
};
