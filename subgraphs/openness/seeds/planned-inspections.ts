/** Random inspections of the demonstration's golden bureau: one with its results, one drawn and under way, one planned, one not yet published. */
import type { NewOf } from "../../../platform/database/index.js";
import type { DemonstrationWorld } from "../../demonstration.js";
import { EnforcementResult } from "../enforcement-record/enforcement-record.enums.js";
import { drawInspection } from "../random-inspection/inspection-draw.js";
import type { INSPECTED_OBJECTS, RANDOM_INSPECTIONS } from "../random-inspection/random-inspection.rows.js";
import { RegulatoryArea } from "../regulatory-notice/regulatory-area.js";
import { GOLDEN_ISSUER } from "./golden-documents.js";

type Inspection = NewOf<typeof RANDOM_INSPECTIONS>;
type Inspected = NewOf<typeof INSPECTED_OBJECTS>;

interface Planned {
  readonly no: string;
  readonly title: string;
  readonly planned: readonly [from: string, to: string];
  readonly publishedOn?: string;
  readonly drawn?: readonly [on: string, value: string];
  readonly resultsOn?: string;
  readonly inspectedOn?: string;
}

const PLANS: readonly Planned[] = [
  {
    ...{ no: "SSJ222401-2026-01", title: "餐饮服务食品安全双随机抽查", planned: ["2026-04-13", "2026-05-29"] },
    ...{ publishedOn: "2026-03-16", drawn: ["2026-04-08", "06 14 15 21 30 33 + 02"] },
    ...{ inspectedOn: "2026-05-12", resultsOn: "2026-06-01" },
  },
  {
    ...{ no: "SSJ222401-2026-02", title: "特种设备使用单位双随机抽查", planned: ["2026-09-14", "2026-10-30"] },
    ...{ publishedOn: "2026-08-17", drawn: ["2026-09-09", "01 07 09 18 25 29 + 11"] },
  },
  {
    ...{ no: "SSJ222401-2026-03", title: "广告经营者双随机抽查", planned: ["2026-11-02", "2026-11-30"] },
    publishedOn: "2026-09-21",
  },
  { no: "SSJ222401-2026-04", title: "价格行为双随机抽查", planned: ["2026-12-01", "2026-12-31"] },
];

const OBJECTS = 3;
const RESULTS = [EnforcementResult.IN_ORDER, EnforcementResult.CORRECTION_ORDERED, EnforcementResult.CASE_FILED];

/** All of them, drawn by the rule that they are recomputed by. */
export const inspectionRecords = (
  world: DemonstrationWorld,
  inspectorNumbers: readonly string[],
): { readonly inspections: Inspection[]; readonly objects: Inspected[] } => {
  const organ = world.organizations.find(({ uscc }) => uscc === GOLDEN_ISSUER)!;
  const candidateIds = world.organizations
    .filter(({ role, divisionCode }) => role === "enterprise" && divisionCode.startsWith("222401"))
    .slice(0, 40)
    .map(({ id }) => id);
  const inspections = PLANS.map(({ no, title, planned, publishedOn, drawn, resultsOn }): Inspection => ({
    ...{ no, title, organId: organ.id, organUscc: organ.uscc!, divisionCode: organ.divisionCode.slice(0, 6) },
    ...{ area: RegulatoryArea.FOOD_AND_DRUGS, items: ["许可与标签", "进货查验记录"] },
    ...{ plannedFrom: planned[0], plannedTo: planned[1], publishedOn },
    ...{ candidateIds, objectCount: OBJECTS, inspectorNumbers: [...inspectorNumbers], inspectorsEach: 2 },
    ...{ sourceName: "模拟公共随机源（演示，并非真实开奖）", sourceReference: `${no}期` },
    ...{ drawnOn: drawn?.[0], sourceValue: drawn?.[1], resultsOn },
  }));
  const objects = inspections.flatMap((inspection, index): Inspected[] => {
    const { sourceValue, no } = inspection;
    if (sourceValue == null) return [];
    const { inspectedOn } = PLANS[index]!;
    return drawInspection({ ...inspection, sourceValue })!.map(({ objectId, inspectors }, place) => ({
      ...{ inspectionNo: no, position: place + 1, objectId, inspectors: [...inspectors], inspectedOn },
      result: inspectedOn === undefined ? undefined : RESULTS[place % RESULTS.length],
    }));
  });
  return { inspections, objects };
};
