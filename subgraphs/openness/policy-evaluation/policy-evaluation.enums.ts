/** Enumerations of evaluations of policies. */
import { describeEnum } from "../../../platform/graphql/enum.js";

/** Who evaluates. */
export enum EvaluatorKind {
  THIRD_PARTY = "THIRD_PARTY",
  EXPERT = "EXPERT",
  SURVEY = "SURVEY",
}

describeEnum(EvaluatorKind, "EvaluatorKind", "Who evaluates a policy (评估方式).", {
  THIRD_PARTY: "An institution that is no part of it (第三方评估).",
  EXPERT: "Experts (专家评估).",
  SURVEY: "The public, by a survey (民意调查).",
});

/** How far an evaluation has come. */
export enum EvaluationState {
  COMMISSIONED = "COMMISSIONED",
  FIELD = "FIELD",
  REPORTED = "REPORTED",
  RESPONDED = "RESPONDED",
}

describeEnum(EvaluationState, "EvaluationState", "How far an evaluation of a policy has come (评估状态).", {
  COMMISSIONED: "Given to whoever evaluates (已委托).",
  FIELD: "Facts are gathered (实施中).",
  REPORTED: "Its report is handed in (已提交报告).",
  RESPONDED: "The body has said what follows from it (已回应).",
});
