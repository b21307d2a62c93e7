/** Seeds the list of services, what matters demand, and on purpose: a service on a repealed law, one on a ministry's rule, a split one, demands of unlisted ones. */
import type { Knex } from "knex";
import { insertRecords, searchVector, type NewOf } from "../../../platform/database/index.js";
import type { DemonstrationMatter, DemonstrationWorld } from "../../demonstration.js";
import { FeeNature, ListState, Party } from "../intermediary-service/intermediary-service.enums.js";
import {
  INTERMEDIARY_SERVICES,
  MATTER_DEMANDS,
  SERVICE_MATTER_LINKS,
} from "../intermediary-service/intermediary-service.rows.js";

/** The prefecture whose list it is. */
const LIST_DIVISION = "222400";
/** Service on the list though its only law was repealed. */
const ON_REPEALED_LAW = "ZJ-097";
/** Second service for a matter that has one on the same article. */
const SPLIT = "ZJ-096";
/** What comes of it. */
const SPLIT_RESULT = "水土保持方案技术评审意见";
/** Service on the list though it rests on a ministry's rule alone. */
const ON_MINISTRY_RULE = "ZJ-095";
/** Service that was cleared away. */
const REMOVED = "ZJ-099";

/** Fills the list and what hangs on it. */
export const seedServices = async (db: Knex, world: DemonstrationWorld): Promise<void> => {
  await insertRecords(db, INTERMEDIARY_SERVICES, [...listedServices(db, world), ...awkwardServices(db, world)]);
  const links = linksOf(world);
  await insertRecords(
    db,
    SERVICE_MATTER_LINKS,
    links.map(({ matter, code }) => ({
      matterId: matter.id,
      serviceCode: code,
      deptId: matter.deptId,
      divisionCode: matter.divisionCode,
    })),
  );
  await insertRecords(db, MATTER_DEMANDS, demandsOf(world, links));
};

type NewService = NewOf<typeof INTERMEDIARY_SERVICES>;

/** What no service of the demonstration says unless it says so. */
const UNSAID = {
  timeLimitDays: undefined,
  timeLimitExplain: undefined,
  feeBasis: undefined,
  feeStandard: undefined,
  resultName: undefined,
  resultValidity: undefined,
  effectiveTo: undefined,
  removalDocument: undefined,
  approvalDeptName: undefined,
  contentHash: undefined,
} satisfies Partial<NewService>;

const listedServices = (db: Knex, world: DemonstrationWorld): NewService[] =>
  world.intermediaryServices.map(({ code, name, legalBasisId, resultName, catalogCodes }, index) => ({
    ...UNSAID,
    code,
    name,
    divisionCode: LIST_DIVISION,
    timeLimitDays: 10 + (index % 4) * 5,
    feeNature: index % 5 === 4 ? FeeNature.GOVERNMENT_GUIDED : FeeNature.MARKET,
    feeStandard: index % 5 === 4 ? "按指导价目录收取" : "双方协商",
    commissionedBy: commissionerOf(index),
    resultName,
    resultValidity: index % 3 === 0 ? "2年" : undefined,
    qualification: ["具备相应专业技术能力"],
    applicantMayDoItself: index % 3 === 0,
    // A service without matters left is one that was cleared away.
    listState: catalogCodes.length === 0 ? ListState.REMOVED : ListState.KEPT,
    version: 1,
    effectiveFrom: "2024-01-01",
    approvalDeptId: world.matters.find(({ catalogCode }) => catalogCodes.includes(catalogCode))?.deptId,
    legalBasisIds: [legalBasisId],
    search: searchVector(db, name),
  }));

/** Every sixth service is commissioned, and paid, by the department. */
export const commissionerOf = (index: number): Party =>
  index % 6 === 5 ? Party.APPROVING_DEPARTMENT : Party.APPLICANT;

