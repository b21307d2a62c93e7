/** The limits in force: those that ship, and those that were loaded since. A limit that changes keeps its earlier span for what began before. */
import { readFileSync } from "node:fs";
import { projectPath } from "../../config/index.js";
import type { LocalDate } from "../local-date.js";
import type { LimitFacts, Suspension } from "../time-limit.js";
import { parseLimits, type LimitRule } from "./limit-rules.js";
import { createVersions } from "./versions.js";

/** What the product counts by stays what it is: a unit or a place that changes is another limit, but for a value for demonstration, which a place replaces by its own. */
const faultsOf = (added: readonly LimitRule[], shipped: readonly LimitRule[]): string[] =>
  added.flatMap(({ id, unit, jurisdiction }) => {
    const known = shipped.find((limit) => limit.id === id);
    if (known === undefined) return [];
    return [
      ...(known.unit === unit ? [] : [`${id} is counted in ${known.unit} by the product, not in ${unit}`]),
      // A value for demonstration stands for that of the reader's place.
      ...(known.demonstration || known.jurisdiction === jurisdiction
        ? []
        : [`${id} is a limit of ${known.jurisdiction}: give that of ${jurisdiction} an id of its own`]),
    ];
  });

const versions = createVersions(
  parseLimits("limits.json", readFileSync(projectPath("platform/domain/law/limits.json"), "utf8")),
  faultsOf,
);

/** Day that the file of limits says it is of which ships. */
export const SHIPPED_LIMITS_EDITION = versions.shippedEdition;

/** Which limits are in force, for whoever keeps what was computed from them: another number is other limits. */
export const limitsEdition = versions.edition;

/**
 * Puts limits into force beside the shipped ones, without any the shipped ones alone; of one id and day that of the newer file holds, one
 * of a later day for what begins from that day on. Throws LawFileRefused with all faults, and changes nothing.
 */
export const useLimits = versions.use;

/** All versions of all limits, in the order of the file, what was loaded since at the end. */
export const limitRules = versions.all;

/** The version of a limit for what begins on a day, the first one for what began before it; undefined where there is none. */
export const findLimitRule = versions.find;

/** A rule by id, for what begins on the day, by default the newest. Throws where there is none: rules are named in code, not by users. */
export const limitRule = (id: string, on?: LocalDate): LimitRule => {
  const found = findLimitRule(id, on);
  if (!found) throw new Error(`There is no limit rule ${id}.`);
  return found;
};

/** What may lengthen a limit that runs. */
interface Lengthened {
  /** True where the authority used its extension. */
  readonly extended?: boolean;
  readonly suspensions?: readonly Suspension[];
}

/** A limit of the table in days, for what begins on the day: its version of that day, and whether each figure that it takes is confirmed. Throws where it counts in hours or months. */
export const runningLimit = (
  id: string,
  start: LocalDate,
  { extended = false, suspensions = [] }: Lengthened = {},
): { readonly facts: LimitFacts; readonly basis: string } => {
  const { unit, amount, extension, verified, basisClause } = limitRule(id, start);
  if (unit !== "WD" && unit !== "D") throw new Error(`${id} is no limit in days.`);
  const used = extended ? extension : undefined;
  return {
    facts: {
      start,
      unit,
      amount,
      extension: used?.amount,
      suspensions,
      confirmed: verified && used?.verified !== false,
    },
    basis: basisClause,
  };
};

/** Law and article of a limit as they are in force when they are asked for. */
export const basisOfLimit = (id: string) => (): string => limitRule(id).basisClause;

/** Longer than anything lasts. */
const NEVER = 1_000_000;

/** SQL of a limit's span for what begins on the day that the expression gives; of one that is not confirmed a span that never ends: nobody is late by it. */
export const limitAmountSql = (id: string, day: string): string => {
  limitRule(id);
  const spanOf = ({ amount, verified }: LimitRule): number => (verified ? amount : NEVER);
  const [first, ...later] = [...versions.of(id)].reverse();
  // Days and spans passed the shape of the file; neither is a user's text.
  const cases = later.reverse().map((rule) => `when ${day} >= date '${rule.validFrom}' then ${spanOf(rule)}`);
  return cases.length === 0 ? String(spanOf(first!)) : `case ${cases.join(" ")} else ${spanOf(first!)} end`;
};
