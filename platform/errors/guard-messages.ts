/** What state machines say when they refuse, in Chinese; the English sentence stands beside each guard. */

/** Chinese sentences by `extensions.reason`. */
export const GUARD_MESSAGES = {
  ACTOR: "该操作应由其他主体办理。",
  COMMITMENT_NEEDED: "须提交信用承诺书。",
  DECISION_NOT_REVOKED: "处罚决定未被撤销或变更，不得撤回公示。",
  FINDING_AUTHORITY_DECIDES: "须由作出认定的机关决定（谁认定、谁修复）。",
  LEAST_PUBLICITY_RUNS: "最短公示期尚未届满。",
  PERFORMANCE_PROOF_NEEDED: "须提交履行义务的证明材料。",
  PLAN_NEEDED: "须有人民法院裁定批准并正在执行的重整计划。",
  PLAN_CARRIED_OUT: "重整计划仍在执行期间。",
  PUBLICITY_RUNS: "公示期尚未届满。",
  REASONS_NEEDED: "须说明理由。",
  RECORD_NOT_CHANGED: "信用记录尚未更正或撤回。",
  REPAIR_DECISION_NEEDED: "须有认定机关准予修复的决定。",
  REPAIR_NOT_FALSE: "未查实信用修复弄虚作假。",
  SEALED_RECORD: "该记录依法封存，不予公示。",
  STATE: "当前状态不允许该操作。",
} as const satisfies Readonly<Record<string, string>>;
