/** Root field by which anybody checks a report, and what a report says in the reader's language. */
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "../../../platform/graphql/classes/index.js";
import type { CreditContext } from "../context.js";
import { lineText, noteText, scopeText } from "./report-texts.js";
import { CreditReport, ReportLine, ReportSection } from "./report.type.js";

@Resolver(() => ReportLine)
export class ReportLineResolver {
  @FieldResolver(() => ID, { description: "Id of the record (记录编号)." })
  recordId(@Root() { id }: ReportLine): string {
    return id;
  }

  @FieldResolver(() => String, {
    description: "What it says, Chinese or English as the reader's Accept-Language says (内容).",
  })
  text(@Root() { said }: ReportLine, @Ctx() { language }: CreditContext): string {
    return lineText(said, language);
  }
}

@Resolver(() => ReportSection)
export class ReportSectionResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description:
      "Why there are no records, Chinese or English as the reader's Accept-Language says; null where there are some (无记录说明).",
  })
  note(@Root() { why }: ReportSection, @Ctx() { language }: CreditContext): string | undefined {
    return why === undefined ? undefined : noteText(why, language);
  }
}

@Resolver(() => CreditReport)
export class CreditReportResolver {
  @FieldResolver(() => String, {
    description:
      "What it holds and what it does not, Chinese or English as the reader's Accept-Language says (报告范围说明).",
  })
  scope(@Ctx() { language }: CreditContext): string {
    return scopeText(language);
  }
}

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
