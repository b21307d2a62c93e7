/** Rules that single cells of an exported penalty must keep: amounts, kinds, notice, performance. Pure. */
import { fenFromYuan, type Fen } from "../../../platform/domain/index.js";
import { coded, dayOf, RowRefused, inUnit, type MappedRow, type RowNotice } from "../../../platform/import/index.js";
import type { SeverityRuleFacts } from "../severity-rule/severity-rule.js";
import type { PenaltyKind } from "./penalty.enums.js";
import { isWithinPeriod } from "./penalty.status.js";
import { KINDS, PERFORMANCES } from "./penalty.words.js";

/** Fen of units of 10,000 yuan with at most six places, exactly. Throws RowRefused. */
export const fenOfWan = (field: string, value: string | undefined): Fen | undefined => {
  if (value === undefined) return undefined;
  const match = /^(\d{1,11})(?:\.(\d{1,6})0*)?$/.exec(value);
  if (!match) throw new RowRefused(field, "MONEY", "Write a decimal number of 10,000 yuan with at most six places.");
  const units = `${match[1]}${(match[2] ?? "").padEnd(6, "0")}`;
  return fenFromYuan(`${units.slice(0, -2)}.${units.slice(-2)}`, field);
};

const FINES = /罚款(?:人民币)?[^\d¥。;]{0,8}¥?(\d[\d,]*(?:\.\d+)?)\s*(万)?元/gu;

/** A fine of the text that is not the fine of its column: by the unit, most often. Undefined where the text names none in digits, the same among others, or parts that make it. */
export const fineNotice = (content: string, fine: Fen | undefined): RowNotice | undefined => {
  const named = [...content.normalize("NFKC").matchAll(FINES)].flatMap(([, number, wan]) => {
    const written = inUnit(number!, wan === undefined ? "元" : "万元", "万元");
    return written === undefined ? [] : [fenOfWan("fineWan", written)!];
  });
  const total = named.reduce((sum, part) => sum + part, 0n);
  if (fine === undefined || named.length === 0 || named.includes(fine) || total === fine) return undefined;
  return {
    field: "fineWan",
    rule: "FINE_CONTRADICTS_TEXT",
    remedy: "What was decided names another fine: look at the unit of the column, which is 10,000 yuan.",
  };
};

/**
 * The last day of publicity that a file gives, within the bounds of its rule. Of a decision that is older than its rule the file may give what
 * held then: publicity follows the law in force, so that such a day is not kept.
 */
export const boundedUntil = (
  { publicityUntil, decisionDate }: { readonly publicityUntil?: string | undefined; readonly decisionDate: string },
  rule: SeverityRuleFacts,
): RowRefused | { readonly publicityUntil?: undefined; readonly untilByRule?: true } => {
  if (publicityUntil === undefined || rule.maxMonths === 0 || isWithinPeriod(decisionDate, publicityUntil, rule))
    return {};
  if (rule.effectiveFrom !== undefined && decisionDate < rule.effectiveFrom)
    return { publicityUntil: undefined, untilByRule: true };
  return new RowRefused(
    "publicityUntil",
    "PUBLICITY_OUT_OF_BOUNDS",
    `Publicity of this severity ends ${rule.minMonths} to ${rule.maxMonths} months after the decision.`,
  );
};

/** Kinds of penalty that a cell names. Throws RowRefused. */
export const kindsOf = (value: string | undefined): PenaltyKind[] => {
  const names = (value ?? "").split(/[、,，;；^]/u).flatMap((name) => (name.trim() === "" ? [] : [name.trim()]));
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
