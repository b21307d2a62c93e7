/** The yearly composite of an intermediary as a rule: 70 + 10 + 20 points in tenths, levels by thresholds. Pure. */
import { basisOfProcedure, figuresOf, type LocalDate } from "../../../platform/domain/index.js";
import { CompositeGap, CompositeLevel } from "./intermediary-composite.enums.js";
import type { IntermediaryComposite } from "./intermediary-composite.type.js";

/** How a place composes the points. */
export interface CompositeRule {
  /** Most points of each part. */
  readonly regulator: number;
  readonly credit: number;
  readonly social: number;
  /** Points of credit that are left to a body barred from the market on a day of the year, and to one on a serious list. */
  readonly creditWhereBarred: number;
  readonly creditWhereListed: number;
  /** Least total of each level, best first. */
  readonly levels: readonly (readonly [CompositeLevel, number])[];
  readonly basisClause: string;
}

const LEVELS = [CompositeLevel.A, CompositeLevel.B, CompositeLevel.C, CompositeLevel.D] as const;

/** The rule of the place for a year, from the law's data; figures that no document sets are values for demonstration. */
export const compositeRule = (year: number): CompositeRule => {
  const figures = (name: string): readonly number[] => figuresOf("MARKET-COMPOSITE", name, `${year}-12-31`);
  const [regulator, credit, social] = ["REGULATOR", "CREDIT", "SOCIAL"].map((part) => figures(`${part}_POINTS`)[0]!);
  return {
    regulator: regulator!,
    credit: credit!,
    social: social!,
    creditWhereBarred: figures("CREDIT_WHERE_BARRED")[0]!,
    creditWhereListed: figures("CREDIT_WHERE_LISTED")[0]!,
    levels: LEVELS.map((level, place) => [level, figures("LEVELS")[place]!]),
    basisClause: basisOfProcedure("MARKET-COMPOSITE")(),
  };
};

/** What the market knows of an intermediary's year. */
export interface IntermediaryYear {
  readonly year: number;
  readonly scoreTenths?: number;
  readonly scorerId?: string;
  readonly scoredAt?: LocalDate;
  /** Evaluated projects accepted in the year, and the sum of their stars: five aspects each. */
  readonly projects: number;
  readonly stars: number;
}

/** Days on which an intermediary was barred from the market. */
export interface BarredSpan {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** Public facts of credit. `onSeriousList` is null or undefined where credit said nothing. */
export interface CreditFacts {
  readonly barred: readonly BarredSpan[];
  readonly onSeriousList?: boolean | null;
  readonly seriousListSince?: LocalDate | null;
}

const creditTenths = (
  { barred, onSeriousList, seriousListSince }: CreditFacts,
  year: number,
  rule: CompositeRule,
): number | undefined => {
  if (onSeriousList == null) return undefined;
  if (onSeriousList && (seriousListSince == null || seriousListSince <= `${year}-12-31`))
    return rule.creditWhereListed * 10;
  return barred.some(({ from, to }) => from <= `${year}-12-31` && to >= `${year}-01-01`)
    ? rule.creditWhereBarred * 10
    : rule.credit * 10;
};

/** Mean of the stars as a share of five, rounded half up to a tenth of a point. */
const socialTenths = ({ projects, stars }: IntermediaryYear, rule: CompositeRule): number | undefined =>
  projects === 0 ? undefined : Math.floor((2 * stars * rule.social * 10 + 25 * projects) / (50 * projects));

const points = (tenths: number | undefined): number | undefined => (tenths === undefined ? undefined : tenths / 10);

/** The composite; without one of its parts there is no total and no level. */
export const compositeOf = (
  facts: IntermediaryYear,
  credit: CreditFacts,
  rule: CompositeRule = compositeRule(facts.year),
): IntermediaryComposite => {
  const parts = [facts.scoreTenths, creditTenths(credit, facts.year, rule), socialTenths(facts, rule)] as const;
  const [regulator, ofCredit, social] = parts;
  const gaps = [
    ...(regulator === undefined ? [CompositeGap.NO_REGULATOR_SCORE] : []),
    ...(ofCredit === undefined ? [CompositeGap.CREDIT_NOT_ANSWERED] : []),
    ...(social === undefined ? [CompositeGap.NO_EVALUATION] : []),
  ];
  const total = gaps.length > 0 ? undefined : parts.reduce<number>((sum, part) => sum + (part ?? 0), 0);
  return {
    year: facts.year,
    regulatorScore: points(regulator),
    scoredAt: facts.scoredAt,
    scorerId: facts.scorerId,
    creditScore: points(ofCredit),
    socialScore: points(social),
    evaluatedProjects: facts.projects,
    total: points(total),
    level: total === undefined ? undefined : rule.levels.find(([, least]) => total >= least * 10)?.[0],
    gaps,
    basis: rule.basisClause,
  };
};
