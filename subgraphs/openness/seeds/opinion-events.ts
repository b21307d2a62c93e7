/** Fills the tables of events of public concern: the golden ones, each with another stand of its clock, and drawn ones. */
import type { Knex } from "knex";
import { insertRecords, type NewOf } from "../../../platform/database/index.js";
import { addDays, localDateOf } from "../../../platform/domain/index.js";
import type { DemonstrationOrganization, DemonstrationWorld } from "../../demonstration.js";
import { OpinionEventLevel, ResponseForm } from "../opinion-event/opinion-event.enums.js";
import { OPINION_EVENTS, OPINION_RESPONSES } from "../opinion-event/opinion-event.rows.js";
import { GOLDEN_ISSUER } from "./golden-documents.js";

/** Their tables. */
export const OPINION_EVENT_TABLES = "opinion_responses, opinion_events";

const { EMERGENCY, OTHER } = OpinionEventLevel;
const { PRESS_CONFERENCE, STATEMENT } = ResponseForm;

/** How many are drawn, in either scale. */
const DRAWN = 12;

const HOUR_MS = 3_600_000;

/** An event as it is planned: hours run from its detection. */
interface PlannedEvent {
  readonly id: string;
  readonly body: DemonstrationOrganization;
  readonly topic: string;
  /** In China, such as 2026-05-01T08:00. */
  readonly detected: string;
  readonly level?: OpinionEventLevel;
  /** False while nobody is responsible. @default true */
  readonly assigned?: boolean;
  readonly responses?: readonly (readonly [afterHours: number, form: ResponseForm, text: string])[];
  readonly effect?: string;
}

/** Of the body of officer-1. */
const GOLDEN: readonly Omit<PlannedEvent, "id" | "body">[] = [
  {
    ...{ topic: "网传某小作坊使用过期原料", detected: "2026-05-20T08:00", level: OTHER },
    responses: [
      [30, STATEMENT, "已封存原料并抽样检验。"],
      [120, STATEMENT, "检验结果合格。"],
    ],
    effect: "关注度三日内回落。",
  },
  {
    ...{ topic: "市场火灾后商户安置", detected: "2026-07-02T21:30", level: EMERGENCY },
    responses: [[23, PRESS_CONFERENCE, "伤者均已救治，商户安置方案已公布。"]],
  },
  {
    ...{ topic: "集贸市场停水", detected: "2026-08-10T09:00", level: OTHER },
    responses: [[49, STATEMENT, "管网抢修完毕，已恢复供水。"]],
  },
  { topic: "网传米价将上涨", detected: "2026-09-27T18:00", level: OTHER },
  { topic: "外卖平台收费争议", detected: "2026-09-28T07:30", assigned: false },
];

const golden = (body: DemonstrationOrganization): PlannedEvent[] =>
  GOLDEN.map((event, index) => ({
    ...event,
    ...{ body, id: `YQ222401-2026-${String(index + 1).padStart(3, "0")}` },
  }));

const drawn = (world: DemonstrationWorld, bodies: readonly DemonstrationOrganization[]): PlannedEvent[] => {
  const draw = world.random("openness.opinion-events");
  return Array.from({ length: DRAWN }, (_, number): PlannedEvent => {
    const body = bodies[(number * 5) % bodies.length]!;
    const day = addDays("2025-02-10", number * 45 + Math.floor(draw() * 30));
    const level = number % 4 === 3 ? EMERGENCY : OTHER;
    const limit = level === EMERGENCY ? 24 : 48;
    // Every fifth comes too late.
    const hours = number % 5 === 4 ? limit + 6 : 2 + Math.floor(draw() * (limit - 4));
    return {
      ...{ body, level, topic: `公众关注事项（演示）第${number + 1}号`, detected: `${day}T10:00` },
      id: `YQ${body.divisionCode.slice(0, 6)}-${day.slice(0, 4)}-1${String(number).padStart(2, "0")}`,
      responses: [[hours, level === EMERGENCY ? PRESS_CONFERENCE : STATEMENT, "已核实并公布有关情况。"]],
    };
  });
};

const atOf = ({ detected }: PlannedEvent, afterHours = 0): Date =>
  new Date(Date.parse(`${detected}:00+08:00`) + afterHours * HOUR_MS);

const recordOf = (planned: PlannedEvent, number: number): NewOf<typeof OPINION_EVENTS> => {
  const { id, body, topic, level, assigned = true, responses = [], effect } = planned;
  const detectedAt = atOf(planned);
  const respondedAt = responses[0] && atOf(planned, responses[0][0]);
  return {
    ...{ id, topic, level, effect, detectedAt, detectedOn: localDateOf(detectedAt), respondedAt },
    ...{ source: "网络论坛监测（演示）", heat: 40 + number * 35, divisionCode: body.divisionCode.slice(0, 6) },
    ...{ responsibleId: assigned ? body.id : undefined, responsibleUscc: assigned ? body.uscc : undefined },
    respondedOn: respondedAt && localDateOf(respondedAt),
  };
};

/** Fills the tables. */
export const seedOpinionEvents = async (db: Knex, world: DemonstrationWorld): Promise<void> => {
  const agencies = world.organizations.filter(({ role, uscc }) => role === "agency" && uscc !== undefined);
  const events = [
    ...golden(agencies.find(({ uscc }) => uscc === GOLDEN_ISSUER)!),
    ...drawn(
      world,
      agencies.filter(({ uscc }) => uscc !== GOLDEN_ISSUER),
    ),
  ];
  await insertRecords(db, OPINION_EVENTS, events.map(recordOf));
  await insertRecords(
    db,
    OPINION_RESPONSES,
    events.flatMap((event) =>
      (event.responses ?? []).map(([hours, form, text], index) => ({
        ...{ eventId: event.id, number: index + 1, at: atOf(event, hours), form, text },
      })),
    ),
  );
};
