/** Which division a code stands for on a day: its own version of that day, else its successor or its one predecessor. */
import { validOn, type LocalDate } from "../../../platform/domain/index.js";
import type { Division, DivisionVersion } from "./division.js";

/** Where the walk reads from; each answer is batched by the caller. */
export interface DivisionHistorySource {
  find(code: string): Promise<Division | undefined>;
  /** Versions of one code. */
  versions(code: string): Promise<readonly DivisionVersion[]>;
  /** Divisions that this code replaced. */
  predecessors(code: string): Promise<readonly Division[]>;
}

/** The division as it was in one of its versions. */
const inVersion = (division: Division, version: DivisionVersion): Division => ({
  ...division,
  name: version.name,
  level: version.level,
  kind: version.kind,
  validFrom: version.validFrom,
  validTo: version.validTo,
  parentCode: version.parentCode,
});

/** The division under this very code on the day; undefined where the code was not in use. */
export const divisionUnderCode = async (
  source: DivisionHistorySource,
  code: string,
  day: LocalDate,
): Promise<Division | undefined> => {
  const [division, versions] = await Promise.all([source.find(code), source.versions(code)]);
  const version = versions.find((entry) => validOn(entry, day));
  return division && version && inVersion(division, version);
};

/**
 * The division of the same territory on the day, whatever its code was then. Undefined where history does not say: before
 * the first known day, and where several divisions were merged into one that did not exist yet.
 */
export const divisionAsOf = async (
  source: DivisionHistorySource,
  code: string,
  day: LocalDate,
): Promise<Division | undefined> => {
  const seen = new Set<string>();
  for (let next: string | undefined = code; next !== undefined && !seen.has(next);) {
    seen.add(next);
    const found = await divisionUnderCode(source, next, day);
    if (found) return found;
    const division = await source.find(next);
    if (!division) return undefined;
    next =
      division.validTo !== undefined && day > division.validTo
        ? division.replacedByCode
        : await soleCode(source.predecessors(next));
  }
  return undefined;
};

const soleCode = async (divisions: Promise<readonly Division[]>): Promise<string | undefined> => {
  const [first, ...others] = await divisions;
  return others.length === 0 ? first?.code : undefined;
};
