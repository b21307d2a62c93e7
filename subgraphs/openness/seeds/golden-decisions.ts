/** Decisions with a known course: adopted with all five steps, open for comment, decided with a step missing, consulted for too short a time, not yet open. */
import type { DemonstrationOrganization, DemonstrationWorld } from "../../demonstration.js";
import { DecisionKind, DecisionStage, StatutoryStep } from "../decision/decision.enums.js";
import { notNeeded, taken } from "./decision-steps.js";
import { adoptedOpinions, openOpinions } from "./golden-opinions.js";
import { NOTHING_YET, type PlannedDecision } from "./planned-decision.js";

const CHANNEL = "延吉市人民政府网站“意见征集”栏目、邮寄";
const LAW = "MAJOR-DECISIONS-2019-03";
const { PUBLIC_PARTICIPATION, EXPERT_ARGUMENT, RISK_ASSESSMENT, LEGALITY_REVIEW, COLLECTIVE_DISCUSSION } =
  StatutoryStep;

/** What they are made of: who prepares them, who speaks, and the index number of a document of theirs by its day of issue. */
export interface GoldenWorld {
  readonly organiser: DemonstrationOrganization;
  readonly world: DemonstrationWorld;
  readonly indexNoOf: (createdOn: string) => string;
}

const adopted = ({ organiser, world, indexNoOf }: GoldenWorld): PlannedDecision => ({
  ...{ organiser, id: "JC222401-2025-001", title: "修订《延吉市食品小作坊登记管理办法》" },
  ...{ kind: DecisionKind.PUBLIC_POLICY, stage: DecisionStage.PUBLISHED },
  ...{ proposedOn: "2025-02-10", openedOn: "2025-03-03", decidedOn: "2025-06-05", publishedOn: "2025-06-12" },
  adoptedIndexNo: indexNoOf("2025-06-10"),
  draft:
    "对登记条件、监督检查和扶持措施作出修改：简化登记材料，按风险分级确定检查频次，对首次登记的小作坊给予创业扶持。",
  explanation: "原办法施行四年，登记材料偏多、检查频次不分风险，需要修订。",
  ...{ basisIds: [LAW, "FOOD-SAFETY-2021-35"], fundPolicyCodes: ["FP-CY"] },
  steps: [
    taken(PUBLIC_PARTICIPATION, "2025-04-14"),
    taken(EXPERT_ARGUMENT, "2025-04-18"),
    taken(RISK_ASSESSMENT, "2025-04-22"),
    taken(LEGALITY_REVIEW, "2025-05-15"),
    taken(COLLECTIVE_DISCUSSION, "2025-06-05"),
  ],
  consultation: {
    ...{ opensOn: "2025-03-03", closesOn: "2025-04-02", channel: CHANNEL, shortenedBecause: undefined },
    summary: "共收到意见6件，采纳3件，部分采纳1件，未采纳2件，理由已逐件公布。",
    summarisedOn: "2025-04-14",
    topics: adoptedOpinions(world),
  },
});

const open = ({ organiser, world }: GoldenWorld): PlannedDecision => ({
  ...NOTHING_YET,
  ...{ organiser, id: "JC222401-2026-001", title: "延吉市小餐饮油烟治理若干措施" },
  ...{ kind: DecisionKind.PUBLIC_POLICY, stage: DecisionStage.CONSULTING },
  ...{ proposedOn: "2026-08-10", openedOn: "2026-09-07", basisIds: [LAW] },
  draft: "小餐饮应当安装油烟净化设施并定期清洗；对按期改造的给予补助；每季度公布抽查结果。",
  explanation: "居民区小餐饮油烟投诉增多，需要统一要求。",
  steps: [taken(EXPERT_ARGUMENT, "2026-08-28")],
  consultation: {
    ...{ opensOn: "2026-09-07", closesOn: "2026-10-09", channel: CHANNEL, shortenedBecause: undefined },
    ...{ summary: undefined, summarisedOn: undefined, topics: openOpinions(world) },
  },
});

