/** The figures of a division's inquiries. */
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from "../../../platform/graphql/classes/index.js";
import type { OpennessContext } from "../context.js";
import { Division } from "../division/division.type.js";
import { InquiryStatistics } from "./inquiry-statistics.type.js";

@Resolver(() => Division)
export class InquiryStatisticsResolver {
  @FieldResolver(() => InquiryStatistics, {
    nullable: true,
    description:
      "Inquiries that came in a year to bodies of the division and below it, and what became of them (群众诉求统计).",
  })
  inquiryStatistics(
    @Root() { code }: Division,
    @Ctx() { services }: OpennessContext,
    @Arg("year", () => Int, { description: "Year, from 2016 to this one (年度)." }) year: number,
  ): Promise<InquiryStatistics> {
    return services.inquiryStatistics.of(code, year);
  }
}
