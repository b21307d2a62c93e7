/** Fills the matters schema from the demonstration world, with drafts, versions and faulty data on purpose. */
import { createHash } from "node:crypto";
import type { Knex } from "knex";
import { addDays } from "../../../platform/domain/index.js";
import { insertRecords, searchVector, type NewOf } from "../../../platform/database/index.js";
import type { DemonstrationMatter, DemonstrationWorld } from "../../demonstration.js";
import { CATALOGUE_ITEMS } from "../catalogue-item/catalogue-item.rows.js";
import { TASK_TYPES, USE_LEVELS } from "../matter/matter.codes.js";
import { ServiceRecipient, TaskState, TaskType } from "../matter/matter.enums.js";
import { EditorialStatus } from "../matter/matter.machine.js";
import type { MatterContent } from "../matter/matter.js";
import { MATTER_VERSIONS, SERVICE_MATTERS } from "../matter/matter.rows.js";
import { STORED_MATTER } from "../matter/matter.stored.js";
import { BUNDLE_TABLES, seedBundles } from "./bundles.js";
import { CASE_TABLES, seedCases } from "./cases.js";
import { CONSULTATION_TABLES, seedConsultations } from "./consultations.js";
import { seedDrafts } from "./drafts.js";
import { contentOf } from "./matter-content.js";
import { entrustingBodies, jointDeptsOf, themesOf } from "./particulars.js";
import { seedPublicServices } from "./public-services.js";
import { versionsOf, type SeededVersion } from "./versions.js";

/** Removes all records. */
export const clearMatters = async (db: Knex): Promise<void> => {
  await db.raw(
    `truncate catalogue_items, service_matters, service_matter_versions, matter_drafts, ${BUNDLE_TABLES}, public_institution_services, ${CONSULTATION_TABLES}, ${CASE_TABLES}`,
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
      useLevels: item.levels.flatMap((level) => USE_LEVELS.valueOf(level) ?? []),
      version: 1,
      legalBasisIds: [item.legalBasisId],
      search: searchVector(db, item.taskName),
      effectiveFrom: undefined,
      cancelledOn: undefined,
      contentHash: undefined,
    })),
  );
  const random = world.random("matters");
  const services = new Map(
    world.intermediaryServices.flatMap((service) => service.catalogCodes.map((catalog) => [catalog, service] as const)),
  );
  const entrusting = entrustingBodies(world);
  const matters = world.matters.map((matter, index) =>
    matterOf(db, world, matter, index, random, {
      service: services.get(matter.catalogCode),
      entrusting: entrusting.get(matter.itemName),
    }),
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
  await seedDrafts(db, matters, world.today);
  await seedBundles(db, world);
  await seedPublicServices(db, world);
  await seedCases(db, world, versions);
  await seedConsultations(db, world);
};

/** The first matter, 食品经营许可 in Yanji, with the golden cases: four versions. */
const GOLDEN_INDEX = 0;

type NewMatter = NewOf<typeof SERVICE_MATTERS>;

const matterOf = (
  db: Knex,
  world: DemonstrationWorld,
  matter: DemonstrationMatter,
  index: number,
  random: () => number,
  others: Parameters<typeof contentOf>[3],
): NewMatter => {
  const { content, visits, fee, online, handlingType } = contentOf(matter, index, random, others);
  const joint = jointDeptsOf(world, matter);
  const whole: MatterContent = { ...content, ...(joint.length > 0 ? { jointDeptIds: joint } : {}) };
  return {
    id: matter.id,
    // A handling item has a code of its own, which holds that of its matter.
    taskCode: matter.handlingItem === undefined ? matter.taskCode : undefined,
    handlingItemCode: matter.handlingItem,
    localTaskCode: matter.handlingItem ?? matter.taskCode,
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
    serves: matter.serves.map((one) =>
      one === "person" ? ServiceRecipient.NATURAL_PERSON : ServiceRecipient.ENTERPRISE,
    ),
    handlingType,
    visits: visits,
    isFee: fee,
    isOnline: online,
    themes: [...themesOf(matter)],
    legalBasisIds: [matter.legalBasisId],
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
