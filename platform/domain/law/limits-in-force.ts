/** The limits in force: those that ship, and those that were loaded since. A limit that changes keeps its earlier span for what began before. */
import { readFileSync } from "node:fs";
import { projectPath } from "../../config/index.js";
import type { LocalDate } from "../local-date.js";
import { inOrderOfDay, LawFileRefused } from "./law-file.js";
import { parseLimits, type LimitRule, type LimitRuleFile } from "./limit-rules.js";

const file = parseLimits("limits.json", readFileSync(projectPath("platform/domain/law/limits.json"), "utf8"));
const shipped = file.limits;

/** Day that the file of limits says it is of which ships. */
export const SHIPPED_LIMITS_EDITION = file.edition;

const versionOf = ({ id, validFrom }: LimitRule): string => `${id} ${validFrom}`;

/** By id, the version that came into force last in front. */
const byId = (limits: readonly LimitRule[]): ReadonlyMap<string, readonly LimitRule[]> => {
  const versions = new Map(limits.map((limit) => [versionOf(limit), limit]));
  const sorted = [...versions.values()].sort((left, right) => (left.validFrom > right.validFrom ? -1 : 1));
  const found = new Map<string, LimitRule[]>();
  for (const limit of sorted) found.set(limit.id, [...(found.get(limit.id) ?? []), limit]);
  return found;
};
let inForce = byId(shipped);
let edition = 0;

/** Which limits are in force, for whoever keeps what was computed from them: another number is other limits. */
export const limitsEdition = (): number => edition;

/** What the product counts by stays what it is: a unit or a place that changes is another limit. */
const faultsOf = (added: readonly LimitRule[]): string[] =>
  added.flatMap(({ id, unit, jurisdiction }) => {
    const known = shipped.find((limit) => limit.id === id);
    if (known === undefined) return [];
    return [
      ...(known.unit === unit ? [] : [`${id} is counted in ${known.unit} by the product, not in ${unit}`]),
      ...(known.jurisdiction === jurisdiction
        ? []
        : [`${id} is a limit of ${known.jurisdiction}: give that of ${jurisdiction} an id of its own`]),
    ];
  });

/**
 * Puts limits into force beside the shipped ones, without any the shipped ones alone; of one id and day that of the newer file holds, one
 * of a later day for what begins from that day on. Throws LawFileRefused with all faults, and changes nothing.
 */
export const useLimits = (loaded?: LimitRuleFile, name = "The limits"): void => {
  const faults = faultsOf(loaded?.limits ?? []);
  if (faults.length > 0) throw new LawFileRefused(name, faults);
  inForce = byId(inOrderOfDay(file, loaded ? [loaded] : []).flatMap(({ limits }) => limits));
  edition += 1;
};

/** All versions of all limits, in the order of the file, what was loaded since at the end. */
export const limitRules = (): readonly LimitRule[] => {
  const all = [...inForce.values()].flat();
  const places = new Map(shipped.map((limit, place) => [versionOf(limit), place]));
  const placeOf = (limit: LimitRule): number => places.get(versionOf(limit)) ?? shipped.length;
  return all.sort((left, right) => placeOf(left) - placeOf(right));
};

/** The version of a limit for what begins on a day, the first one for what began before it; undefined where there is none. */
export const findLimitRule = (id: string, on?: LocalDate): LimitRule | undefined => {
  const versions = inForce.get(id);
  if (on === undefined) return versions?.[0];
  return versions?.find(({ validFrom }) => validFrom <= on) ?? versions?.at(-1);
};

/** A rule by id, for what begins on the day, by default the newest. Throws where there is none: rules are named in code, not by users. */
export const limitRule = (id: string, on?: LocalDate): LimitRule => {
  const found = findLimitRule(id, on);
  if (!found) throw new Error(`There is no limit rule ${id}.`);
  return found;
};

/** Law and article of a limit as they are in force when they are asked for. */
export const basisOfLimit = (id: string) => (): string => limitRule(id).basisClause;

/** SQL of a limit's span for what begins on the day that the expression gives. */
export const limitAmountSql = (id: string, day: string): string => {
  const [first, ...later] = [...(inForce.get(id) ?? [limitRule(id)])].reverse();
  // Days and spans passed the shape of the file; neither is a user's text.
  const cases = later.reverse().map(({ validFrom, amount }) => `when ${day} >= date '${validFrom}' then ${amount}`);
  return cases.length === 0 ? String(first!.amount) : `case ${cases.join(" ")} else ${first!.amount} end`;
};
