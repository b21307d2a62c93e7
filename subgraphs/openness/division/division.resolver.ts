/** What openness adds to divisions. */
import { Args, Ctx, FieldResolver, Resolver, Root } from "../../../platform/graphql/classes/index.js";
import { PageArgs, toConnection, type ConnectionShape } from "../../../platform/graphql/index.js";
import type { OpennessContext } from "../context.js";
import {
  DecisionConsultationConnection,
  type DecisionConsultation,
} from "../decision-consultation/decision-consultation.type.js";
import { Division } from "./division.type.js";

@Resolver(() => Division)
export class DivisionResolver {
  @FieldResolver(() => DecisionConsultationConnection, {
    nullable: true,
    description:
      "What the public is asked about now, in the division and below it, the first to close first (正在征求意见的决策).",
  })
  async consultationsOpen(
    @Root() { code }: Division,
    @Ctx() { services }: OpennessContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ConnectionShape<DecisionConsultation>> {
    return toConnection(await services.decisionConsultations.listOpenOfDivision(code, page));
  }
}
