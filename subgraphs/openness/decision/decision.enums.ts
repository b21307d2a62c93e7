/** Enumerations of major administrative decisions (重大行政决策程序暂行条例, 国令第713号). */
import { describeEnum } from "../../../platform/graphql/enum.js";

/** What is decided. */
export enum DecisionKind {
  PUBLIC_POLICY = "PUBLIC_POLICY",
  PLAN = "PLAN",
  RESOURCES = "RESOURCES",
  CONSTRUCTION = "CONSTRUCTION",
  OTHER = "OTHER",
}

describeEnum(
  DecisionKind,
  "DecisionKind",
  "What a major decision is about (重大行政决策事项类别); 国令第713号 第三条.",
  {
    PUBLIC_POLICY: "Policies and measures of services, markets, society, environment (重大公共政策和措施).",
    PLAN: "Plans of economy and society (重要规划).",
    RESOURCES: "Use and protection of natural and cultural resources (资源开发利用和保护).",
    CONSTRUCTION: "Public construction projects (重大公共建设项目).",
    OTHER: "Other matters that concern the public greatly (其他重大事项).",
  },
);

/** Stage of a decision. */
export enum DecisionStage {
  PROPOSED = "PROPOSED",
  DRAFTED = "DRAFTED",
  CONSULTING = "CONSULTING",
  SUMMARISED = "SUMMARISED",
  REVIEWED = "REVIEWED",
  DECIDED = "DECIDED",
  PUBLISHED = "PUBLISHED",
  EVALUATED = "EVALUATED",
}

/** A step that the law asks of a major decision. */
export enum StatutoryStep {
  PUBLIC_PARTICIPATION = "PUBLIC_PARTICIPATION",
  EXPERT_ARGUMENT = "EXPERT_ARGUMENT",
  RISK_ASSESSMENT = "RISK_ASSESSMENT",
  LEGALITY_REVIEW = "LEGALITY_REVIEW",
  COLLECTIVE_DISCUSSION = "COLLECTIVE_DISCUSSION",
}

describeEnum(StatutoryStep, "StatutoryStep", "A step that the law asks of a major decision (法定程序).", {
  PUBLIC_PARTICIPATION: "Public participation (公众参与).",
  EXPERT_ARGUMENT: "Argument of experts (专家论证).",
  RISK_ASSESSMENT: "Assessment of risks (风险评估).",
  LEGALITY_REVIEW: "Review for legality (合法性审查).",
  COLLECTIVE_DISCUSSION: "Collective discussion (集体讨论决定).",
});

/** What became of a step. */
export enum StepState {
  DONE = "DONE",
  NOT_NEEDED = "NOT_NEEDED",
  MISSING = "MISSING",
}

describeEnum(StepState, "StepState", "What became of a statutory step (程序履行情况).", {
  DONE: "Taken (已履行).",
  NOT_NEEDED: "Not asked of this decision, for a reason that is stated (依法不适用).",
  MISSING: "Not taken, or not yet (未履行).",
});
