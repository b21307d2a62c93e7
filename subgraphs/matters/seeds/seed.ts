/** Fills the matters schema from the demonstration world, with drafts, versions and faulty data on purpose. */
import { createHash } from "node:crypto";
import type { Knex } from "knex";
import { addDays } from "../../../platform/domain/index.js";
import { insertRecords, searchVector, type NewOf } from "../../../platform/database/index.js";
import { LimitUnit } from "../../../platform/graphql/index.js";
import type { DemonstrationMatter, DemonstrationWorld } from "../../demonstration.js";
import { CATALOGUE_ITEMS } from "../catalogue-item/catalogue-item.rows.js";
import { TASK_TYPES, USE_LEVELS } from "../matter/matter.codes.js";
import { MaterialFormat, MaterialNeed, MaterialSource, MaterialType } from "../matter/material.enums.js";
import { HandlingType, ServiceRecipient, TaskState, TaskType, UseLevel } from "../matter/matter.enums.js";
import { EditorialStatus } from "../matter/matter.machine.js";
import type { MatterContent } from "../matter/matter.js";
import { MATTER_VERSIONS, SERVICE_MATTERS } from "../matter/matter.rows.js";
import { STORED_MATTER } from "../matter/matter.stored.js";
import { processSteps } from "./case-steps.js";
import { BUNDLE_TABLES, seedBundles } from "./bundles.js";
import { CASE_TABLES, seedCases } from "./cases.js";
import { feesOf } from "./fees.js";
import { addressesOf, formOf, jointDeptsOf, particularsOf, themesOf } from "./particulars.js";
import { seedPublicServices } from "./public-services.js";
import { versionsOf, type SeededVersion } from "./versions.js";

/** Removes all records. */
export const clearMatters = async (db: Knex): Promise<void> => {
  await db.raw(
    `truncate catalogue_items, service_matters, service_matter_versions, ${BUNDLE_TABLES}, public_institution_services, ${CASE_TABLES}`,
  );
};

/** Fills the cleared schema. */
export const seedMatters = async (db: Knex, world: DemonstrationWorld): Promise<void> => {
  await insertRecords(
    db,
    CATALOGUE_ITEMS,
    world.catalogue.map((item) => ({
      catalogCode: item.catalogCode,
      taskName: item.taskName,
      taskType: TASK_TYPES.valueOf(item.taskType) ?? TaskType.OTHER_99,
      useLevels: [UseLevel.CITY, UseLevel.COUNTY],
      version: 1,
      legalBasisIds: legalBasesOf(item.taskName, item.taskType),
      search: searchVector(db, item.taskName),
      effectiveFrom: undefined,
      cancelledOn: undefined,
      contentHash: undefined,
    })),
  );
  const random = world.random("matters");
  const services = new Map(
    world.intermediaryServices.flatMap(({ code, name, catalogCodes }) =>
      catalogCodes.map((catalog) => [catalog, { code, name }] as const),
    ),
  );
  const matters = world.matters.map((matter, index) =>
    matterOf(db, world, matter, index, random, services.get(matter.catalogCode)),
  );
  await insertRecords(db, SERVICE_MATTERS, matters);
  const versions = new Map(
    matters.map(({ id, content, version }, index) => [
      id,
      versionsOf(STORED_MATTER.read(content), version, world.today, index === GOLDEN_INDEX ? 150 : 400),
    ]),
  );
  await insertRecords(
    db,
    MATTER_VERSIONS,
    matters.flatMap((matter) => versionRecords(matter, versions.get(matter.id) ?? [])),
  );
  await seedBundles(db, world);
  await seedPublicServices(db, world);
  await seedCases(db, world, versions);
};

/** The first matter, 食品经营许可 in Yanji, with the golden cases: four versions, and a promise that makes those cases yellow, red and black. */
const GOLDEN_INDEX = 0;
const GOLDEN_LIMITS = { statutory: 20, promised: 10 };

const legalBasesOf = (name: string, type: string): string[] => {
  if (name.includes("食品")) return ["FOOD-SAFETY-2021-35"];
  if (name.includes("环境影响")) return ["EIA-2018-16"];
  if (name.includes("水土保持")) return ["WATER-SOIL-2010-25"];
  if (type === "05") return ["SOCIAL-ASSISTANCE-2014-09"];
  return ["LICENSING-2019-12"];
};

/** What natural persons alone apply for. */
const isPersonal = ({ taskType }: DemonstrationMatter): boolean => taskType === "05" || taskType === "07";

