/** Root field of the calendar. */
import { Arg, Ctx, Int, Query, Resolver, SameForAll, Tag } from "../../../platform/graphql/classes/index.js";
import { Cached } from "../../../platform/graphql/index.js";
import type { ReferenceContext } from "../context.js";
import { WorkCalendar } from "./work-calendar.type.js";

@Resolver(() => WorkCalendar)
export class WorkCalendarResolver {
  @SameForAll()
  @Tag("partner")
  @Cached(300)
  @Query(() => WorkCalendar, { nullable: true, description: "Working-day calendar of a year (按年份查工作日历)." })
  workCalendar(
    @Ctx() { services }: ReferenceContext,
    @Arg("year", () => Int, { description: "Year (年份)." }) year: number,
  ): WorkCalendar | undefined {
    return services.workCalendars.find(year);
  }
}