const withStepMissing = ({ organiser }: GoldenWorld): PlannedDecision => ({
  ...NOTHING_YET,
  ...{ organiser, id: "JC222401-2026-002", title: "延吉市农贸市场改造项目" },
  ...{ kind: DecisionKind.CONSTRUCTION, stage: DecisionStage.DECIDED, basisIds: [LAW] },
  ...{ proposedOn: "2026-05-11", openedOn: "2026-06-01", decidedOn: "2026-08-20" },
  draft: "对三处农贸市场分期改造，改造期间设临时摊区。",
  explanation: "现有市场消防、排水不合要求。",
  steps: [
    taken(PUBLIC_PARTICIPATION, "2026-07-10"),
    taken(EXPERT_ARGUMENT, "2026-07-16"),
    taken(LEGALITY_REVIEW, "2026-08-06"),
    taken(COLLECTIVE_DISCUSSION, "2026-08-20"),
  ],
  consultation: {
    ...{ opensOn: "2026-06-01", closesOn: "2026-07-01", channel: CHANNEL, shortenedBecause: undefined },
    ...{ summary: "未收到意见。", summarisedOn: "2026-07-10", topics: [{ name: "改造方案", opinions: [] }] },
  },
});

/** The amendment of 2023: the public had fourteen days, and nobody said why. */
const tooShort = ({ organiser, indexNoOf }: GoldenWorld): PlannedDecision => ({
  ...{ organiser, id: "JC222401-2023-001", title: "修改《延吉市食品小作坊登记管理办法》" },
  ...{ kind: DecisionKind.PUBLIC_POLICY, stage: DecisionStage.EVALUATED },
  ...{ proposedOn: "2023-03-01", openedOn: "2023-03-20", decidedOn: "2023-05-11", publishedOn: "2023-05-18" },
  ...{ adoptedIndexNo: indexNoOf("2023-05-16"), basisIds: [LAW], fundPolicyCodes: [] },
  draft: "修改登记证有效期的规定。",
  explanation: "与上位法一致。",
  steps: [
    taken(PUBLIC_PARTICIPATION, "2023-04-10"),
    notNeeded(EXPERT_ARGUMENT, "不涉及专业性、技术性问题。"),
    notNeeded(RISK_ASSESSMENT, "不影响社会稳定和公共安全。"),
    taken(LEGALITY_REVIEW, "2023-04-25"),
    taken(COLLECTIVE_DISCUSSION, "2023-05-11"),
  ],
  consultation: {
    ...{ opensOn: "2023-03-20", closesOn: "2023-04-03", channel: CHANNEL, shortenedBecause: undefined },
    ...{ summary: "未收到意见。", summarisedOn: "2023-04-10", topics: [{ name: "有效期", opinions: [] }] },
  },
});

/** The repeal in part of 2024: as short, for a reason that is stated. */
const shortened = ({ organiser, indexNoOf }: GoldenWorld): PlannedDecision => ({
  ...{ organiser, id: "JC222401-2024-001", title: "废止《延吉市食品小作坊登记管理办法》部分条款" },
  ...{ kind: DecisionKind.PUBLIC_POLICY, stage: DecisionStage.PUBLISHED },
  ...{ proposedOn: "2023-12-18", openedOn: "2024-01-02", decidedOn: "2024-02-06", publishedOn: "2024-02-21" },
  ...{ adoptedIndexNo: indexNoOf("2024-02-20"), basisIds: [LAW], fundPolicyCodes: [] },
  draft: "废止第五条。",
  explanation: "第五条与新施行的上位法抵触。",
  steps: [
    taken(PUBLIC_PARTICIPATION, "2024-01-22"),
    notNeeded(EXPERT_ARGUMENT, "不涉及专业性、技术性问题。"),
    notNeeded(RISK_ASSESSMENT, "不影响社会稳定和公共安全。"),
    taken(LEGALITY_REVIEW, "2024-01-29"),
    taken(COLLECTIVE_DISCUSSION, "2024-02-06"),
  ],
  consultation: {
    ...{ opensOn: "2024-01-02", closesOn: "2024-01-16", channel: CHANNEL },
    shortenedBecause: "上位法即将施行，须尽快停止执行抵触条款。",
    ...{ summary: "未收到意见。", summarisedOn: "2024-01-22", topics: [{ name: "废止第五条", opinions: [] }] },
  },
});

const notYetOpen = ({ organiser }: GoldenWorld): PlannedDecision => ({
  ...NOTHING_YET,
  ...{ organiser, id: "JC222401-2026-003", title: "延吉市夜市经营区域调整" },
  ...{ kind: DecisionKind.OTHER, stage: DecisionStage.PROPOSED, proposedOn: "2026-09-14", steps: [] },
});

/** All of them. */
export const goldenDecisions = (golden: GoldenWorld): PlannedDecision[] =>
  [tooShort, shortened, adopted, open, withStepMissing, notYetOpen].map((make) => make(golden));
