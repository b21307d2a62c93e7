/** The outcome of a rule for one reader, made from what was compared: who may be told of persons decides it, in one place. Pure. */
import type { Viewer } from "../../../platform/auth/index.js";
import type { Fen } from "../../../platform/domain/index.js";
import { isToldOf, type PersonGroup } from "../access/person-group.js";
import { BASIS_OF_RULE } from "./rule-basis.js";
import { NotShownReason, RuleOutcome, type ReconciliationRule } from "./rule-result.enums.js";
import type { RuleOffender, RuleResult } from "./rule-result.type.js";

/** Offenders named in an answer; more are counted. */
const LISTED = 20;

/** Something that breaks a rule. */
export interface Offence extends Omit<RuleOffender, "persons"> {
  /** The persons it is about, where they are not all of the comparison's. */
  readonly group?: PersonGroup;
}

/** One thing that a rule looked at, with what is wrong about it. */
export interface Comparison {
  /** Persons whom it is about; absent where it is about none. */
  readonly group?: PersonGroup;
  readonly offences: readonly Offence[];
}

/** Sum of amounts. */
export const sum = (values: readonly Fen[]): Fen => values.reduce((total, value) => total + value, 0n);

/** Distance of two amounts. */
export const gapOf = (a: Fen, b: Fen): Fen => (a > b ? a - b : b - a);

/**
 * The outcome for the reader. Counts, sums and offenders are of what the reader may be told alone, and whether something is not shown of
 * records that are not the reader's does not depend on what is wrong about them: so nothing that is told tells of them. Of records that
 * everyone knows of, no wrong line is told, as no count of 0 is hidden; one to four are not shown.
 */
export const ruleResult = (id: ReconciliationRule, comparisons: readonly Comparison[], viewer: Viewer): RuleResult => {
  const known = comparisons.filter(({ group }) => isToldOf(viewer, group));
  const offences = comparisons.flatMap(({ group, offences: found }) =>
    found.map((offence) => ({ ...offence, group: offence.group ?? group })),
  );
  const shown = offences.filter(({ group }) => isToldOf(viewer, group));
  const ofKnown = known.flatMap(({ offences: found }) => found);
  const isHidden =
    known.length < comparisons.length || ofKnown.some(({ group }) => group !== undefined && !isToldOf(viewer, group));
  const outcome = shown.length > 0 ? RuleOutcome.BROKEN : isHidden ? RuleOutcome.NOT_SHOWN : RuleOutcome.KEPT;
  return {
    id,
    basis: BASIS_OF_RULE[id]?.(),
    outcome,
    ok: outcome === RuleOutcome.NOT_SHOWN ? undefined : outcome === RuleOutcome.KEPT,
    checked: known.length,
    difference: outcome === RuleOutcome.NOT_SHOWN ? undefined : sum(shown.map(({ difference }) => difference)),
    offenderCount: shown.length,
    offenders: shown.slice(0, LISTED).map(({ group, ...offender }) => ({ ...offender, persons: group?.persons })),
    notShown: isHidden ? NotShownReason.FEWER_THAN_FIVE : undefined,
  };
};
