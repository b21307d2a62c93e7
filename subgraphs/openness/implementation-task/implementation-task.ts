/** Tasks by which a document is carried out, as the domain knows them: state and progress follow from days and steps. Pure. */
import type { LocalDate } from "../../../platform/domain/index.js";
import { ImplementationState } from "./implementation-task.enums.js";

/** What is needed of a step. */
export interface CountedStep {
  /** How much of the task it is, in hundredths; the steps of a task make 100. */
  readonly weight: number;
  readonly doneOn?: LocalDate | undefined;
}

/** Hundredths of the task that are done. */
export const progressOf = (steps: readonly CountedStep[]): number =>
  steps.reduce((sum, { weight, doneOn }) => sum + (doneOn === undefined ? 0 : weight), 0);

/** How far it has come. */
export const implementationState = (
  { doneOn, verifiedOn }: { readonly doneOn?: LocalDate | undefined; readonly verifiedOn?: LocalDate | undefined },
  steps: readonly CountedStep[],
): ImplementationState => {
  if (verifiedOn !== undefined) return ImplementationState.VERIFIED;
  if (doneOn !== undefined) return ImplementationState.DONE;
  return progressOf(steps) > 0 ? ImplementationState.IN_PROGRESS : ImplementationState.ISSUED;
};
