/** Named projects for tests, documents and demonstration users: each awkward case once. */
import { addDays } from "../../../platform/domain/index.js";
import type { DemonstrationOrganization } from "../../demonstration.js";
import { BidRefusal, CreditCheck } from "../bid/bid.enums.js";
import { FundSource, Selection } from "../intermediary-procurement/intermediary-procurement.enums.js";
import { MarketState } from "../intermediary-procurement/intermediary-procurement.state.js";
import { AGENT_FIRM, OFFICER_1, OFFICER_2, suspendedIntermediary, type SeededIntermediary } from "./cast.js";
import { ORDINARY, workday, type PlannedProject, type Spans } from "./project-plan.js";
import { type Cast, bidOf } from "./golden-cast.js";

/** The value in the worked example of the subgraph's README. */
export const EXAMPLE_SOURCE_VALUE = "03 11 17 22 28 31 + 09";

/** All named projects. */
export const goldenProjects = ({ world, intermediaries, listed }: Cast): PlannedProject[] => {
  const organization = (code: string): DemonstrationOrganization =>
    world.organizations.find(({ uscc }) => uscc === code)!;
  const publicOwner = (code: string): PlannedProject["owner"] => ({
    id: organization(code).id,
    uscc: code,
    isPublic: true,
  });
  const privateOwner = ({ id, uscc }: DemonstrationOrganization): PlannedProject["owner"] => ({
    id,
    uscc: uscc!,
    isPublic: false,
  });
  const [a0, a1, a2, a3] = intermediaries as readonly [
    SeededIntermediary,
    SeededIntermediary,
    SeededIntermediary,
    SeededIntermediary,
  ];
  const agentFirm = intermediaries.find(({ uscc }) => uscc === AGENT_FIRM)!;
  const suspended = suspendedIntermediary(intermediaries);
  const project = (
    number: number,
    name: string,
    facts: Partial<PlannedProject> &
      Pick<PlannedProject, "state" | "bids"> & { readonly daysAgo: number; readonly spans?: Spans },
  ): PlannedProject => ({
    projectNo: `XM-GOLDEN-${number}`,
    name: `${name}（演示）`,
    serviceCode: "ZJ-001",
    owner: publicOwner(OFFICER_1),
    departmentUscc: OFFICER_1,
    divisionCode: "222401",
    fundSource: FundSource.FISCAL,
    selection: Selection.BID_PRICE,
    ceilingFen: 5_000_000n,
    registeredOn: workday(addDays(world.today, -facts.daysAgo), 0),
    spans: ORDINARY,
    ...facts,
  });
  const ofOfficer2 = { owner: publicOwner(OFFICER_2), departmentUscc: OFFICER_2, divisionCode: "222404" };
  const three = [bidOf(a0, 38_000), bidOf(a1, 36_500), bidOf(a2, 41_000)];
  const agentCase = world.cases.find(
    (entry) => entry.organization?.uscc === AGENT_FIRM && entry.completedOn === undefined,
  )!;
  const otherCase = world.cases.find(
    (entry) =>
      entry.organization !== undefined && entry.organization.uscc !== AGENT_FIRM && entry.divisionCode !== "222401",
  )!;
  return [
    project(1, "食品快检实验室检测评价", {
      ...ofOfficer2,
      serviceCode: "ZJ-006",
      state: MarketState.UNDER_PUBLIC_NOTICE,
      daysAgo: 4,
      spans: { ...ORDINARY, close: 8 },
      bids: [bidOf(agentFirm, 29_800), bidOf(a0, 31_200), bidOf(a1, 30_500), bidOf(a2, 28_900)],
    }),
    project(2, "农产品市场改造环境影响报告编制", {
      state: MarketState.EVALUATED,
      selection: Selection.LOTTERY,
      daysAgo: 120,
      bids: [a0, a1, a2, a3].map((intermediary) => bidOf(intermediary, 0)),
      sourceValue: EXAMPLE_SOURCE_VALUE,
      sourceReference: "第2026061期",
    }),
    project(3, "餐饮门店食品经营场所检测评价", {
      serviceCode: "ZJ-006",
      owner: privateOwner(organization(AGENT_FIRM)),
      fundSource: FundSource.SOCIAL,
      departmentUscc: agentCase.deptUscc,
      state: MarketState.IN_SERVICE,
      daysAgo: 40,
      linkedCaseNo: agentCase.caseNo,
      bids: three,
    }),
    project(4, "塔式起重机检验检测（拟公告）", {
      serviceCode: "ZJ-005",
      state: MarketState.DRAFT,
      daysAgo: 6,
      bids: [],
    }),
    project(5, "锅炉改造项目节能评估", {
      serviceCode: "ZJ-003",
      state: MarketState.FAILED,
      stateReason: "报价机构不足三家",
      daysAgo: 50,
      bids: [bidOf(agentFirm, 18_000), bidOf(a3, 17_500)],
    }),
    project(6, "冷库安全评价", {
      serviceCode: "ZJ-007",
      state: MarketState.CANCELLED,
      stateReason: "建设计划调整",
      daysAgo: 70,
      bids: three,
    }),
    project(7, "屠宰场环境影响报告编制", {
      state: MarketState.DISPUTED,
      stateReason: "未中选机构对结果提出异议",
      daysAgo: 30,
      disputedOn: addDays(world.today, -12),
      bids: three,
    }),
    project(8, "城南市场水土保持方案编制", {
      serviceCode: "ZJ-002",
      state: MarketState.SUSPENDED,
      stateReason: "公告内容更正",
      daysAgo: 12,
      suspendedOn: addDays(world.today, -7),
      bids: three,
    }),
    project(9, "加油站安全评价", {
      serviceCode: "ZJ-007",
      state: MarketState.EVALUATED,
      daysAgo: 85,
      bids: [bidOf(suspended, 21_000), bidOf(a0, 26_000), bidOf(a1, 25_500)],
    }),
    project(10, "节能评估", {
      serviceCode: "ZJ-003",
      state: MarketState.IN_PUBLICITY,
      daysAgo: 16,
      bids: [bidOf(listed, 22_000, { creditCheck: CreditCheck.LISTED }), bidOf(a0, 20_000), bidOf(a2, 24_000)],
    }),
    project(11, "河道整治防洪影响评价", {
      serviceCode: "ZJ-008",
      state: MarketState.EVALUATED,
      daysAgo: 130,
      spans: { ...ORDINARY, close: 2, sign: 13, work: 19, evaluate: 12 },
      bids: [bidOf(a1, 33_000), bidOf(a2, 35_000), bidOf(a3, 34_000)],
    }),
    project(12, "外县企业项目环境影响报告编制", {
      owner: privateOwner(otherCase.organization!),
      fundSource: FundSource.SOCIAL,
      departmentUscc: otherCase.deptUscc,
      divisionCode: otherCase.divisionCode,
      state: MarketState.CONTRACTED,
      daysAgo: 24,
      linkedCaseNo: otherCase.caseNo,
      bids: three,
    }),
    project(13, "取水工程水资源论证", {
      serviceCode: "ZJ-009",
      selection: Selection.AVERAGE,
      state: MarketState.SELECTED,
      daysAgo: 13,
      avoidIds: [a3.organization.id],
      bids: [
        bidOf(a0, 30_000),
        bidOf(a1, 33_000),
        bidOf(a2, 42_000),
        bidOf(a3, 34_900),
        bidOf(agentFirm, 60_000),
        bidOf(listed, 34_800, { creditCheck: CreditCheck.LISTED, refusal: BidRefusal.BARRED }),
      ],
    }),
    project(14, "放射诊疗机房职业病危害预评价", {
      ...ofOfficer2,
      serviceCode: "ZJ-011",
      selection: Selection.LOTTERY,
      state: MarketState.UNDER_PUBLIC_NOTICE,
      daysAgo: 3,
      spans: { ...ORDINARY, close: 10 },
      sourceReference: "第2026113期",
      bids: [a0, a1, a2].map((intermediary) => bidOf(intermediary, 0)),
    }),
    project(15, "地质灾害危险性评估", {
      serviceCode: "ZJ-012",
      state: MarketState.ACCEPTED,
      daysAgo: 75,
      bids: three,
    }),
    // The winner was suspended after it bid and before it signed.
    project(16, "液化气站安全评价", {
      serviceCode: "ZJ-007",
      state: MarketState.EVALUATED,
      daysAgo: 97,
      bids: [bidOf(suspended, 23_000), bidOf(a0, 27_500), bidOf(a2, 26_400)],
    }),
  ];
};
