/** Consultations of the demonstration: one of each state, about its first matter. */
import type { Knex } from "knex";
import { insertRecords, type NewOf } from "../../../platform/database/index.js";
import { addDays } from "../../../platform/domain/index.js";
import type { DemonstrationMatter, DemonstrationWorld } from "../../demonstration.js";
import { ConsultationState } from "../consultation/consultation.machine.js";
import { CONSULTATION_TURNS, CONSULTATIONS } from "../consultation/consultation.rows.js";

/** Their tables. */
export const CONSULTATION_TABLES = "consultations, consultation_turns";

type NewConsultation = NewOf<typeof CONSULTATIONS>;

/** What one of them is: who asked, how many days ago, what was asked and answered. */
interface Seeded {
  readonly state: ConsultationState;
  readonly subject: string;
  readonly daysAgo: number;
  readonly mayPublish: boolean;
  readonly question: string;
  readonly answer?: string;
}

const QUESTION = "小餐饮店搬到隔壁街，需要重新申请许可吗？";
const ANSWER = "经营场所改变的，应当重新申请食品经营许可。";

const SEEDED: readonly Seeded[] = [
  {
    ...{ state: ConsultationState.PUBLISHED, subject: "demo-subject-1", daysAgo: 20, mayPublish: true },
    ...{ question: `我是张示例，${QUESTION}`, answer: ANSWER },
  },
  {
    ...{ state: ConsultationState.ASKED, subject: "demo-subject-2", daysAgo: 4, mayPublish: false },
    question: "健康证明过期后多久内要换？",
  },
  {
    ...{ state: ConsultationState.ANSWERED, subject: "91990101MA9000011P", daysAgo: 10, mayPublish: true },
    ...{ question: "分店可以共用一个许可证吗？", answer: "一地一证，分店应当分别申请。" },
  },
  {
    ...{ state: ConsultationState.WITHDRAWN, subject: "demo-subject-1", daysAgo: 30, mayPublish: true },
    question: "窗口星期六办公吗？",
  },
];

const idOf = (index: number): string => `ZX${String(index + 1).padStart(7, "0")}`;

const recordOf = (matter: DemonstrationMatter, today: string, seeded: Seeded, index: number): NewConsultation => {
  const { state, subject, daysAgo, mayPublish, answer } = seeded;
  const isPublished = state === ConsultationState.PUBLISHED;
  return {
    ...{ id: idOf(index), matterId: matter.id, subject, state, mayPublish },
    ...{ deptId: matter.deptId, deptUscc: matter.deptUscc, divisionCode: matter.divisionCode },
    askedOn: addDays(today, -daysAgo),
    answeredOn: answer === undefined ? undefined : addDays(today, 3 - daysAgo),
    publishedOn: isPublished ? addDays(today, 5 - daysAgo) : undefined,
    publicQuestion: isPublished ? QUESTION : undefined,
    publicAnswer: isPublished ? ANSWER : undefined,
  };
};

/** Fills the tables. */
export const seedConsultations = async (db: Knex, { matters, today }: DemonstrationWorld): Promise<void> => {
  const records = SEEDED.map((seeded, index) => recordOf(matters[0]!, today, seeded, index));
  await insertRecords(db, CONSULTATIONS, records);
  await insertRecords(
    db,
    CONSULTATION_TURNS,
    records.map(({ id, askedOn, answeredOn }, index) => ({
      ...{ consultationId: id, number: 1, askedOn, answeredOn },
      ...{ question: SEEDED[index]!.question, answer: SEEDED[index]!.answer },
    })),
  );
};
