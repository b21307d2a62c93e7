/** Emergencies of the demonstration: a major one told in time and reviewed, a grave one whose press conference came late, one in hand with an update overdue, one not yet published. */
import type { Knex } from "knex";
import { insertRecords, type NewOf } from "../../../platform/database/index.js";
import type { DemonstrationWorld } from "../../demonstration.js";
import { EmergencyKind, EmergencyLevel } from "../emergency/emergency.enums.js";
import { EMERGENCY_EVENTS, EMERGENCY_NOTICES } from "../emergency/emergency.rows.js";
import { GOLDEN_ISSUER } from "./golden-documents.js";

type Event = NewOf<typeof EMERGENCY_EVENTS>;
type Notice = readonly [at: string, content: string, next?: string];

/** A moment in Shanghai: `2026-07-14 03:20`. */
const at = (written: string): Date => new Date(`${written.replace(" ", "T")}:00+08:00`);

/** Removes them. */
export const clearEmergencies = async (db: Knex): Promise<void> => {
  await db.raw("truncate emergency_notices, emergency_events");
};

const EVENTS = (
  owner: Pick<Event, "organId" | "organUscc" | "divisionCode">,
): readonly (readonly [Event, readonly Notice[]])[] => [
  [
    {
      ...{ ...owner, id: "TF222401-2025-001", level: EmergencyLevel.MAJOR, kind: EmergencyKind.NATURAL_DISASTER },
      ...{ title: "布尔哈通河洪水", occurredOn: "2025-07-28", reviewedOn: "2025-10-20", publishedOn: "2025-07-28" },
      ...{
        reportedAt: at("2025-07-28 05:10"),
        verifiedAt: at("2025-07-28 06:00"),
        conferenceAt: at("2025-07-28 16:00"),
      },
    },
    [
      ["2025-07-28 08:30", "三处堤段漫水，沿线居民已转移。", "2025-07-28 14:00"],
      ["2025-07-28 13:50", "水位回落，电力恢复八成。", "2025-07-29 09:00"],
      ["2025-07-29 09:00", "应急响应解除，转为灾后恢复。"],
    ],
  ],
  [
    {
      ...{ ...owner, id: "TF222401-2026-001", level: EmergencyLevel.GRAVE, kind: EmergencyKind.ACCIDENT },
      ...{ title: "工业园区储罐泄漏", occurredOn: "2026-03-10", reviewedOn: undefined, publishedOn: "2026-03-10" },
      ...{
        reportedAt: at("2026-03-10 01:00"),
        verifiedAt: at("2026-03-10 02:30"),
        conferenceAt: at("2026-03-11 09:00"),
      },
    },
    [
      ["2026-03-10 08:00", "泄漏已控制，周边居民已疏散。", "2026-03-10 18:00"],
      ["2026-03-10 18:00", "环境监测达标，居民陆续返回，事故原因调查中。"],
    ],
  ],
  [
    {
      ...{ ...owner, id: "TF222401-2026-002", level: EmergencyLevel.LARGER, kind: EmergencyKind.PUBLIC_HEALTH },
      ...{
        title: "学校集体用餐食源性疾病",
        occurredOn: "2026-09-24",
        reviewedOn: undefined,
        publishedOn: "2026-09-24",
      },
      ...{ reportedAt: at("2026-09-24 13:00"), verifiedAt: at("2026-09-24 15:00"), conferenceAt: undefined },
    },
    [["2026-09-24 17:00", "涉事食堂已停用，样品送检。", "2026-09-25 17:00"]],
  ],
  [
    {
      ...{ ...owner, id: "TF222401-2026-003", level: EmergencyLevel.ORDINARY, kind: EmergencyKind.ACCIDENT },
      ...{ title: "农贸市场电缆起火", occurredOn: "2026-09-27", reviewedOn: undefined, publishedOn: undefined },
      ...{ reportedAt: at("2026-09-27 21:00"), verifiedAt: undefined, conferenceAt: undefined },
    },
    [],
  ],
];

/** Fills the cleared tables. */
export const seedEmergencies = async (db: Knex, world: DemonstrationWorld): Promise<void> => {
  const organ = world.organizations.find(({ uscc }) => uscc === GOLDEN_ISSUER)!;
  const events = EVENTS({
    ...{ organId: organ.id, organUscc: organ.uscc!, divisionCode: organ.divisionCode.slice(0, 6) },
  });
  await insertRecords(
    db,
    EMERGENCY_EVENTS,
    events.map(([event]) => event),
  );
  await insertRecords(
    db,
    EMERGENCY_NOTICES,
    events.flatMap(([{ id }, notices]) =>
      notices.map(([publishedAt, content, next], index) => ({
        ...{ eventId: id, seq: index + 1, publishedAt: at(publishedAt), content },
        ...{ nextUpdateAt: next === undefined ? undefined : at(next), isLast: next === undefined },
      })),
    ),
  );
};
