/** Enumerations of benchmarks of discretion and of findings against them. */
import { describeEnum } from "../../../platform/graphql/enum.js";

/** How heavily a circumstance is punished within an article. */
export enum DiscretionDegree {
  MITIGATED = "MITIGATED",
  LIGHTER = "LIGHTER",
  ORDINARY = "ORDINARY",
  HEAVIER = "HEAVIER",
}

describeEnum(DiscretionDegree, "DiscretionDegree", "How heavily a circumstance is punished (裁量阶次).", {
  MITIGATED: "Below what the article allows at least (减轻).",
  LIGHTER: "In the lower part of what the article allows (从轻).",
  ORDINARY: "In the middle (一般).",
  HEAVIER: "In the upper part (从重).",
});

/** What is wrong between a fine and the benchmarks of the body that set it. */
export enum BenchmarkFindingKind {
  BENCHMARKS_MISSING = "BENCHMARKS_MISSING",
  VIOLATION_WITHOUT_BENCHMARK = "VIOLATION_WITHOUT_BENCHMARK",
  FINE_BELOW = "FINE_BELOW",
  FINE_ABOVE = "FINE_ABOVE",
  FINE_BETWEEN = "FINE_BETWEEN",
}

describeEnum(
  BenchmarkFindingKind,
  "BenchmarkFindingKind",
  "What is wrong between a fine and the benchmarks of its day (裁量基准问题类别).",
  {
    BENCHMARKS_MISSING: "The body fines, and goes by no published benchmark (未公布裁量基准).",
    VIOLATION_WITHOUT_BENCHMARK: "No benchmark of the day is about the violation (违法行为无裁量基准).",
    FINE_BELOW: "The fine is below every benchmark of the violation (低于裁量基准).",
    FINE_ABOVE: "It is above every one (高于裁量基准).",
    FINE_BETWEEN: "It stands between two, within none (不在任一裁量阶次内).",
  },
);
