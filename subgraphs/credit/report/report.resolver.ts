/** Root field by which anybody checks a report. */
import { Arg, Ctx, ID, Query, Resolver } from "../../../platform/graphql/classes/index.js";
import type { CreditContext } from "../context.js";

@Resolver()
export class ReportResolver {
  @Query(() => Boolean, {
    nullable: true,
    description:
      "True where number, hash and code stand on one report that was made here in the last 30 days, and the public record of the body that the number ends with is today what it says; false for everything else, what it holds is not told (信用报告验证).",
  })
  verifyCreditReport(
    @Ctx() { services }: CreditContext,
    @Arg("number", () => ID, { description: "Number of the report (报告编号)." }) number: string,
    @Arg("hash", () => String, { description: "Its hash (报告散列值)." }) hash: string,
    @Arg("code", () => String, { description: "Its verification code, in either case (验证码)." }) code: string,
  ): Promise<boolean> {
    return services.reports.isGenuine({ number, hash, code });
  }
}
