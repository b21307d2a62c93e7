/** What a demonstration matter shows whole: limits, materials, steps, fees, channels, with faulty data on purpose. */
import { resultOf } from "../../demonstration-certificates.js";
import { LimitUnit } from "../../../platform/graphql/limit-unit.js";
import type { TimeLimit } from "../../../platform/graphql/time-limit.type.js";
import type { DemonstrationLimit, DemonstrationMatter } from "../../demonstration.js";
import { HandlingType } from "../matter/matter.enums.js";
import type { MatterContent } from "../matter/matter.js";
import { processSteps } from "./case-steps.js";
import { feesOf } from "./fees.js";
import { materialsOf, situationsOf, type RequiredService } from "./materials.js";
import { addressesOf, particularsOf } from "./particulars.js";

/** The content, and what of it stands in columns. */
export interface ContentOfMatter {
  readonly content: MatterContent;
  readonly visits: number;
  readonly fee: boolean;
  readonly online: boolean;
  readonly handlingType: HandlingType;
}

const limit = ({ amount, unit }: DemonstrationLimit): TimeLimit => ({ amount, unit: LimitUnit[unit] });

/** Every 41st matter promises more than the law allows: a data error that the gate must find. */
const promiseOf = ({ statutory, promised }: DemonstrationMatter, index: number): TimeLimit =>
  index % 41 === 40 && statutory.unit === "WORKING_DAY"
    ? { amount: statutory.amount + 5, unit: LimitUnit.WORKING_DAY }
    : limit(promised);

/** The province sits in Changchun. */
const areaCodeOf = ({ divisionCode }: DemonstrationMatter): string => (divisionCode === "220000" ? "0431" : "0433");

const phone = (matter: DemonstrationMatter, index: number): string =>
  `${areaCodeOf(matter)}-80${String(10_000 + index).slice(-5)}`;

/** The content of the matter at this place of the world. */
export const contentOf = (
  matter: DemonstrationMatter,
  index: number,
  random: () => number,
  {
    service,
    entrusting,
  }: {
    readonly service: RequiredService | undefined;
    /** Body of the prefecture that may entrust it. */
    readonly entrusting: string | undefined;
  },
): ContentOfMatter => {
  const immediate = matter.promised.unit === "IMMEDIATE";
  const visits = matter.taskType === "20" || random() < 0.5 ? 0 : 1;
  const online = random() < 0.8;
  const promised = promiseOf(matter, index);
  const fees = feesOf(matter.itemName);
  const content: MatterContent = {
    ...particularsOf(matter, index, { visits, online, entrusting }),
    statutory: limit(matter.statutory),
    promised,
    ...(visits > 0 ? { visitReason: "需现场核验原件" } : {}),
    acceptCondition: "申请材料齐全、符合法定形式。",
    conditions: matter.handlingItem === undefined ? situationsOf(matter) : [],
    materials: materialsOf(matter, service),
    steps: processSteps(promised),
    fees,
    result: { name: resultOf(matter.itemName, matter.taskType), hasSample: index % 29 !== 28 },
    channels: {
      hall: true,
      express: true,
      payOnline: fees.length > 0,
      address: "政务服务中心综合窗口（演示）",
      hours: "工作日 9:00-17:00",
      ...addressesOf(matter, index, online),
    },
    faqs: index % 23 === 22 ? [] : [{ question: "可以委托他人办理吗？", answer: "可以，需提供授权委托书。" }],
    consultPhone: phone(matter, index),
    complaintPhone: index % 53 === 52 ? phone(matter, index) : `${areaCodeOf(matter)}-8112345`,
  };
  return {
    content,
    visits,
    fee: fees.length > 0,
    online,
    handlingType: immediate ? HandlingType.IMMEDIATE : HandlingType.PROMISED,
  };
};
