/** Seeds the list of services, what matters demand, and on purpose: a service on a repealed law, a split one, demands of unlisted ones. */
import type { Knex } from "knex";
import { searchVector } from "../../../platform/database/index.js";
import type { DemonstrationMatter, DemonstrationWorld } from "../../demonstration.js";
import { FeeNature, ListState, Party } from "../intermediary-service/intermediary-service.enums.js";

/** The prefecture whose list it is. */
const LIST_DIVISION = "222400";
/** Service on the list though its only law was repealed. */
const ON_REPEALED_LAW = "ZJ-097";
/** Second service for a matter that has one on the same article. */
const SPLIT = "ZJ-096";
/** Service that was cleared away. */
const REMOVED = "ZJ-099";

const lawOf = (name: string): string =>
  name.includes("环境")
    ? "EIA-2018-16"
    : name.includes("水土")
      ? "WATER-SOIL-2010-25"
      : name.includes("食品")
        ? "FOOD-SAFETY-2021-35"
        : "LICENSING-2019-12";

/** Fills the list and what hangs on it. */
export const seedServices = async (db: Knex, world: DemonstrationWorld): Promise<void> => {
  await db("legal_basis_periods").insert(
    world.legalBases.map(({ id, effectiveFrom, effectiveTo }) => ({
      id,
      effective_from: effectiveFrom,
      effective_to: effectiveTo ?? null,
    })),
  );
  await db("intermediary_services").insert([...listedServices(db, world), ...awkwardServices(db, world)]);
  const links = linksOf(world);
  await db.batchInsert(
    "service_matter_links",
    links.map(({ matter, code }) => ({
      matter_id: matter.id,
      service_code: code,
      dept_id: matter.deptId,
      division_code: matter.divisionCode,
    })),
    1_000,
  );
  await db.batchInsert("matter_demands", demandsOf(world, links), 1_000);
};

const listedServices = (db: Knex, world: DemonstrationWorld): Record<string, unknown>[] =>
  world.intermediaryServices.map(({ code, name, catalogCodes }, index) => ({
    code,
    name,
    division_code: LIST_DIVISION,
    time_limit_days: 10 + (index % 4) * 5,
    fee_nature: index % 5 === 4 ? FeeNature.GOVERNMENT_GUIDED : FeeNature.MARKET,
    fee_standard: index % 5 === 4 ? "按指导价目录收取" : "双方协商",
    commissioned_by: commissionerOf(index),
    result_name: name.replace(/编制|审查|评价$|评估$/, "") || name,
    result_validity: index % 3 === 0 ? "2年" : null,
    qualification: ["具备相应专业技术能力"],
    applicant_may_do_itself: index % 3 === 0,
    // A service without matters left is one that was cleared away.
    list_state: catalogCodes.length === 0 ? ListState.REMOVED : ListState.KEPT,
    version: 1,
    effective_from: "2024-01-01",
    approval_dept_id: world.matters.find(({ catalogCode }) => catalogCodes.includes(catalogCode))?.deptId ?? null,
    legal_basis_ids: [lawOf(name)],
    search: searchVector(db, name),
  }));

/** Every sixth service is commissioned, and paid, by the department. */
export const commissionerOf = (index: number): Party =>
  index % 6 === 5 ? Party.APPROVING_DEPARTMENT : Party.APPLICANT;

const awkwardServices = (db: Knex, world: DemonstrationWorld): Record<string, unknown>[] => {
  const soil = soilMatter(world);
  const service = (code: string, name: string, more: Record<string, unknown>): Record<string, unknown> => ({
    code,
    name,
    division_code: LIST_DIVISION,
    fee_nature: FeeNature.MARKET,
    commissioned_by: Party.APPLICANT,
    qualification: [],
    applicant_may_do_itself: true,
    list_state: ListState.KEPT,
    version: 1,
    effective_from: "2019-01-01",
    effective_to: null,
    approval_dept_id: soil.deptId,
    search: searchVector(db, name),
    ...more,
  });
  return [
    service(REMOVED, "清洁生产审核报告编制", {
      list_state: ListState.REMOVED,
      version: 2,
      effective_to: "2025-12-31",
      removal_document: "清理规范中介服务事项的决定（演示）",
      approval_dept_id: null,
      legal_basis_ids: ["WATER-SOIL-1991-19"],
    }),
    service(ON_REPEALED_LAW, "水土保持设施验收评估", { legal_basis_ids: ["WATER-SOIL-1991-19"] }),
    service(SPLIT, "水土保持方案技术评审", { legal_basis_ids: ["WATER-SOIL-2010-25"] }),
  ];
};

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

const demandsOf = (world: DemonstrationWorld, links: readonly Link[]): Record<string, unknown>[] => {
  const demand = (matter: DemonstrationMatter, material: string, code: string | null): Record<string, unknown> => ({
    matter_id: matter.id,
    material_name: material,
    service_code: code,
    dept_id: matter.deptId,
    division_code: matter.divisionCode,
  });
  const licensing = world.matters.filter(
    ({ published, divisionCode, taskType }) => published && divisionCode === "222403" && taskType === "01",
  );
  return [
    ...links.map(({ matter, code }) => demand(matter, `${code}成果文件`, code)),
    // What may not be demanded: a service that was cleared away, and one that no list ever had.
    demand(soilMatter(world), "清洁生产审核报告", REMOVED),
    demand(licensing[0]!, "项目可行性第三方咨询意见", null),
  ];
};
