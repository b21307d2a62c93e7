/** What a reader is told about an answer that is not whole: `extensions.withheld` and `extensions.masked`, in the reader's language. */
import type { Viewer } from "../../platform/auth/index.js";
import {
  basisText,
  type Language,
  type Mask,
  type Reason,
  reasonText,
} from "../../platform/disclosure/vocabulary/index.js";
import { type Remedy, remedyFor } from "../../platform/disclosure/decision/index.js";
import { type FieldRule, type PolicyTable, ruleName } from "../../platform/disclosure/table/index.js";

/** A kind of value that is missing in the answer. */
export interface WithheldNotice {
  /** Response keys, `@` for a list position. */
  readonly path: readonly string[];
  /** How many nulls of the answer stand for it; null where nothing was executed. */
  readonly count: number | null;
  readonly rule: string;
  readonly reason: Reason;
  /** Id of a legal basis, `legalBasis(id:)` shows it. */
  readonly basis: string;
  /** Reason and legal basis in words. */
  readonly explanation: string;
  readonly remedy: Remedy;
  /** In previews: whether it is so in every record. */
  readonly when?: When;
}

/** A kind of value that is shown in part. */
export interface MaskedNotice {
  readonly path: readonly string[];
  readonly count: number | null;
  readonly rule: string;
  readonly mask: Mask;
  readonly when?: When;
}

/** Whether a preview is certain. */
export type When = "ALWAYS" | "PER_RECORD";

/** An entry of either list, not yet in words. */
export interface Noted {
  readonly path: readonly string[];
  readonly count: number | null;
  readonly rule: FieldRule;
  readonly when?: When;
}

/** For whom notices are written. */
export interface Reader {
  readonly viewer: Viewer;
  readonly language: Language;
}

const inOrder = <Entry extends { readonly path: readonly string[]; readonly rule: string }>(
  entries: Entry[],
): Entry[] => {
  const key = ({ path, rule }: Entry): string => `${path.join(".")} ${rule}`;
  return entries.sort((a, b) => (key(a) < key(b) ? -1 : 1));
};

/** Unknown where one of them is. */
const together = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? null : one + other;

/** Entries of the same path and rule are one. */
const merged = (entries: readonly Noted[]): Noted[] => {
  const byKey = new Map<string, Noted>();
  for (const entry of entries) {
    const key = `${entry.path.join(".")} ${ruleName(entry.rule)}`;
    const known = byKey.get(key);
    byKey.set(key, known ? { ...known, count: together(known.count, entry.count) } : entry);
  }
  return [...byKey.values()];
};

/** The notices; nothing where the answer is whole. */
export const noticesOf = (
  table: PolicyTable,
  { viewer, language }: Reader,
  withheld: readonly Noted[],
  masked: readonly Noted[],
): { withheld?: WithheldNotice[]; masked?: MaskedNotice[] } => ({
  ...(withheld.length === 0
    ? {}
    : {
        withheld: inOrder(
          merged(withheld).map(({ path, count, rule, when }) => ({
            path,
            count,
            rule: ruleName(rule),
            reason: rule.reason,
            basis: rule.basis,
            explanation: explanationOf(rule, table, language),
            remedy: remedyFor(rule, viewer, table, language),
            ...(when ? { when } : {}),
          })),
        ),
      }),
  ...(masked.length === 0
    ? {}
    : {
        masked: inOrder(
          merged(masked).map(({ path, count, rule, when }) => ({
            path,
            count,
            rule: ruleName(rule),
            mask: rule.mask!,
            ...(when ? { when } : {}),
          })),
        ),
      }),
});

const explanationOf = (rule: FieldRule, table: PolicyTable, language: Language): string => {
  const basis = basisText(table.bases[rule.basis] ?? { lawName: rule.basis }, language);
  const reason = reasonText(rule)[language];
  return language === "zh" ? `${reason}（${basis}）` : `${reason} (${basis})`;
};
