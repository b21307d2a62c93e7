/** Tasks, findings and decisions on accountability with a known course, by which tests and pages are written: done and verified, late and inspected, put right after audit, not yet published. */
import type { NewOf } from "../../../platform/database/index.js";
import type { DemonstrationOrganization, DemonstrationWorld } from "../../demonstration.js";
import type { ACCOUNTABILITY_DECISIONS } from "../accountability/accountability.rows.js";
import type { IMPLEMENTATION_TASKS, TASK_STEPS } from "../implementation-task/implementation-task.rows.js";
import { FindingSource } from "../inspection-finding/inspection-finding.enums.js";
import type { INSPECTION_FINDINGS } from "../inspection-finding/inspection-finding.rows.js";

type StepRecord = NewOf<typeof TASK_STEPS>;
type FindingRecord = NewOf<typeof INSPECTION_FINDINGS>;

/** A task with its steps; what is not said of a step does not stand in it. */
export type PlannedTask = NewOf<typeof IMPLEMENTATION_TASKS> & {
  readonly steps: readonly (Pick<StepRecord, "name" | "weight" | "dueOn"> & Partial<StepRecord>)[];
};

/** The measures of 2025, which took the place of those of 2021. */
const REVISED = "11990101MB9000015E/2025-00002";

const ownedBy = ({ id, uscc, divisionCode }: DemonstrationOrganization) => ({
  ...{ organId: id, organUscc: uscc!, divisionCode: divisionCode.slice(0, 6) },
});

/** Tasks of the revised measures. */
export const goldenTasks = (world: DemonstrationWorld, organ: DemonstrationOrganization): PlannedTask[] => {
  const government = world.organizations.find(
    ({ role, name, divisionCode }) =>
      role === "agency" && name.endsWith("人民政府（演示）") && divisionCode === organ.divisionCode,
  );
  const joint = world.organizations.find(
    ({ role, name, divisionCode }) =>
      role === "agency" && name.includes("财政局") && divisionCode === organ.divisionCode,
  );
  const common = {
    ...{ ...ownedBy(organ), indexNo: REVISED, coordinatorId: government?.id, supervision: "月报告、季通报" },
    ...{ jointUnitIds: joint === undefined ? [] : [joint.id], verifiedOn: undefined, doneOn: undefined },
  };
  return [
    {
      ...{ ...common, id: "RW222401-2025-001", measure: "简化登记材料，修订办事指南" },
      ...{ issuedOn: "2025-06-16", dueOn: "2025-09-30", doneOn: "2025-09-22", verifiedOn: "2025-10-13" },
      publishedOn: "2025-06-20",
      steps: [
        {
          ...{
            name: "修订办事指南",
            weight: 60,
            dueOn: "2025-07-31",
            doneOn: "2025-07-28",
            note: "登记材料由九项减为五项。",
          },
          ...{ evidenceTitle: "登记管理办法（修订）", evidenceIndexNo: REVISED },
        },
        { name: "窗口人员培训", weight: 40, dueOn: "2025-09-30", doneOn: "2025-09-22", evidenceTitle: "培训签到汇总" },
      ],
    },
    {
      ...{ ...common, id: "RW222401-2025-002", measure: "按风险分级确定检查频次，完成全部小作坊评级" },
      ...{ issuedOn: "2025-06-16", dueOn: "2026-06-30", publishedOn: "2025-06-20" },
      steps: [
        { name: "制定评级办法", weight: 30, dueOn: "2025-10-31", doneOn: "2025-11-14", note: "评级办法已印发。" },
        { name: "完成首次评级", weight: 50, dueOn: "2026-03-31" },
        { name: "公布评级结果", weight: 20, dueOn: "2026-06-30" },
      ],
    },
    {
      ...{ ...common, id: "RW222401-2026-003", measure: "开展登记工作专项检查" },
      ...{ issuedOn: "2026-09-24", dueOn: "2026-12-31", publishedOn: undefined },
      steps: [{ name: "专项检查", weight: 100, dueOn: "2026-12-31" }],
    },
  ];
};

const NOTHING_YET = {
  ...{ taskId: undefined, begunOn: undefined, measures: undefined, rectifiedOn: undefined },
  ...{ verifiedOn: undefined, resultPublishedOn: undefined, publishedOn: undefined },
};

/** Findings: one put right late and still in hand, one of an audit with its result published, one that is not yet published. */
export const goldenFindings = (organ: DemonstrationOrganization): FindingRecord[] => [
  {
    ...{ ...NOTHING_YET, ...ownedBy(organ), id: "DC222401-2026-001", source: FindingSource.INSPECTION },
    ...{ taskId: "RW222401-2025-002", problem: "小作坊首次评级进度滞后，到期未完成。" },
    ...{ foundOn: "2026-07-06", dueOn: "2026-08-31", begunOn: "2026-07-13", publishedOn: "2026-07-20" },
    measures: "增加评级人员，按周报告进度。",
  },
  {
    ...{ ...NOTHING_YET, ...ownedBy(organ), id: "SJ222401-2025-001", source: FindingSource.AUDIT },
    ...{ problem: "抽检经费支出未按月入账。", foundOn: "2025-08-11", dueOn: "2025-10-31", begunOn: "2025-08-18" },
    ...{ measures: "补记账目，建立月度对账。", rectifiedOn: "2025-10-24", verifiedOn: "2025-11-10" },
    ...{ resultPublishedOn: "2025-11-17", publishedOn: "2025-09-01" },
  },
  {
    ...{ ...NOTHING_YET, ...ownedBy(organ), id: "DC222401-2026-002", source: FindingSource.INSPECTION },
    ...{ problem: "专项检查方案未按时报备。", foundOn: "2026-09-21", dueOn: "2026-10-30" },
  },
];

/** Decisions: two published, whose persons supervisors alone are told, and one that is not yet published. */
export const goldenDecisions = (organ: DemonstrationOrganization): NewOf<typeof ACCOUNTABILITY_DECISIONS>[] => [
  {
    ...{ ...ownedBy(organ), id: "WZ222401-2026-001", findingId: "DC222401-2026-001", decidedOn: "2026-08-10" },
    ...{ fact: "未按时限组织小作坊首次评级。", decision: "对责任科室通报批评，责令书面检查。" },
    ...{ persons: ["食品生产监管科科长 王演示"], publishedOn: "2026-08-17" },
  },
  {
    ...{ ...ownedBy(organ), id: "WZ222401-2025-001", findingId: "SJ222401-2025-001", decidedOn: "2025-11-12" },
    ...{ fact: "抽检经费长期未按月入账。", decision: "对财务负责人批评教育。", persons: ["财务科科长 赵演示"] },
    publishedOn: "2025-11-17",
  },
  {
    ...{ ...ownedBy(organ), id: "WZ222401-2026-002", findingId: undefined, decidedOn: "2026-09-22" },
    ...{ fact: "未按规定报备检查方案。", decision: "对责任人员诫勉谈话。", persons: ["综合科科长 李演示"] },
    publishedOn: undefined,
  },
];
