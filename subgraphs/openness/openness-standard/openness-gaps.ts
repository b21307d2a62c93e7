/** What a body owes by its standards: counted from the documents that the viewer may know of. Pure. */
import type { LocalDate } from "../../../platform/domain/index.js";
import { isOverdue, kindOf, type CheckedDocument } from "./openness-standard.js";
import type { OpennessGap, OpennessStandard } from "./openness-standard.type.js";

/** How many samples a gap shows. */
const SAMPLES = 10;

/** A document with its key. */
export type KeyedDocument = CheckedDocument & { readonly indexNo: string };

/** What is known where gaps are counted. */
export interface GapFacts {
  /** Those of the quarter that the viewer may know of. */
  readonly documents: readonly KeyedDocument[];
  readonly today: LocalDate;
  /** True where the viewer may know of the body's unpublished documents: otherwise nothing is said of how many are missing. */
  readonly knowsUnpublished: boolean;
}

/** The gap of a standard; without numbers where the standard can not be checked. */
export const gapOf = (standard: OpennessStandard, { documents, today, knowsUnpublished }: GapFacts): OpennessGap => {
  const { dueRule, checkedKind } = standard;
  if (dueRule === undefined || checkedKind === undefined) return { standard, sampled: [] };
  const overdue = documents.filter(
    (document) => kindOf(document) === checkedKind && isOverdue(document, dueRule, today),
  );
  return {
    standard,
    overdue: overdue.length,
    ...(knowsUnpublished ? { missing: overdue.filter(({ publishedOn }) => publishedOn === undefined).length } : {}),
    sampled: overdue.slice(0, SAMPLES).map(({ indexNo }) => indexNo),
  };
};
