/** Documents that government publishes, as the domain knows them: no decorator, no row, no I/O. */
import type { LocalDate } from "../../../platform/domain/index.js";
import { DocumentRelationKind, DocumentValidity } from "./public-document.enums.js";

/** What a document says of another, for the validity of that other. */
export interface EffectOnDocument {
  readonly kind: DocumentRelationKind;
  /** First day of the effect. */
  readonly effectiveOn: LocalDate;
  /** The part that is repealed; absent for the whole. */
  readonly part?: string | undefined;
}

/** First and last day in force, as the document itself says them. */
export interface OwnTime {
  readonly validFrom: LocalDate;
  readonly validUntil?: LocalDate | undefined;
}

/** Kinds of relation by which the other ends, in whole or in part. */
export const ENDS: readonly DocumentRelationKind[] = [DocumentRelationKind.REPEALS, DocumentRelationKind.REPLACES];

/** Kinds of relation by which validity changes. */
export const CHANGES_VALIDITY: readonly DocumentRelationKind[] = [...ENDS, DocumentRelationKind.AMENDS];

/**
 * Whether a document is in force on the day, by what it says of itself and by what later documents say of it. A repeal counts before
 * the end of its own time, a repeal of a part before an amendment (规章制定程序条例 第三十九条; 国办发〔2018〕37号 on clean-up).
 */
export const validityOn = (
  { validFrom, validUntil }: OwnTime,
  effects: readonly EffectOnDocument[],
  day: LocalDate,
): DocumentValidity => {
  const had = effects.filter(({ effectiveOn }) => effectiveOn <= day);
  const ended = had.filter(({ kind }) => ENDS.includes(kind));
  if (ended.some(({ part }) => part === undefined)) return DocumentValidity.REPEALED;
  if (validUntil !== undefined && validUntil < day) return DocumentValidity.EXPIRED;
  if (validFrom > day) return DocumentValidity.NOT_YET_IN_FORCE;
  if (ended.length > 0) return DocumentValidity.PARTLY_REPEALED;
  return had.some(({ kind }) => kind === DocumentRelationKind.AMENDS)
    ? DocumentValidity.AMENDED
    : DocumentValidity.IN_FORCE;
};
