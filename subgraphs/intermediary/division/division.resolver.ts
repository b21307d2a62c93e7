/** What intermediary adds to divisions. */
import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from "../../../platform/graphql/classes/index.js";
import { PageArgs, toConnection, type ConnectionShape } from "../../../platform/graphql/index.js";
import type { IntermediaryContext } from "../context.js";
import { FindingRule } from "../finding/finding.enums.js";
import { IntermediaryFindingConnection, type IntermediaryFinding } from "../finding/finding.type.js";
import { Division } from "./division.type.js";

@Resolver(() => Division)
export class DivisionResolver {
  @FieldResolver(() => IntermediaryFindingConnection, {
    nullable: true,
    description: "Broken rules of intermediary services in the division and below it (规范性问题).",
  })
  async intermediaryFindings(
    @Root() { code }: Division,
    @Ctx() { services }: IntermediaryContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("rule", () => FindingRule, { nullable: true, description: "Of this rule (规则)." }) rule?: FindingRule,
  ): Promise<ConnectionShape<IntermediaryFinding>> {
    return toConnection(await services.findings.listOfDivision(code, rule ?? undefined, page));
  }
}
