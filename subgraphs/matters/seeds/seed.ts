/** Fills the matters schema from the demonstration world, with drafts, versions and faulty data on purpose. */
import { createHash } from "node:crypto";
import type { Knex } from "knex";
import { addDays } from "../../../platform/domain/index.js";
import { searchVector } from "../../../platform/database/index.js";
import { LimitUnit } from "../../../platform/graphql/index.js";
import type { DemonstrationMatter, DemonstrationWorld } from "../../demonstration.js";
import { TASK_TYPES, USE_LEVELS } from "../matter/matter.codes.js";
import {
  MaterialFormat,
  MaterialNeed,
  MaterialSource,
  MaterialType,
  ProjectType,
  ServerType,
  TaskState,
  TaskType,
  UseLevel,
} from "../matter/matter.enums.js";
import { EditorialStatus } from "../matter/matter.machine.js";
import type { MatterContent } from "../matter/matter.js";
import { STORED_MATTER } from "../matter/matter.stored.js";
import { processSteps } from "./case-steps.js";
import { BUNDLE_TABLES, seedBundles } from "./bundles.js";
import { CASE_TABLES, seedCases } from "./cases.js";
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
  await db.batchInsert(
    "catalogue_items",
    world.catalogue.map((item) => ({
      catalog_code: item.catalogCode,
      task_name: item.taskName,
      task_type: TASK_TYPES.valueOf(item.taskType) ?? TaskType.OTHER_99,
      use_levels: [UseLevel.CITY, UseLevel.COUNTY],
      version: 1,
      legal_basis_ids: legalBasesOf(item.taskName, item.taskType),
      search: searchVector(db, item.taskName),
    })),
    200,
  );
  const random = world.random("matters");
  const services = new Map(
    world.intermediaryServices.flatMap(({ code, name, catalogCodes }) =>
      catalogCodes.map((catalog) => [catalog, { code, name }] as const),
    ),
  );
  const rows = world.matters.map((matter, index) =>
    rowOf(db, world, matter, index, random, services.get(matter.catalogCode)),
  );
  await db.batchInsert("service_matters", rows, 250);
  const versions = new Map(
    rows.map((row, index) => [
      row["id"] as string,
      versionsOf(
        STORED_MATTER.read(JSON.parse(row["content"] as string)),
        row["version"] as number,
        world.today,
        index === GOLDEN_INDEX ? 150 : 400,
      ),
    ]),
  );
  await db.batchInsert(
    "service_matter_versions",
    rows.flatMap((row) => versionRows(row, versions.get(row["id"] as string) ?? [])),
    500,
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

const contentOf = (
  matter: DemonstrationMatter,
  index: number,
  random: () => number,
  service: { code: string; name: string } | undefined,
): { content: MatterContent; visits: number; fee: boolean; online: boolean; projectType: ProjectType } => {
  const golden = index === GOLDEN_INDEX;
  const immediate = matter.taskType === "20";
  const fast = random() < 0.1;
  const drawn = 10 + Math.floor(random() * 4) * 5;
  const statutory = golden ? GOLDEN_LIMITS.statutory : drawn;
  // Every 41st matter promises more than the law allows: a data error that the gate must find.
  const usual =
    index % 41 === 40 ? statutory + 5 : Math.max(1, fast ? 1 : Math.floor(statutory * (0.2 + random() * 0.6)));
  const promised = golden ? GOLDEN_LIMITS.promised : usual;
  const fee = matter.taskType === "01" && random() < 0.15;
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
    ...(visits > 0 ? { limitSceneExplain: "需现场核验原件" } : {}),
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
        name: "营业执照",
        type: MaterialType.COPY,
        format: MaterialFormat.ELECTRONIC,
        need: MaterialNeed.REQUIRED,
        source: MaterialSource.GOVERNMENT,
        licenceType: "BUSINESS_LICENCE",
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
    fees: fee ? [{ name: "证照工本费", standard: "每证10元", reducible: true, legalBasisId: "LICENSING-2019-12" }] : [],
    result: { name: matter.taskType === "01" ? `${matter.taskName}证` : "办理结果通知", hasSample: index % 29 !== 28 },
    channels: {
      hall: true,
      express: true,
      payOnline: fee,
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
    fee,
    online,
    projectType: immediate ? ProjectType.IMMEDIATE : ProjectType.PROMISED,
  };
};

const rowOf = (
  db: Knex,
  world: DemonstrationWorld,
  matter: DemonstrationMatter,
  index: number,
  random: () => number,
  service: { code: string; name: string } | undefined,
): Record<string, unknown> => {
  const { content, visits, fee, online, projectType } = contentOf(matter, index, random, service);
  const joint = jointDeptsOf(world, matter);
  const whole: MatterContent = { ...content, ...(joint.length > 0 ? { jointDeptIds: joint } : {}) };
  return {
    id: matter.id,
    task_code: matter.taskCode,
    local_task_code: matter.taskCode,
    catalog_code: matter.catalogCode,
    task_name: matter.taskName,
    task_type: TASK_TYPES.valueOf(matter.taskType) ?? TaskType.OTHER_99,
    task_state: index % 67 === 66 ? TaskState.SUSPENDED : TaskState.IN_USE,
    status: matter.published ? EditorialStatus.PUBLISHED : EditorialStatus.DRAFT,
    version: index === GOLDEN_INDEX ? 4 : index % 17 === 16 ? 3 : 1,
    dept_id: matter.deptId,
    dept_uscc: matter.deptUscc,
    division_code: matter.divisionCode,
    use_level: USE_LEVELS.valueOf(matter.taskCode[18]),
    server_types:
      matter.taskType === "05" || matter.taskType === "07"
        ? [ServerType.NATURAL_PERSON]
        : [ServerType.NATURAL_PERSON, ServerType.ENTERPRISE],
    project_type: projectType,
    visits,
    is_fee: fee,
    is_online: online,
    themes: themesOf(matter),
    legal_basis_ids: legalBasesOf(matter.taskName, matter.taskType),
    content: JSON.stringify(STORED_MATTER.write(whole)),
    content_hash: createHash("sha256").update(JSON.stringify(whole)).digest("hex"),
    search: searchVector(db, matter.taskName),
  };
};

const versionRows = (row: Record<string, unknown>, versions: readonly SeededVersion[]): Record<string, unknown>[] =>
  versions.map(({ version, validFrom, content }, index) => ({
    matter_id: row["id"],
    version,
    task_name: row["task_name"],
    status: row["status"],
    valid_from: validFrom,
    valid_to: versions[index + 1] === undefined ? null : addDays(versions[index + 1]!.validFrom, -1),
    content: JSON.stringify(STORED_MATTER.write(content)),
  }));
