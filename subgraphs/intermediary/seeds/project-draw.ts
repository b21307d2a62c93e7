/** What is kept of a draw by lot: its public source, and the proof. */
import { draw, type KeptDraw, type LocalDate, type RandomSource } from "../../../platform/domain/index.js";
import { type PlannedProject, type PlannedBid } from "./project-plan.js";

/** The public source of a lottery. */
export const sourceOf = ({ sourceReference }: PlannedProject, chosenAt: LocalDate): RandomSource => ({
  name: "模拟公共随机源（演示，并非真实开奖）",
  reference: sourceReference ?? "演示期",
  chosenAt,
});

/** The proof of a draw: candidates, value of the source, seed. */
export const keptDraw = (plan: PlannedProject, counted: readonly PlannedBid[]): KeptDraw => {
  const sourceValue = plan.sourceValue ?? "";
  const { candidates, candidateListHash, seed } = draw({
    projectNo: plan.projectNo,
    candidates: counted.map(({ intermediaryId }) => intermediaryId),
    sourceValue,
  })!;
  return { candidates, candidateListHash, sourceValue, seed };
};
