/** Fills the intermediary schema from the demonstration world: a suspended agency, a removed service and agencies without engagements included. */
import type { Knex } from "knex";
import { searchVector } from "../../../platform/database/index.js";
import { addDays } from "../../../platform/domain/index.js";
import type { DemonstrationWorld } from "../../../platform/subgraph/index.js";
import { EntryState } from "../agency-profile/agency-profile.type.js";
import { FeeNature, ListState, Party } from "../intermediary-service/intermediary-service.type.js";

/** Replaces all data of the schema. */
export const seedIntermediary = async (db: Knex, world: DemonstrationWorld): Promise<void> => {
  await db.raw(
    "truncate intermediary_services, service_matter_links, agencies, agency_services, engagements restart identity cascade",
  );
  await seedServices(db, world);
  await seedAgencies(db, world);
};

const lawOf = (name: string): string =>
  name.includes("环境")
    ? "EIA-2018-16"
    : name.includes("水土")
      ? "WATER-SOIL-2010-25"
      : name.includes("食品")
        ? "FOOD-SAFETY-2021-35"
        : "LICENSING-2019-12";

const seedServices = async (db: Knex, world: DemonstrationWorld): Promise<void> => {
  const rows = world.intermediaryServices.map(({ code, name, catalogCodes }, index) => ({
    code,
    name,
    time_limit_days: 10 + (index % 4) * 5,
    fee_nature: index % 5 === 4 ? FeeNature.GOVERNMENT_GUIDED : FeeNature.MARKET,
    fee_standard: index % 5 === 4 ? "按指导价目录收取" : "双方协商",
    commissioned_by: index % 6 === 5 ? Party.APPROVING_DEPARTMENT : Party.APPLICANT,
    result_name: name.replace(/编制|审查|评价$|评估$/, "") || name,
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
  const removed = {
    code: "ZJ-099",
    name: "清洁生产审核报告编制",
    fee_nature: FeeNature.MARKET,
    commissioned_by: Party.APPLICANT,
    qualification: [],
    applicant_may_do_itself: true,
    list_state: ListState.REMOVED,
    version: 2,
    effective_from: "2019-01-01",
    effective_to: "2025-12-31",
    legal_basis_ids: ["WATER-SOIL-1991-19"],
    search: searchVector(db, "清洁生产审核报告编制"),
  };
  await db("intermediary_services").insert([...rows, removed]);
  const codesByCatalogue = new Map<string, string[]>();
  for (const { code, catalogCodes } of world.intermediaryServices) {
    for (const catalogCode of catalogCodes)
      codesByCatalogue.set(catalogCode, [...(codesByCatalogue.get(catalogCode) ?? []), code]);
  }
  await db.batchInsert(
    "service_matter_links",
    world.matters
      .filter(({ published }) => published)
      .flatMap(({ id, catalogCode }) =>
        (codesByCatalogue.get(catalogCode) ?? []).map((code) => ({ matter_id: id, service_code: code })),
      ),
    1_000,
  );
};

const seedAgencies = async (db: Knex, world: DemonstrationWorld): Promise<void> => {
  const random = world.random("intermediary");
  const agencies = world.organizations.filter(({ role }) => role === "intermediary");
  await db.batchInsert(
    "agencies",
    agencies.map(({ id, uscc, name, divisionCode }, index) => ({
      organization_id: id,
      uscc: uscc ?? null,
      name,
      division_code: divisionCode,
      entry_state:
        index % 13 === 12 ? EntryState.SUSPENDED : index % 29 === 28 ? EntryState.REMOVED : EntryState.ADMITTED,
      qualifications: JSON.stringify([
        { name: "检验检测机构资质认定", level: "省级", validTo: addDays(world.today, 100 + index * 10) },
      ]),
      related_approval_depts: index % 4 === 3 ? ["演示关联部门"] : [],
    })),
    500,
  );
  const services = world.intermediaryServices.map(({ code }) => code);
  const offered = agencies.flatMap(({ id }, index) =>
    // The first two agencies are the named ones of the world: they provide the first services.
    [
      ...new Set([services[index < 4 ? 0 : index % services.length]!, services[(index * 7 + 5) % services.length]!]),
    ].map((code) => ({ service_code: code, agency_id: id })),
  );
  await db.batchInsert("agency_services", offered, 1_000);
  const engagements = offered.flatMap(({ service_code, agency_id }, index) =>
    Array.from({ length: index % 9 === 8 ? 0 : 3 + Math.floor(random() * 8) }, () => ({
      agency_id,
      service_code,
      working_days: 5 + Math.floor(random() * 20),
      promised_days: 15,
      price_fen: BigInt(100_000 + Math.floor(random() * 2_000_000)),
      completed_on: addDays(world.today, -Math.floor(random() * 600)),
    })),
  );
  await db.batchInsert("engagements", engagements, 1_000);
};
