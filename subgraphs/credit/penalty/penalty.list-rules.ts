/** Rules that single cells of an exported penalty must keep: amounts, kinds, notice, performance. Pure. */
import { fenFromYuan, type Fen } from "../../../platform/domain/index.js";
import { coded, dayOf, RowRefused, type MappedRow } from "../../../platform/import/index.js";
import type { PenaltyKind } from "./penalty.enums.js";
import { KINDS, PERFORMANCES } from "./penalty.words.js";

/** Fen of units of 10,000 yuan with at most six places, exactly. Throws RowRefused. */
export const fenOfWan = (field: string, value: string | undefined): Fen | undefined => {
  if (value === undefined) return undefined;
  const match = /^(\d{1,11})(?:\.(\d{1,6})0*)?$/.exec(value.replaceAll(",", ""));
  if (!match) throw new RowRefused(field, "MONEY", "Write a decimal number of 10,000 yuan with at most six places.");
  const units = `${match[1]}${(match[2] ?? "").padEnd(6, "0")}`;
  return fenFromYuan(`${units.slice(0, -2)}.${units.slice(-2)}`, field);
};

/** Kinds of penalty that a cell names. Throws RowRefused. */
export const kindsOf = (value: string | undefined): PenaltyKind[] => {
  const names = (value ?? "").split(/[、,，;；]/u).flatMap((name) => (name.trim() === "" ? [] : [name.trim()]));
  if (names.length === 0) throw new RowRefused("kinds", "PENALTY_KIND_MISSING", "Give the kinds of penalty.");
  const kinds = names.map((name) =>
    coded(KINDS, "kinds", name.replace(/^其他[-－—].*$/u, "其他"), "PENALTY_KIND_UNKNOWN"),
  );
  return [...new Set(kinds.filter((kind) => kind !== undefined))];
};

/** Day on which the notice of repair was served. Throws RowRefused. */
export const noticeDayOf = (row: MappedRow, decisionDate: string, today: string): string | undefined => {
  const day = dayOf("repairNoticeOn", row["repairNoticeOn"]);
  if (day !== undefined && (day < decisionDate || day > today))
    throw new RowRefused("repairNoticeOn", "NOTICE_OUT_OF_ORDER", "The notice lies between the decision and today.");
  return day;
};

/** A day of performance says that the duty is performed. Throws RowRefused. */
export const performanceOf = (
  row: MappedRow,
  decisionDate: string,
  today: string,
): { readonly dutyPerformed?: boolean; readonly dutyPerformedOn?: string } => {
  const said = coded(PERFORMANCES, "performance", row["performance"], "PERFORMANCE_UNKNOWN");
  const dutyPerformedOn = dayOf("dutyPerformedOn", row["dutyPerformedOn"]);
  if (dutyPerformedOn === undefined) return said === undefined || said === null ? {} : { dutyPerformed: said };
  if (said === false || said === null)
    throw new RowRefused(
      "dutyPerformedOn",
      "PERFORMANCE_CONTRADICTS",
      "What is not performed has no day of performance.",
    );
  if (dutyPerformedOn < decisionDate || dutyPerformedOn > today)
    throw new RowRefused(
      "dutyPerformedOn",
      "PERFORMANCE_OUT_OF_ORDER",
      "The duty is performed between the decision and today.",
    );
  return { dutyPerformed: true, dutyPerformedOn };
};
