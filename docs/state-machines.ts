/** Every state machine of the subgraphs with the place where it is written down, for the pages of docs/domain. */
import type { Machine } from "../platform/machine/index.js";
import { OBJECTION } from "../subgraphs/credit/objection/objection.machine.js";
import { PUBLICITY } from "../subgraphs/credit/penalty/penalty.machine.js";
import { REPAIR } from "../subgraphs/credit/repair-case/repair-case.machine.js";
import { ALLOTMENT } from "../subgraphs/funds/budget-allotment/budget-allotment.machine.js";
import { FUND_PROJECT } from "../subgraphs/funds/fund-project/fund-project.machine.js";
import { SUBSIDY } from "../subgraphs/funds/subsidy/subsidy.machine.js";
import { STANDING } from "../subgraphs/intermediary/intermediary-profile/intermediary-profile.machine.js";
import {
  SANCTION,
  SANCTION_LADDER,
} from "../subgraphs/intermediary/intermediary-sanction/intermediary-sanction.machine.js";
import { INTERMEDIARY_PROCUREMENT } from "../subgraphs/intermediary/intermediary-procurement/intermediary-procurement.machine.js";
import { PUBLISHING } from "../subgraphs/matters/matter/matter.machine.js";
import { ALERT } from "../subgraphs/matters/monitor-alert/monitor-alert.machine.js";
import { CASE } from "../subgraphs/matters/service-case/service-case.machine.js";
import { MODERATION, RECTIFICATION } from "../subgraphs/matters/service-rating/service-rating.machine.js";

/** A machine with the place where it is written down. */
export interface PlacedMachine {
  readonly area: string;
  readonly title: string;
  /** Exported definition. */
  readonly table: string;
  readonly file: string;
  readonly machine: Machine;
}

/** All machines, area by area. */
export const MACHINES: readonly PlacedMachine[] = [
  {
    area: "matters",
    title: "Publishing of a matter 事项发布",
    table: "PUBLISHING",
    file: "matters/matter/matter.machine.ts",
    machine: PUBLISHING,
  },
  {
    area: "matters",
    title: "Case 办件",
    table: "CASE",
    file: "matters/service-case/service-case.machine.ts",
    machine: CASE,
  },
  {
    area: "matters",
    title: "Alert of e-monitoring 电子监察",
    table: "ALERT",
    file: "matters/monitor-alert/monitor-alert.machine.ts",
    machine: ALERT,
  },
  {
    area: "matters",
    title: "Rectification of a bad rating 差评整改",
    table: "RECTIFICATION",
    file: "matters/service-rating/service-rating.machine.ts",
    machine: RECTIFICATION,
  },
  {
    area: "matters",
    title: "Moderation of a comment 评价内容审核",
    table: "MODERATION",
    file: "matters/service-rating/service-rating.machine.ts",
    machine: MODERATION,
  },
  {
    area: "intermediary",
    title: "Intermediary procurement 中介服务项目",
    table: "INTERMEDIARY_PROCUREMENT",
    file: "intermediary/intermediary-procurement/intermediary-procurement.machine.ts",
    machine: INTERMEDIARY_PROCUREMENT,
  },
  {
    area: "intermediary",
    title: "Level of a sanction 惩戒等级",
    table: "SANCTION_LADDER",
    file: "intermediary/intermediary-sanction/intermediary-sanction.machine.ts",
    machine: SANCTION_LADDER,
  },
  {
    area: "intermediary",
    title: "Life of a sanction 惩戒状态",
    table: "SANCTION",
    file: "intermediary/intermediary-sanction/intermediary-sanction.machine.ts",
    machine: SANCTION,
  },
  {
    area: "intermediary",
    title: "Standing of an agency 入驻状态",
    table: "STANDING",
    file: "intermediary/intermediary-profile/intermediary-profile.machine.ts",
    machine: STANDING,
  },
  {
    area: "credit",
    title: "Publicity of a penalty 公示",
    table: "PUBLICITY",
    file: "credit/penalty/penalty.machine.ts",
    machine: PUBLICITY,
  },
  {
    area: "credit",
    title: "Repair of credit 信用修复",
    table: "REPAIR",
    file: "credit/repair-case/repair-case.machine.ts",
    machine: REPAIR,
  },
  {
    area: "credit",
    title: "Objection 异议",
    table: "OBJECTION",
    file: "credit/objection/objection.machine.ts",
    machine: OBJECTION,
  },
  {
    area: "funds",
    title: "Budget allotment 预算指标",
    table: "ALLOTMENT",
    file: "funds/budget-allotment/budget-allotment.machine.ts",
    machine: ALLOTMENT,
  },
  {
    area: "funds",
    title: "Project 项目",
    table: "FUND_PROJECT",
    file: "funds/fund-project/fund-project.machine.ts",
    machine: FUND_PROJECT,
  },
  {
    area: "funds",
    title: "Subsidy line 补贴明细",
    table: "SUBSIDY",
    file: "funds/subsidy/subsidy.machine.ts",
    machine: SUBSIDY,
  },
];
