/** Enumerations of yearly composites (年度综合评价). */
import { describeEnum } from "../../../platform/graphql/enum.js";

/** Level of a total. */
export enum CompositeLevel {
  A = "A",
  B = "B",
  C = "C",
  D = "D",
}

describeEnum(
  CompositeLevel,
  "CompositeLevel",
  "Level of an intermediary's yearly total; local thresholds (年度评价等级).",
  {
    A: "90 points and more (A级).",
    B: "80 points and more (B级).",
    C: "60 points and more (C级).",
    D: "Fewer than 60 points (D级).",
  },
);

/** Why there is no total. */
export enum CompositeGap {
  NO_REGULATOR_SCORE = "NO_REGULATOR_SCORE",
  NO_EVALUATION = "NO_EVALUATION",
  CREDIT_NOT_ANSWERED = "CREDIT_NOT_ANSWERED",
}

describeEnum(CompositeGap, "CompositeGap", "Why an intermediary's year has no total (无综合得分原因).", {
  NO_REGULATOR_SCORE: "The industry regulator gave no score for the year (行业主管部门未评分).",
  NO_EVALUATION: "No project accepted in the year was evaluated by its owner (无业主评价).",
  CREDIT_NOT_ANSWERED: "The credit service gave no answer (未能核查信用).",
});
