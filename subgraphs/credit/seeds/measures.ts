/** The catalogue of measures, each with the law that allows it: real, and loaded into every database. */
import { createHash } from "node:crypto";
import { toRow, type NewOf } from "../../../platform/database/index.js";
import type { ReferenceData } from "../../../platform/subgraph/index.js";
import { MEASURES } from "../measure/measure.rows.js";
import { MeasureCategory } from "../measure/measure.enums.js";

const measure = (code: string, name: string, category: MeasureCategory, law: string): NewOf<typeof MEASURES> => ({
  code,
  name,
  category,
  basisLaw: law,
});

const { INCENTIVE, RESTRICTION, MANAGEMENT, MARKET } = MeasureCategory;
/** 国办发〔2020〕49号. */
export const GUIDELINE_2020 =
  "国务院办公厅关于进一步完善失信约束制度构建诚信建设长效机制的指导意见（国办发〔2020〕49号）";
/** 国发〔2016〕33号. */
export const GUIDELINE_2016 =
  "国务院关于建立完善守信联合激励和失信联合惩戒制度加快推进社会诚信建设的指导意见（国发〔2016〕33号）";

const CATALOGUE = [
  measure("CJ-01", "限制参加政府采购活动", RESTRICTION, "中华人民共和国政府采购法 第二十二条"),
  measure("CJ-02", "限制参加招标投标", RESTRICTION, "中华人民共和国招标投标法 第五十四条"),
  measure("CJ-03", "限制担任公司董事、监事、高级管理人员", RESTRICTION, "中华人民共和国公司法 第一百七十八条"),
  measure("CJ-04", "一定期限内不得再次申请行政许可", RESTRICTION, "中华人民共和国行政许可法 第七十八条"),
  measure("GL-01", "纳入重点监管范围", MANAGEMENT, "国务院关于加强和规范事中事后监管的指导意见（国发〔2019〕18号）"),
  measure("GL-02", "限制申请财政性资金项目", MANAGEMENT, GUIDELINE_2020),
  measure("GL-03", "限制参加评先评优", MANAGEMENT, GUIDELINE_2020),
  measure("SC-01", "纳入市场化征信报告", MARKET, "征信业管理条例"),
  measure("JL-01", "办理行政审批时享受绿色通道", INCENTIVE, GUIDELINE_2016),
  measure("JL-02", "优先提供公共服务便利", INCENTIVE, GUIDELINE_2016),
];

const ROWS = CATALOGUE.map((each) => toRow(MEASURES, each));

/** The measures. */
export const referenceData: ReferenceData = {
  fingerprint: () => createHash("sha256").update(JSON.stringify(ROWS)).digest("hex"),
  async load(trx) {
    await trx("measures").insert(ROWS).onConflict("code").merge();
    return `${ROWS.length} measures`;
  },
};
