/** Households of assistance targets: a hash, a village, a category; nobody's name is written. */
import { addDays } from "../../../platform/domain/index.js";
import type { NewOf } from "../../../platform/database/index.js";
import type { DemonstrationWorld } from "../../demonstration.js";
import { AssistanceCategory } from "../assistance/assistance.enums.js";
import type { ASSISTANCE_TARGETS } from "../assistance/assistance.rows.js";
import { COUNTIES, villagesOf } from "./villages.js";

/** First day of regular assistance (常态化帮扶), after the five years of transition. */
const REGULAR_ASSISTANCE = "2026-01-01";
const { AT_RISK_OF_POVERTY, ...OLDER } = AssistanceCategory;
const { SUBSISTENCE_ALLOWANCE, EXTREME_POVERTY } = OLDER;
const UNTIL_THEN = Object.values(OLDER);
const SINCE_THEN = [AT_RISK_OF_POVERTY, AT_RISK_OF_POVERTY, SUBSISTENCE_ALLOWANCE, EXTREME_POVERTY];

/** Assistance targets; some townships have one to four households of a category. */
export const createAssistanceTargets = (world: DemonstrationWorld): NewOf<typeof ASSISTANCE_TARGETS>[] => {
  const random = world.random("assistance");
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)]!;
  const villages = COUNTIES.flatMap(villagesOf);
  return Array.from({ length: world.scale === "small" ? 900 : 6_000 }, (_, index) => {
    const identifiedOn = addDays("2024-01-08", Math.floor(random() * 900));
    return {
      householdHash: `demo-assisted-${String(index).padStart(5, "0")}`,
      villageCode: pick(villages),
      category: pick(identifiedOn < REGULAR_ASSISTANCE ? UNTIL_THEN : SINCE_THEN),
      size: 1 + Math.floor(random() * 5),
      identifiedOn,
      exitedOn: random() < 0.2 ? addDays(identifiedOn, 365) : undefined,
    };
  });
};
