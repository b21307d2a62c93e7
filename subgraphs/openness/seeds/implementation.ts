/** Tasks, findings and decisions on accountability of the demonstration: those with a known course, and one for each of some other documents. */
import type { Knex } from "knex";
import { insertRecords, type NewOf, type RowOf } from "../../../platform/database/index.js";
import { addDays } from "../../../platform/domain/index.js";
import { workdayFrom } from "../../demonstration-days.js";
import type { DemonstrationWorld } from "../../demonstration.js";
import { ACCOUNTABILITY_DECISIONS } from "../accountability/accountability.rows.js";
import { IMPLEMENTATION_TASKS, TASK_STEPS } from "../implementation-task/implementation-task.rows.js";
import { INSPECTION_FINDINGS } from "../inspection-finding/inspection-finding.rows.js";
import type { PUBLIC_DOCUMENTS } from "../public-document/public-document.rows.js";
import { GOLDEN_ISSUER } from "./golden-documents.js";
import { goldenDecisions, goldenFindings, goldenTasks, type PlannedTask } from "./golden-implementation.js";

type Issued = Pick<
  RowOf<typeof PUBLIC_DOCUMENTS>,
  "index_no" | "title" | "issuer_id" | "issuer_uscc" | "division_code" | "created_on" | "published_on"
>;

const TABLES = "accountability_decisions, inspection_findings, task_steps, implementation_tasks";

/** Removes them. */
export const clearImplementation = async (db: Knex): Promise<void> => {
  await db.raw(`truncate ${TABLES}`);
};

/** One in three is in hand and late, the others are done in time. */
const drawnTask = (document: Issued, index: number, draw: () => number): PlannedTask => {
  const issuedOn = workdayFrom(addDays(document.published_on!, 7));
  const late = draw() < 1 / 3;
  return {
    id: `RW-${document.index_no.replace("/", "-")}-1`,
    indexNo: document.index_no,
    measure: `贯彻落实《${document.title}》，开展宣传培训和监督检查`,
    ...{ organId: document.issuer_id!, organUscc: document.issuer_uscc!, divisionCode: document.division_code },
    ...{ jointUnitIds: [], coordinatorId: undefined, supervision: "季度通报", issuedOn, verifiedOn: undefined },
    dueOn: workdayFrom(addDays(issuedOn, 120)),
    doneOn: late ? undefined : workdayFrom(addDays(issuedOn, 60 + index)),
    publishedOn: workdayFrom(addDays(issuedOn, 3)),
    steps: [
      {
        name: "宣传培训",
        weight: 40,
        dueOn: workdayFrom(addDays(issuedOn, 30)),
        doneOn: workdayFrom(addDays(issuedOn, 20)),
      },
      {
        ...{ name: "监督检查", weight: 60, dueOn: workdayFrom(addDays(issuedOn, 120)) },
        doneOn: late ? undefined : workdayFrom(addDays(issuedOn, 60 + index)),
      },
    ],
  };
};

/** Published normative documents of the years before, by number: eight of them. */
const listDocuments = async (db: Knex): Promise<Issued[]> =>
  (await db("public_documents")
    .select("index_no", "title", "issuer_id", "issuer_uscc", "division_code", "created_on", "published_on")
    .where("normative", true)
    .whereBetween("published_on", ["2022-01-01", "2025-12-31"])
    .whereNot("issuer_uscc", GOLDEN_ISSUER)
    .orderBy("index_no")
    .limit(8)) as Issued[];

const stepRecords = ({ id, steps }: PlannedTask): NewOf<typeof TASK_STEPS>[] =>
  steps.map((step, index) => ({
    ...{ note: undefined, evidenceTitle: undefined, evidenceIndexNo: undefined, doneOn: undefined, ...step },
    ...{ taskId: id, position: index + 1 },
  }));

/** Fills the cleared tables. */
export const seedImplementation = async (db: Knex, world: DemonstrationWorld): Promise<void> => {
  const organ = world.organizations.find(({ uscc }) => uscc === GOLDEN_ISSUER)!;
  const draw = world.random("openness.implementation");
  const tasks = [
    ...goldenTasks(world, organ),
    ...(await listDocuments(db)).map((document, index) => drawnTask(document, index, draw)),
  ];
  await insertRecords(
    db,
    IMPLEMENTATION_TASKS,
    tasks.map(({ steps: _steps, ...task }) => task),
  );
  await insertRecords(db, TASK_STEPS, tasks.flatMap(stepRecords));
  await insertRecords(db, INSPECTION_FINDINGS, goldenFindings(organ));
  await insertRecords(db, ACCOUNTABILITY_DECISIONS, goldenDecisions(organ));
  await db.raw(`analyze ${TABLES}`);
};
