/** Finds emergencies for one viewer, with notices and clocks as of the moment. */
import { createGroupLoader, type Page, type PageArgs } from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import { createRecordReads } from "../published-record/published-record.js";
import { EMERGENCY_LIMITS, emergencyState, hasLimits, hourClock, nextUpdateOf, type HourClock } from "./emergency.js";
import type { EmergencyState } from "./emergency.enums.js";
import type { EmergencyFilter } from "./emergency.input.js";
import { emergencies, findNotices, narrowEmergencies } from "./emergency.repository.js";
import type { EmergencyEvent, EmergencyNotice } from "./emergency.type.js";

/** When the public is told next, and whether that is past. */
export interface NextUpdate {
  readonly at?: Date | undefined;
  readonly isOverdue: boolean;
}

/** Service of emergencies. */
export interface EmergencyService {
  find(id: string): Promise<EmergencyEvent | undefined>;
  list(filter: EmergencyFilter, page: PageArgs): Promise<Page<EmergencyEvent>>;
  /** At most 50. */
  notices(id: string): Promise<EmergencyNotice[]>;
  state(event: EmergencyEvent): Promise<EmergencyState>;
  /** Clocks of a grave or major one; none of others. */
  clocks(event: EmergencyEvent): Promise<HourClock[]>;
  nextUpdate(id: string): Promise<NextUpdate>;
}

const LATEST_FIRST = [
  { column: "occurred_on", direction: "desc" },
  { column: "id", direction: "desc" },
] as const;

/** Creates the service for one request. */
export const createEmergencyService = (dependencies: ServiceDependencies): EmergencyService => {
  const { db, asOf: now } = dependencies;
  const reads = createRecordReads(dependencies, emergencies(now), {
    ...{ ordering: "emergencyEvents", orderBy: LATEST_FIRST, narrow: narrowEmergencies },
  });
  const byEvent = createGroupLoader(
    (ids) => findNotices(db, now, ids),
    ({ eventId }) => eventId,
  );
  const notices = (id: string): Promise<EmergencyNotice[]> => byEvent.load(id);
  return {
    ...{ find: reads.find, list: reads.list, notices },
    state: async ({ id, verifiedAt, reviewedOn }) =>
      emergencyState({ verifiedAt, reviewed: reviewedOn !== undefined }, await notices(id)),
    async clocks({ id, level, reportedAt: start, conferenceAt }) {
      if (!hasLimits(level)) return [];
      const [first] = await notices(id);
      return [
        hourClock(EMERGENCY_LIMITS.L17_5H, { start, metAt: first?.publishedAt }, now),
        hourClock(EMERGENCY_LIMITS.L17_24H, { start, metAt: conferenceAt }, now),
      ];
    },
    async nextUpdate(id) {
      const at = nextUpdateOf(await notices(id));
      return { at, isOverdue: at !== undefined && now > at };
    },
  };
};
