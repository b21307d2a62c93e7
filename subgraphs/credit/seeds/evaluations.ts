/** Composite evaluations of the demonstration world. */
import type { NewOf } from "../../../platform/database/index.js";
import type { EVALUATIONS } from "../evaluation/evaluation.rows.js";
import type { DemonstrationWorld } from "../../demonstration.js";
import { EvaluationLevel } from "../evaluation/evaluation.enums.js";
import { AGENCY, ENTERPRISE, bureaus, firmsOf, organizationOf } from "./parties.js";

const { EXCELLENT, GOOD, MEDIUM, POOR } = EvaluationLevel;
/** Of ten bodies six are good; one in twenty is poor. */
const LEVELS = [
  ...[GOOD, EXCELLENT, GOOD, MEDIUM, GOOD, GOOD, EXCELLENT, GOOD, MEDIUM, GOOD],
  ...[GOOD, EXCELLENT, GOOD, MEDIUM, GOOD, POOR, EXCELLENT, GOOD, GOOD, GOOD],
];
/** Score from which a level begins. */
const SCORES: Readonly<Record<EvaluationLevel, number>> = { EXCELLENT: 90, GOOD: 78, MEDIUM: 65, POOR: 50 };

/** A body whose evaluation the agency of the demonstration officer keeps. */
const KEPT_BY_AGENCY = "91990101MA900002XF";

/** Evaluations by the development bureau of the division, of this year and the last; one body in five has none. */
export const evaluations = (world: DemonstrationWorld): NewOf<typeof EVALUATIONS>[] => {
  const authorityOf = bureaus(world, "发展和改革局");
  const golden = organizationOf(world, ENTERPRISE);
  return firmsOf(world).flatMap((firm, index) => {
    if (index % 5 === 4 && firm !== golden && firm.uscc !== KEPT_BY_AGENCY) return [];
    return ["2025-06-30", "2026-06-30"].map((asOf, year) => {
      const level = firm === golden ? GOOD : LEVELS[(index + year * 3) % LEVELS.length]!;
      return {
        organizationId: firm.id,
        subject: firm.uscc,
        authorityUscc: firm.uscc === KEPT_BY_AGENCY ? AGENCY : authorityOf(firm.divisionCode).uscc!,
        divisionCode: firm.divisionCode,
        level,
        score: firm === golden ? 82 + year : SCORES[level] + (index % 9),
        modelVersion: `演示模型${2025 + year}`,
        asOf: asOf,
      };
    });
  });
};
