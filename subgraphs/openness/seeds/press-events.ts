/** Fills the tables of press events: the golden ones, and one of each kind of other bodies. */
import type { Knex } from "knex";
import { insertRecords, type NewOf } from "../../../platform/database/index.js";
import { workdayAfter, workdayFrom } from "../../demonstration-days.js";
import { addDays } from "../../../platform/domain/index.js";
import type { DemonstrationOrganization, DemonstrationWorld } from "../../demonstration.js";
import { PressEventKind } from "../press-event/press-event.enums.js";
import { PRESS_DOCUMENTS, PRESS_EVENTS, PRESS_STATEMENTS } from "../press-event/press-event.rows.js";
import { GOLDEN_ISSUER } from "./golden-documents.js";

/** Their tables. */
export const PRESS_EVENT_TABLES = "press_documents, press_statements, press_events";

const { PRESS_CONFERENCE, BRIEFING, INTERVIEW } = PressEventKind;

/** How many are drawn, in either scale. */
const DRAWN = 12;

/** A press event, and what was said and shown there. */
interface PlannedPress {
  readonly event: NewOf<typeof PRESS_EVENTS>;
  readonly said?: readonly (readonly [question: string | undefined, speaker: string, words: string])[];
  readonly documents?: readonly string[];
}

const HEAD = "延吉市市场监督管理局局长";

const ofBody = ({ id, uscc, divisionCode }: DemonstrationOrganization) => ({
  ...{ organiserId: id, organiserUscc: uscc!, divisionCode: divisionCode.slice(0, 6) },
});

const golden = (body: DemonstrationOrganization): PlannedPress[] => [
  {
    event: {
      ...{ id: "XW222401-2025-001", kind: BRIEFING, topic: "食品小作坊登记管理办法修订", ...ofBody(body) },
      ...{ announcedOn: "2025-06-13", heldOn: "2025-06-16", speakers: [HEAD, "延吉市市场监督管理局食品科科长"] },
    },
    said: [
      [undefined, HEAD, "修订后的办法简化登记材料，有效期五年。"],
      ["已经登记的小作坊是否需要重新登记？", "延吉市市场监督管理局食品科科长", "有效期内不需要。"],
    ],
    documents: [`${GOLDEN_ISSUER}/2025-00002`, `${GOLDEN_ISSUER}/2026-00001`],
  },
  {
    event: {
      ...{ id: "XW222401-2026-002", kind: PRESS_CONFERENCE, topic: "国庆节日食品安全保障", ...ofBody(body) },
      ...{ announcedOn: "2026-09-24", heldOn: "2026-09-29", speakers: [HEAD] },
    },
    said: [[undefined, HEAD, "节日期间开展专项检查。"]],
  },
  {
    event: {
      ...{ id: "XW222401-2026-003", kind: INTERVIEW, topic: "网络餐饮监管", ...ofBody(body) },
      ...{ announcedOn: undefined, heldOn: "2026-10-15", speakers: [HEAD] },
    },
  },
];

const drawn = (bodies: readonly DemonstrationOrganization[]): PlannedPress[] =>
  Array.from({ length: DRAWN }, (_, number): PlannedPress => {
    const body = bodies[(number * 3) % bodies.length]!;
    const announcedOn = workdayFrom(addDays("2025-03-03", number * 40));
    const kinds = Object.values(PressEventKind);
    const speaker = `${body.name}新闻发言人`;
    return {
      event: {
        ...{ kind: kinds[number % kinds.length]!, topic: "重点工作进展情况（演示）", ...ofBody(body) },
        ...{ announcedOn, heldOn: workdayAfter(announcedOn, 2), speakers: [speaker] },
        id: `XW${body.divisionCode.slice(0, 6)}-${announcedOn.slice(0, 4)}-1${String(number).padStart(2, "0")}`,
      },
      said: [[undefined, speaker, "各项工作按计划推进。"]],
    };
  });

/** Fills the tables. */
export const seedPressEvents = async (db: Knex, world: DemonstrationWorld): Promise<void> => {
  const agencies = world.organizations.filter(({ role, uscc }) => role === "agency" && uscc !== undefined);
  const planned = [
    ...golden(agencies.find(({ uscc }) => uscc === GOLDEN_ISSUER)!),
    ...drawn(agencies.filter(({ uscc }) => uscc !== GOLDEN_ISSUER)),
  ];
  await insertRecords(
    db,
    PRESS_EVENTS,
    planned.map(({ event }) => event),
  );
  await insertRecords(
    db,
    PRESS_STATEMENTS,
    planned.flatMap(({ event, said = [] }) =>
      said.map(([question, speaker, words], index) => ({
        ...{ eventId: event.id, position: index + 1, question, speaker, words },
      })),
    ),
  );
  await insertRecords(
    db,
    PRESS_DOCUMENTS,
    planned.flatMap(({ event, documents: named = [] }) => named.map((indexNo) => ({ eventId: event.id, indexNo }))),
  );
};
