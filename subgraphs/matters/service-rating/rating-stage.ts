/** Whether a case has come to the stage that is rated (好差评 评价环节): nobody rates what was not done yet. Pure. */
import { CaseState } from "../service-case/service-case.state.js";
import { RatingStage } from "./service-rating.status.js";

/** What is looked at of a case; each day is null until its step was taken. */
export interface RatedCourse {
  readonly state: string;
  readonly applied_on: unknown;
  readonly notice_on: unknown;
  readonly accepted_on: unknown;
}

const { COMPLETED, DELIVERED, RATED } = CaseState;
const ENDED: readonly string[] = [COMPLETED, DELIVERED, RATED];

/** True where it has; a draft that was discarded never came to the agency. */
export const hasComeTo = (stage: RatingStage, { state, applied_on, notice_on, accepted_on }: RatedCourse): boolean => {
  if (applied_on === null) return false;
  if (stage === RatingStage.CORRECTION) return notice_on !== null;
  if (stage === RatingStage.PAYMENT) return accepted_on !== null;
  return stage !== RatingStage.DELIVERY || ENDED.includes(state);
};
