/** WorkCalendar: the holidays and make-up working days of one year (工作日历). */
import { Directive, Field, Int, ObjectType, SameForAll, Tag } from "../../../platform/graphql/classes/index.js";
import { DateScalar } from "../../../platform/graphql/index.js";
import type * as domain from "./work-calendar.js";

/** A year's calendar as the State Council published it. */
@Directive('@key(fields: "year")')
@SameForAll()
@Tag("partner")
@ObjectType({ description: "Holidays and make-up working days of one year (工作日历, 国务院办公厅节假日安排)." })
export class WorkCalendar implements domain.WorkCalendar {
  @Field(() => Int, { description: "Year (年份)." })
  year: number;

  @Field(() => Boolean, {
    description: "True if the arrangement of the year is published; no deadline is computed without it (是否已公布).",
  })
  published: boolean;

  @Field(() => [DateScalar], { description: "Days off (放假日期)." })
  holidays: string[];

  @Field(() => [DateScalar], { description: "Weekend days that are worked (调休上班日期)." })
  makeupDays: string[];
}
