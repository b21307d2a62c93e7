/** Examples of what matters keep as JSON. */
import { LimitUnit } from "../../../platform/graphql/index.js";
import { DeptType, HandleArea, OnlineDepth, PowerSource } from "../../../subgraphs/matters/matter/competence.enums.js";
import {
  MaterialFormat,
  MaterialNeed,
  MaterialSource,
  MaterialType,
} from "../../../subgraphs/matters/matter/material.enums.js";
import type { MatterContent } from "../../../subgraphs/matters/matter/matter.js";
import { STORED_MATTER, type StoredMatterV2 } from "../../../subgraphs/matters/matter/matter.stored.js";
import { STORED_PUBLIC_SERVICE } from "../../../subgraphs/matters/public-institution-service/public-institution-service.stored.js";
import {
  CaseOutcome,
  CommitmentOutcome,
  MaterialDelivery,
} from "../../../subgraphs/matters/service-case/service-case.enums.js";
import type { CaseContent } from "../../../subgraphs/matters/service-case/service-case.js";
import { STORED_CASE, type StoredCaseV3 } from "../../../subgraphs/matters/service-case/service-case.stored.js";
import { example, type Complete } from "./example.js";

const MATTER_V2 = {
  statutory: { amount: 20, unit: LimitUnit.WORKING_DAY, explain: "自受理之日起" },
  promised: { amount: 48, unit: LimitUnit.HOUR, explain: "材料齐全的" },
  deptType: DeptType.ENTRUSTED_ORGANIZATION,
  entrustName: "演示委托机关",
  powerSource: PowerSource.ENTRUSTED_FROM_ABOVE,
  jointDeptIds: ["CN-ORG-1"],
  onlineDepth: [OnlineDepth.CONSULTATION, OnlineDepth.LICENCE],
  handleArea: HandleArea.ACROSS_CITIES,
  limitExplain: "年度许可总量以公告为准。",
  visitReason: "需现场核验原件",
  acceptCondition: "申请材料齐全、符合法定形式。",
  conditions: [{ id: "NEW", name: "新办" }],
  materials: [
    {
      name: "营业执照",
      type: MaterialType.COPY,
      format: MaterialFormat.ELECTRONIC,
      need: MaterialNeed.LATER,
      source: MaterialSource.GOVERNMENT,
      copies: 2,
      spec: "A4",
      licenceType: "BUSINESS_LICENCE",
      acceptStandard: "在有效期内",
      fillExplain: "加盖公章",
      situationIds: ["NEW"],
      blankFormAddress: "https://example.test/blank.pdf",
      sampleAddress: "https://example.test/sample.pdf",
      intermediaryServiceCode: "ZJ-01",
      legalBasisId: "LICENSING-2019-12",
      commitment: { text: "承诺已取得营业执照。", verifyWithinDays: 30 },
    },
  ],
  steps: [{ name: "受理", workingDays: 0.5 }],
  fees: [{ name: "证照工本费", standard: "每证10元", reducible: true, legalBasisId: "LICENSING-2019-12" }],
  result: { name: "食品经营许可证", hasSample: false },
  channels: {
    hall: true,
    express: false,
    appointment: true,
    terminal: false,
    singleSignOn: true,
    payOnline: false,
    address: "政务服务中心综合窗口",
    hours: "工作日 9:00-17:00",
    webAddress: "https://example.test/apply",
    mobileAddress: "见窗口公告",
  },
  faqs: [{ question: "可以委托他人办理吗？", answer: "可以。" }],
  consultPhone: "0433-8010001",
  complaintPhone: "0433-8112345",
} satisfies Complete<MatterContent>;

const MATERIAL_V1 = Object.fromEntries(
  Object.entries(MATTER_V2.materials[0]!).filter(([field]) => field !== "commitment"),
) as unknown as MatterContent["materials"][number];

/** Content of a matter and of its versions. */
export const MATTER = example<MatterContent, StoredMatterV2>(
  STORED_MATTER,
  { ...MATTER_V2, materials: [MATTER_V2.materials[0]!] },
  { 1: { ...MATTER_V2, materials: [MATERIAL_V1] } },
);

const CASE_V1 = {
  steps: [
    {
      name: "受理",
      event: "受理登记",
      startedOn: "2026-09-01",
      endedOn: "2026-09-02",
      opinion: "予以受理。",
      officerName: "演示办理员1",
    },
  ],
  materials: [{ name: "申请表", delivery: MaterialDelivery.LICENCE_SHARED, copies: 2 }],
  result: {
    outcome: CaseOutcome.NOT_ACCEPTED,
    decidedOn: "2026-09-10",
    resultName: "不予受理通知书",
    reasons: "不属于本机关职权范围。",
    remedy: "可自收到本决定之日起六十日内申请行政复议。",
    deliveredOn: "2026-09-11",
  },
} as const;

const CASE_V2 = {
  ...CASE_V1,
  materials: [{ ...CASE_V1.materials[0], attachedId: "5b9b6c0e-0c1e-4b39-9a51-6c7a1a0c9d11" }],
  situationIds: ["NEW"],
  promisedMaterials: ["健康证明"],
} as const;

/** Content of a case. */
export const CASE = example<CaseContent, StoredCaseV3>(
  STORED_CASE,
  {
    ...CASE_V2,
    steps: [...CASE_V1.steps],
    materials: [CASE_V2.materials[0]],
    situationIds: ["NEW"],
    promisedMaterials: ["健康证明"],
    commitment: {
      materials: [{ name: "住所使用证明", text: "承诺已依法取得该场所的使用权。", verifyWithinDays: 60 }],
      madeOn: "2026-09-01",
      verifyBy: "2026-11-09",
      verifiedOn: "2026-10-12",
      outcome: CommitmentOutcome.BROKEN,
      remedy: "可自收到本决定之日起六十日内申请行政复议。",
    },
  },
  {
    1: { ...CASE_V1, steps: [...CASE_V1.steps], materials: [...CASE_V1.materials] },
    2: {
      ...CASE_V2,
      steps: [...CASE_V1.steps],
      materials: [CASE_V2.materials[0]],
      situationIds: ["NEW"],
      promisedMaterials: ["健康证明"],
    },
  },
);

/** Content of a service of a public enterprise or institution. */
export const PUBLIC_SERVICE = example(STORED_PUBLIC_SERVICE, {
  serviceTarget: "居民用户",
  standard: "计划停水提前24小时通知。",
  price: { unit: "每立方米", explain: "第一阶梯", basis: "收费公示牌", legalBasisId: "PRICE-1997-18" },
  hotline: "0433-8120000",
  timeLimit: { amount: 4, unit: LimitUnit.WORKING_DAY, explain: "材料齐全的" },
  infoItems: [{ title: "收费标准", content: "收费项目、依据和标准。", disclosureTerm: "长期公开" }],
});