const awkwardServices = (db: Knex, world: DemonstrationWorld): NewService[] => {
  const soil = soilMatter(world);
  const service = (
    code: string,
    name: string,
    more: Pick<NewService, "legalBasisIds"> & Partial<NewService>,
  ): NewService => ({
    ...UNSAID,
    code,
    name,
    divisionCode: LIST_DIVISION,
    feeNature: FeeNature.MARKET,
    commissionedBy: Party.APPLICANT,
    qualification: [],
    applicantMayDoItself: true,
    listState: ListState.KEPT,
    version: 1,
    effectiveFrom: "2019-01-01",
    approvalDeptId: soil.deptId,
    search: searchVector(db, name),
    ...more,
  });
  return [
    service(REMOVED, "清洁生产审核报告编制", {
      listState: ListState.REMOVED,
      version: 2,
      effectiveTo: "2025-12-31",
      removalDocument: "清理规范中介服务事项的决定（演示）",
      approvalDeptId: undefined,
      legalBasisIds: ["WATER-SOIL-1991-19"],
    }),
    service(ON_REPEALED_LAW, "水土保持设施验收评估", { legalBasisIds: ["WATER-SOIL-1991-19"] }),
    service(ON_MINISTRY_RULE, "食品经营场所布局评估", {
      legalBasisIds: ["FOOD-LICENSING-2023-12"],
      approvalDeptId: foodMatter(world)?.deptId,
    }),
    service(SPLIT, "水土保持方案技术评审", { legalBasisIds: ["WATER-SOIL-2010-25"] }),
  ];
};

/** The published matter in Yanji by which food is sold. */
const foodMatter = (world: DemonstrationWorld): DemonstrationMatter | undefined =>
  world.matters.find(
    ({ published, divisionCode, taskName }) => published && divisionCode === "222401" && taskName === "食品经营许可",
  );

/** The published matter in Yanji for which soil conservation is planned. */
const soilMatter = (world: DemonstrationWorld): DemonstrationMatter =>
  world.matters.find(
    ({ published, divisionCode, taskName }) =>
      published && divisionCode === "222401" && taskName === "生产建设项目水土保持方案审批",
  ) ?? world.matters.find(({ published }) => published)!;

interface Link {
  readonly matter: DemonstrationMatter;
  readonly code: string;
}

/** Links name published matters alone (docs/decisions/0003). */
const linksOf = (world: DemonstrationWorld): Link[] => {
  const codes = new Map<string, string[]>();
  for (const { code, catalogCodes } of world.intermediaryServices) {
    for (const catalogCode of catalogCodes) codes.set(catalogCode, [...(codes.get(catalogCode) ?? []), code]);
  }
  return [
    ...world.matters
      .filter(({ published }) => published)
      .flatMap((matter) => (codes.get(matter.catalogCode) ?? []).map((code) => ({ matter, code }))),
    { matter: soilMatter(world), code: SPLIT },
  ];
};

const demandsOf = (world: DemonstrationWorld, links: readonly Link[]): NewOf<typeof MATTER_DEMANDS>[] => {
  const demand = (matter: DemonstrationMatter, material: string, code?: string): NewOf<typeof MATTER_DEMANDS> => ({
    matterId: matter.id,
    materialName: material,
    serviceCode: code,
    deptId: matter.deptId,
    divisionCode: matter.divisionCode,
  });
  const results = new Map(world.intermediaryServices.map(({ code, resultName }) => [code, resultName]));
  const licensing = world.matters.filter(
    ({ published, divisionCode, taskType }) => published && divisionCode === "222403" && taskType === "01",
  );
  return [
    ...links.map(({ matter, code }) => demand(matter, results.get(code) ?? SPLIT_RESULT, code)),
    // What may not be demanded: a service that was cleared away, and one that no list ever had.
    demand(soilMatter(world), "清洁生产审核报告", REMOVED),
    demand(licensing[0]!, "项目可行性第三方咨询意见"),
  ];
};
