/** What the demonstration's public enterprises and institutions offer. Services, prices, standards and telephones are invented. */
import type { Knex } from "knex";
import { insertRecords, searchVector } from "../../../platform/database/index.js";
import { fenFromYuan } from "../../../platform/domain/index.js";
import type { DemonstrationWorld } from "../../demonstration.js";
import type { PublicServiceContent } from "../public-institution-service/public-institution-service.js";
import { PUBLIC_SERVICES } from "../public-institution-service/public-institution-service.rows.js";
import { STORED_PUBLIC_SERVICE } from "../public-institution-service/public-institution-service.stored.js";
import { PublicServiceSector } from "../public-institution-service/public-institution-service.enums.js";
import { type PublicServiceSeed, SERVICES } from "./public-service-table.js";

/** Services for which a government sets the price. */
const SET_BY_GOVERNMENT: ReadonlySet<PublicServiceSector> = new Set([
  PublicServiceSector.WATER_SUPPLY,
  PublicServiceSector.POWER_SUPPLY,
  PublicServiceSector.GAS_SUPPLY,
  PublicServiceSector.HEATING,
  PublicServiceSector.PUBLIC_TRANSPORT,
]);

const contentOf = (seed: PublicServiceSeed, index: number): PublicServiceContent => ({
  serviceTarget: seed.target,
  standard: seed.standard,
  price: {
    unit: seed.unit,
    explain: seed.explain,
    basis: seed.price === "0" ? "不收费" : "定价目录和收费公示牌（演示）",
    ...(SET_BY_GOVERNMENT.has(seed.sector) && seed.price !== "0" ? { legalBasisId: "PRICE-1997-18" } : {}),
  },
  hotline: `0433-81${String(20_000 + index).slice(-5)}`,
  ...(seed.timeLimit === undefined ? {} : { timeLimit: seed.timeLimit }),
  infoItems: [
    { title: "机构概况", content: "机构职能、地址和工作时间。", disclosureTerm: "信息形成或变更之日起20个工作日内" },
    { title: "收费标准", content: "收费项目、依据和标准。", disclosureTerm: "长期公开" },
    { title: "监督投诉", content: "投诉渠道和处理时限。" },
  ],
});

/** Replaces the services. */
export const seedPublicServices = async (db: Knex, world: DemonstrationWorld): Promise<void> => {
  const idOf = (bodies: DemonstrationWorld["organizations"], division: string, part: string): string | undefined =>
    bodies.find(({ divisionCode, name }) => divisionCode === division && name.includes(part))?.id;
  const divisions = [...new Set(world.publicInstitutions.map(({ divisionCode }) => divisionCode))];
  const agencies = world.organizations.filter(({ role }) => role === "agency");
  const records = divisions.flatMap((division, place) =>
    SERVICES.map((seed, number) => ({
      id: `GGFW-${division}-${String(number + 1).padStart(2, "0")}`,
      institutionId: idOf(world.publicInstitutions, division, seed.institution)!,
      competentDeptId: idOf(agencies, division, seed.bureau),
      divisionCode: division,
      sector: seed.sector,
      serviceName: seed.name,
      priceAmount: seed.price === undefined ? undefined : fenFromYuan(seed.price),
      content: STORED_PUBLIC_SERVICE.write(contentOf(seed, place * SERVICES.length + number)),
      search: searchVector(db, seed.name),
    })),
  );
  await insertRecords(db, PUBLIC_SERVICES, records);
};
