/** What a bundle asks for and promises as a whole, from its matters: materials once, the longest promise, the most visits. */
import { LimitUnit } from "../../../platform/graphql/limit-unit.js";
import type { TimeLimit } from "../../../platform/graphql/time-limit.type.js";
import { MaterialNeed } from "../matter/material.enums.js";
import type { Material, ServiceMatter } from "../matter/matter.js";
import type { BundleMaterial } from "./service-bundle.type.js";

type MatterMaterials = Pick<ServiceMatter, "allMaterials">;

/** Names of a matter's materials; one that several situations list is one. */
const namesOf = ({ allMaterials }: MatterMaterials): Set<string> => new Set(allMaterials.map(({ name }) => name));

const BY_NEED = [MaterialNeed.REQUIRED, MaterialNeed.LATER, MaterialNeed.OPTIONAL] as const;

const toBundleMaterial = (name: string, asked: readonly Material[], sharedBy: number): BundleMaterial => ({
  name,
  sharedBy,
  need: BY_NEED.find((need) => asked.some((material) => material.need === need)),
  licenceType: asked.find(({ licenceType }) => licenceType !== undefined)?.licenceType,
});

/** The union of materials by name, those of the most matters first, otherwise in the order of the matters. */
export const bundleMaterials = (matters: readonly MatterMaterials[]): BundleMaterial[] => {
  const asked = new Map<string, Material[]>();
  const sharedBy = new Map<string, number>();
  for (const matter of matters) {
    for (const name of namesOf(matter)) sharedBy.set(name, (sharedBy.get(name) ?? 0) + 1);
    for (const material of matter.allMaterials)
      asked.set(material.name, [...(asked.get(material.name) ?? []), material]);
  }
  return [...asked]
    .map(([name, materials]) => toBundleMaterial(name, materials, sharedBy.get(name) ?? 0))
    .sort((a, b) => b.sharedBy - a.sharedBy);
};

/** How many materials less are handed in than for each matter on its own. */
export const savedMaterials = (matters: readonly MatterMaterials[]): number =>
  matters.reduce((sum, matter) => sum + namesOf(matter).size, 0) -
  new Set(matters.flatMap((matter) => [...namesOf(matter)])).size;

/** Natural hours of one unit, five working days being a week: to compare limits of different units, never to compute a deadline. */
const HOURS: Readonly<Record<LimitUnit, number>> = {
  [LimitUnit.WORKING_DAY]: (7 * 24) / 5,
  [LimitUnit.NATURAL_DAY]: 24,
  [LimitUnit.MONTH]: 30 * 24,
  [LimitUnit.HOUR]: 1,
  [LimitUnit.IMMEDIATE]: 0,
};

/** The longest promise, because matters of a bundle are handled in parallel; undefined where one of them promises nothing. */
export const bundleLimit = (matters: readonly Pick<ServiceMatter, "promised">[]): TimeLimit | undefined => {
  const hours = ({ amount, unit }: TimeLimit): number => amount * HOURS[unit];
  const promises = matters.flatMap(({ promised }) => (promised === undefined ? [] : [promised]));
  if (promises.length < matters.length) return undefined;
  return promises.reduce<TimeLimit | undefined>(
    (longest, promise) => (longest !== undefined && hours(longest) >= hours(promise) ? longest : promise),
    undefined,
  );
};

/** The most visits that one of the matters needs; undefined where one does not say. */
export const bundleVisits = (matters: readonly Pick<ServiceMatter, "visits">[]): number | undefined => {
  const visits = matters.flatMap(({ visits }) => (visits === undefined ? [] : [visits]));
  return visits.length === 0 || visits.length < matters.length ? undefined : Math.max(...visits);
};
