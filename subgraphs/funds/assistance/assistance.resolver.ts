/** Root field of the standards of assistance. */
import { Ctx, Query, Resolver, SameForAll } from "../../../platform/graphql/classes/index.js";
import { Cached } from "../../../platform/graphql/index.js";
import type { FundsContext } from "../context.js";
import { AssistanceStandard } from "./assistance.type.js";

@Resolver(() => AssistanceStandard)
export class AssistanceStandardResolver {
  @SameForAll()
  @Cached(300)
  @Query(() => [AssistanceStandard], {
    nullable: true,
    description: "How households in need are identified, one standard for each category (帮扶对象认定标准).",
  })
  assistanceStandards(@Ctx() { services }: FundsContext): readonly AssistanceStandard[] {
    return services.assistance.standards();
  }
}
