/** Root field and link of opinions. */
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "../../../platform/graphql/classes/index.js";
import type { OpennessContext } from "../context.js";
import { Decision } from "../decision/decision.type.js";
import { Opinion } from "./opinion.type.js";

@Resolver(() => Opinion)
export class OpinionResolver {
  @Query(() => Opinion, { nullable: true, description: "An opinion by id (按编号查公众意见)." })
  opinion(
    @Ctx() { services }: OpennessContext,
    @Arg("id", () => ID, { description: "Id (意见编号)." }) id: string,
  ): Promise<Opinion | undefined> {
    return services.opinions.find(id);
  }

  @FieldResolver(() => Decision, { nullable: true, description: "Decision on whose draft it was given (决策事项)." })
  decision(@Root() { decisionId }: Opinion, @Ctx() { services }: OpennessContext): Promise<Decision | undefined> {
    return services.decisions.find(decisionId);
  }
}
