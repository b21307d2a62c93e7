/** Numbers of credit reports: day, short hash of the body's public record, body; and what the code of a report is made of. Pure. */
import { createHash } from "node:crypto";
import { ReportSectionKind } from "./report.enums.js";
import type { ReportSection } from "./report.type.js";

/** What the number of a report says; undefined for what is no number of ours. */
export const readNumber = (number: string): { day: string; record: string; body: string } | undefined => {
  const [, year, month, day, record, body] = /^XYBG-(\d{4})(\d{2})(\d{2})-([0-9A-F]{12})-(.+)$/.exec(number) ?? [];
  return record === undefined || body === undefined ? undefined : { day: `${year}-${month}-${day}`, record, body };
};

/** Sections that hold the public record of a body, the same for every reader. */
const RECORD: ReadonlySet<ReportSectionKind> = new Set([
  ReportSectionKind.LICENCES,
  ReportSectionKind.PENALTIES,
  ReportSectionKind.TRUSTWORTHY,
  ReportSectionKind.ADVERSE,
  ReportSectionKind.COMMITMENTS,
  ReportSectionKind.OTHER,
]);

/** Short hash of a body's public record. Pure. */
export const recordHash = (body: string, sections: readonly ReportSection[]): string =>
  createHash("sha256")
    .update(JSON.stringify([body, sections.filter(({ kind }) => RECORD.has(kind))]))
    .digest("hex")
    .slice(0, 12)
    .toUpperCase();

/** What the code of a report is made of. Pure. */
export const codedText = (number: string, hash: string): string => `${number}\n${hash}`;