const contentOf = (
  matter: DemonstrationMatter,
  index: number,
  random: () => number,
  service: { code: string; name: string } | undefined,
): { content: MatterContent; visits: number; fee: boolean; online: boolean; handlingType: HandlingType } => {
  const golden = index === GOLDEN_INDEX;
  const immediate = matter.taskType === "20";
  const fast = random() < 0.1;
  const drawn = 10 + Math.floor(random() * 4) * 5;
  const statutory = golden ? GOLDEN_LIMITS.statutory : drawn;
  // Every 41st matter promises more than the law allows: a data error that the gate must find.
  const usual =
    index % 41 === 40 ? statutory + 5 : Math.max(1, fast ? 1 : Math.floor(statutory * (0.2 + random() * 0.6)));
  const promised = golden ? GOLDEN_LIMITS.promised : usual;
  const fees = feesOf(matter.taskName);
  const visits = immediate || random() < 0.5 ? 0 : 1;
  const online = random() < 0.8;
  const [basis] = legalBasesOf(matter.taskName, matter.taskType);
  const promise = immediate
    ? { amount: 0, unit: LimitUnit.IMMEDIATE }
    : { amount: promised, unit: LimitUnit.WORKING_DAY };
  const content: MatterContent = {
    ...particularsOf(matter, index, { visits, online }),
    statutory: { amount: statutory, unit: LimitUnit.WORKING_DAY },
    promised: promise,
    ...(visits > 0 ? { visitReason: "需现场核验原件" } : {}),
    acceptCondition: "申请材料齐全、符合法定形式。",
    conditions: [
      { id: "NEW", name: "新办" },
      { id: "CHANGE", name: "变更" },
    ],
    materials: [
      {
        name: `${matter.taskName}申请表`,
        type: MaterialType.ORIGINAL,
        format: MaterialFormat.BOTH,
        ...formOf(matter),
        need: MaterialNeed.REQUIRED,
        source: MaterialSource.APPLICANT,
        copies: 1,
        spec: "A4",
        situationIds: [],
      },
      {
        ...(isPersonal(matter)
          ? { name: "居民身份证", licenceType: "ID_CARD" }
          : { name: "营业执照", licenceType: "BUSINESS_LICENCE" }),
        type: MaterialType.COPY,
        format: MaterialFormat.ELECTRONIC,
        need: MaterialNeed.REQUIRED,
        source: MaterialSource.GOVERNMENT,
        copies: 1,
        situationIds: ["NEW"],
      },
      {
        name: "变更证明材料",
        need: MaterialNeed.REQUIRED,
        source: MaterialSource.APPLICANT,
        copies: 1,
        situationIds: ["CHANGE"],
      },
      ...(service
        ? [
            {
              name: service.name.replace(/编制|审查|检测评价/, "报告"),
              need: MaterialNeed.REQUIRED,
              source: MaterialSource.OTHER,
              copies: 1,
              situationIds: ["NEW"],
              intermediaryServiceCode: service.code,
              legalBasisId: basis,
            },
          ]
        : []),
    ],
    steps: processSteps(promise),
    fees,
    result: { name: matter.taskType === "01" ? `${matter.taskName}证` : "办理结果通知", hasSample: index % 29 !== 28 },
    channels: {
      hall: true,
      express: true,
      payOnline: fees.length > 0,
      address: "政务服务中心综合窗口（演示）",
      hours: "工作日 9:00-17:00",
      ...addressesOf(matter, index, online),
    },
    faqs: index % 23 === 22 ? [] : [{ question: "可以委托他人办理吗？", answer: "可以，需提供授权委托书。" }],
    consultPhone: `0433-80${String(10_000 + index).slice(-5)}`,
    complaintPhone: index % 53 === 52 ? `0433-80${String(10_000 + index).slice(-5)}` : "0433-8112345",
  };
  return {
    content,
    visits,
    fee: fees.length > 0,
    online,
    handlingType: immediate ? HandlingType.IMMEDIATE : HandlingType.PROMISED,
  };
};

type NewMatter = NewOf<typeof SERVICE_MATTERS>;

const matterOf = (
  db: Knex,
  world: DemonstrationWorld,
  matter: DemonstrationMatter,
  index: number,
  random: () => number,
  service: { code: string; name: string } | undefined,
): NewMatter => {
  const { content, visits, fee, online, handlingType } = contentOf(matter, index, random, service);
  const joint = jointDeptsOf(world, matter);
  const whole: MatterContent = { ...content, ...(joint.length > 0 ? { jointDeptIds: joint } : {}) };
  return {
    id: matter.id,
    taskCode: matter.taskCode,
    handlingItemCode: undefined,
    localTaskCode: matter.taskCode,
    catalogCode: matter.catalogCode,
    taskName: matter.taskName,
    taskType: TASK_TYPES.valueOf(matter.taskType) ?? TaskType.OTHER_99,
    taskState: index % 67 === 66 ? TaskState.SUSPENDED : TaskState.IN_USE,
    status: matter.published ? EditorialStatus.PUBLISHED : EditorialStatus.DRAFT,
    version: index === GOLDEN_INDEX ? 4 : index % 17 === 16 ? 3 : 1,
    deptId: matter.deptId,
    deptUscc: matter.deptUscc,
    divisionCode: matter.divisionCode,
    useLevel: USE_LEVELS.valueOf(matter.taskCode[18]),
    serves: isPersonal(matter)
      ? [ServiceRecipient.NATURAL_PERSON]
      : [ServiceRecipient.NATURAL_PERSON, ServiceRecipient.ENTERPRISE],
    handlingType,
    visits: visits,
    isFee: fee,
    isOnline: online,
    themes: [...themesOf(matter)],
    legalBasisIds: legalBasesOf(matter.taskName, matter.taskType),
    content: STORED_MATTER.write(whole),
    contentHash: createHash("sha256").update(JSON.stringify(whole)).digest("hex"),
    search: searchVector(db, matter.taskName),
  };
};

const versionRecords = (
  { id, taskName, status }: NewMatter,
  versions: readonly SeededVersion[],
): NewOf<typeof MATTER_VERSIONS>[] =>
  versions.map(({ version, validFrom, content }, index) => ({
    matterId: id,
    version,
    taskName,
    status,
    validFrom,
    validTo: versions[index + 1] === undefined ? undefined : addDays(versions[index + 1]!.validFrom, -1),
    content: STORED_MATTER.write(content),
  }));
