/** Root field of progress by query code. */
import { Arg, Ctx, ID, Query, Resolver } from "../../../platform/graphql/classes/index.js";
import type { MattersContext } from "../context.js";
import { CaseProgress } from "./case-progress.type.js";

@Resolver(() => CaseProgress)
export class CaseProgressResolver {
  @Query(() => CaseProgress, {
    nullable: true,
    description:
      "Progress of a case by number and query code; null alike for a wrong code and an unknown number (办件进度查询).",
  })
  caseProgress(
    @Ctx() { services }: MattersContext,
    @Arg("caseNo", () => ID, { description: "Number (办件编号)." }) caseNo: string,
    @Arg("queryCode", () => String, { description: "Code on the receipt (查询码)." }) queryCode: string,
  ): Promise<CaseProgress | undefined> {
    return services.cases.findProgress(caseNo, queryCode);
  }
}
