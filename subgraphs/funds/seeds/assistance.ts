/** Households of assistance targets: a hash, a village, a category; nobody's name is written. */
import { addDays } from "../../../platform/domain/index.js";
import type { NewOf } from "../../../platform/database/index.js";
import type { DemonstrationWorld } from "../../demonstration.js";
import { AssistanceCategory } from "../assistance/assistance.enums.js";
import type { ASSISTANCE_TARGETS } from "../assistance/assistance.rows.js";
import { COUNTIES, villagesOf } from "./villages.js";

/** Assistance targets; some townships have one to four households of a category. */
export const createAssistanceTargets = (world: DemonstrationWorld): NewOf<typeof ASSISTANCE_TARGETS>[] => {
  const random = world.random("assistance");
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)]!;
  const villages = COUNTIES.flatMap(villagesOf);
  const categories = Object.values(AssistanceCategory);
  return Array.from({ length: world.scale === "small" ? 900 : 6_000 }, (_, index) => {
    const identifiedOn = addDays("2024-01-08", Math.floor(random() * 900));
    return {
      householdHash: `demo-assisted-${String(index).padStart(5, "0")}`,
      villageCode: pick(villages),
      category: pick(categories),
      size: 1 + Math.floor(random() * 5),
      identifiedOn,
      exitedOn: random() < 0.2 ? addDays(identifiedOn, 365) : undefined,
    };
  });
};
