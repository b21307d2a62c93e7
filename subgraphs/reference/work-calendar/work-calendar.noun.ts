/** Calendar of working days (工作日历): what this noun adds to the reference service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { ReferenceServices } from "../context.js";
import { WorkCalendarResolver } from "./work-calendar.resolver.js";
import { createWorkCalendarService } from "./work-calendar.service.js";

const services = { workCalendars: createWorkCalendarService };

declare module "../context.js" {
  interface ReferenceServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const workCalendar: Noun<ReferenceServices> = {
  owns: ["WorkCalendar"],
  resolvers: [WorkCalendarResolver],
  references: {
    WorkCalendar: ({ year }, { workCalendars }) => workCalendars.find(Number(year)),
  },
  services,
};
