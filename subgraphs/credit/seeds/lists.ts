/** Credit lists of the demonstration world and the catalogue of measures; the laws are real, the entries are not. */
import { addDays, addMonths } from "../../../platform/domain/index.js";
import type { DemonstrationOrganization, DemonstrationWorld } from "../../../platform/subgraph/index.js";
import { ListKind } from "../list-entry/list-entry.type.js";
import { MeasureCategory } from "../measure/measure.type.js";
import { ENTERPRISE, authorityColumns, bureaus, firmsOf, organizationOf, type BureauOf, type Row } from "./parties.js";

const measure = (code: string, name: string, category: MeasureCategory, law: string): Row => ({
  code,
  name,
  category,
  basis_law: law,
});

const { INCENTIVE, RESTRICTION, MANAGEMENT, MARKET } = MeasureCategory;
const GUIDELINE_2020 = "国务院办公厅关于进一步完善失信约束制度构建诚信建设长效机制的指导意见（国办发〔2020〕49号）";
const GUIDELINE_2016 =
  "国务院关于建立完善守信联合激励和失信联合惩戒制度加快推进社会诚信建设的指导意见（国发〔2016〕33号）";

/** The catalogue. */
export const MEASURES: readonly Row[] = [
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

const LISTS: Readonly<Record<ListKind, { name: string; law: string; measures: string[] }>> = {
  SERIOUS: {
    name: "严重违法失信名单",
    law: "《市场监督管理严重违法失信名单管理办法》",
    measures: ["CJ-01", "CJ-03", "CJ-04", "GL-01", "GL-02", "GL-03", "SC-01"],
  },
  ABNORMAL: { name: "经营异常名录", law: "《企业信息公示暂行条例》", measures: ["CJ-01", "GL-01"] },
  WATCH: { name: "重点关注名单", law: GUIDELINE_2020, measures: ["GL-01"] },
  RED: { name: "守信激励名单", law: GUIDELINE_2016, measures: ["JL-01", "JL-02"] },
};

const entry = (
  firm: DemonstrationOrganization,
  authorityOf: BureauOf,
  kind: ListKind,
  facts: { id: string; number: number; listed: string; expires: string; removed: string | null },
): Row => ({
  id: facts.id,
  counterparty_id: firm.id,
  counterparty_uscc: firm.uscc ?? null,
  ...authorityColumns(authorityOf(firm.divisionCode), firm.divisionCode),
  list: LISTS[kind].name,
  kind,
  decision_doc_no: `演认〔${facts.listed.slice(0, 4)}〕${facts.number}号`,
  basis_law: LISTS[kind].law,
  reason: "演示事由",
  // Incentives need no notice.
  notice_on: kind === ListKind.RED ? null : addDays(facts.listed, -15),
  listed_on: facts.listed,
  expires_on: facts.expires,
  removed_on: facts.removed,
  measure_codes: LISTS[kind].measures,
});

const kindAt = (index: number): ListKind | undefined => {
  if (index % 19 === 18) return ListKind.SERIOUS;
  if (index % 23 === 22) return ListKind.ABNORMAL;
  if (index % 29 === 28) return ListKind.WATCH;
  return index % 17 === 16 ? ListKind.RED : undefined;
};

/** Entries: standing, expired, removed; the golden enterprise was on a list and got off it by repair. */
export const listEntries = (world: DemonstrationWorld): Row[] => {
  const authorityOf = bureaus(world, "市场监督管理局");
  const generated = firmsOf(world).flatMap((firm, index) => {
    const kind = kindAt(index);
    if (!kind) return [];
    const listed = addDays(world.today, -400 - index);
    return [
      entry(firm, authorityOf, kind, {
        id: `MD-${index}`,
        number: index + 1,
        listed,
        expires: addMonths(listed, index % 2 === 0 ? 36 : 12),
        removed: index % 3 === 2 ? addDays(listed, 90) : null,
      }),
    ];
  });
  const golden = { id: "MD-GOLDEN-1", number: 0, listed: "2025-10-08", expires: "2028-10-08", removed: "2026-06-15" };
  return [entry(organizationOf(world, ENTERPRISE), authorityOf, ListKind.ABNORMAL, golden), ...generated];
};
