/** Drawn lists of powers: of every agency that has matters, most complete, some with a power that was taken off or never listed, a few not published. */
import type { DemonstrationMatter, DemonstrationOrganization, DemonstrationWorld } from "../../demonstration.js";
import { workdayFrom } from "../../demonstration-days.js";
import { addDays } from "../../../platform/domain/index.js";
import { AgencyListKind } from "../agency-list/agency-list.enums.js";
import { powerKindOf } from "../agency-list/power-list-findings.js";
import type { PlannedItem, PlannedList, PlannedVersion } from "./planned-list.js";

type Draw = () => number;

/** What of a matter stands in a list of powers. */
export type ListedMatter = Pick<DemonstrationMatter, "catalogCode" | "itemName" | "legalBasisId">;

/** The power that a matter exercises. */
export const powerItem = ({ catalogCode, itemName, legalBasisId }: ListedMatter): PlannedItem => ({
  ...{ code: catalogCode, catalogCode, name: itemName, powerKind: powerKindOf(catalogCode)! },
  ...{
    basisIds: [legalBasisId],
    duties: ["受理", "审查", "决定", "送达", "事后监管"],
    supervision: "12345 热线、行政复议",
  },
});

/** Matters that exercise a power, one for each catalogue item, by body. */
export const mattersWithPower = (world: DemonstrationWorld): Map<string, ListedMatter[]> => {
  const found = new Map<string, Map<string, ListedMatter>>();
  for (const matter of world.matters) {
    if (!matter.published || powerKindOf(matter.catalogCode) === undefined) continue;
    const ofBody = found.get(matter.deptId) ?? new Map<string, ListedMatter>();
    found.set(matter.deptId, ofBody.set(matter.catalogCode, ofBody.get(matter.catalogCode) ?? matter));
  }
  return new Map([...found].map(([id, matters]) => [id, [...matters.values()]]));
};

/** The course of an adjustment that began on the day; of the first version no cause is told. */
const adjusted = (cause: string, began: string, isFirst = false): PlannedVersion => {
  const after = (days: number): string => workdayFrom(addDays(began, days));
  return { cause, days: [isFirst ? undefined : after(0), after(14), after(28), after(56), after(63)] };
};

/** Of a hundred bodies eight took a power off, thirty listed one later, twelve never listed one. */
const wordingOf = (item: PlannedItem, fate: number): PlannedItem[] => {
  if (fate < 0.08) return [{ ...item, until: 2 }];
  if (fate < 0.38) return [{ ...item, since: 2 }];
  return fate < 0.88 ? [item] : [];
};

const drawnList = (organ: DemonstrationOrganization, matters: readonly ListedMatter[], draw: Draw): PlannedList => {
  const [fate, which, when] = [draw(), Math.floor(draw() * matters.length), Math.floor(draw() * 300)];
  const items = matters.map(powerItem);
  const odd = items[which]!;
  return {
    ...{ organ, kind: AgencyListKind.POWER, name: `${organ.name}权力清单` },
    versions: [
      adjusted("首次编制公布", addDays("2019-02-11", when), true),
      ...(fate < 0.6 ? [adjusted("法律法规修订", addDays("2024-03-04", when))] : []),
    ],
    items: items.flatMap((item): PlannedItem[] => (item === odd ? wordingOf(item, fate) : [item])),
  };
};

/** Lists of the bodies that are not golden; every twenty-fifth has published none. */
export const drawnLists = (world: DemonstrationWorld, isGolden: (uscc: string) => boolean): PlannedList[] => {
  const draw = world.random("openness.lists");
  const organs = new Map(world.organizations.map((body) => [body.id, body]));
  return [...mattersWithPower(world)].flatMap(([id, matters]) => {
    const organ = organs.get(id);
    if (organ?.uscc === undefined || isGolden(organ.uscc) || draw() < 0.04) return [];
    return [drawnList(organ, matters, draw)];
  });
};
