/** Evaluations of policies, as the domain knows them: the state follows from the days. Pure. */
import type { LocalDate } from "../../../platform/domain/index.js";
import { EvaluationState } from "./policy-evaluation.enums.js";

/** The course of an evaluation, as far as it has come. */
export interface EvaluationDays {
  readonly fieldFrom?: LocalDate | undefined;
  readonly reportedOn?: LocalDate | undefined;
  readonly respondedOn?: LocalDate | undefined;
}

/** How far it has come. */
export const evaluationState = ({ fieldFrom, reportedOn, respondedOn }: EvaluationDays): EvaluationState => {
  if (respondedOn !== undefined) return EvaluationState.RESPONDED;
  if (reportedOn !== undefined) return EvaluationState.REPORTED;
  return fieldFrom === undefined ? EvaluationState.COMMISSIONED : EvaluationState.FIELD;
};
