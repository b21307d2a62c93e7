/** What funds adds to service matters. */
import { Ctx, FieldResolver, Resolver, Root } from "../../../platform/graphql/classes/index.js";
import type { FundsContext } from "../context.js";
import { FundPolicy } from "../fund-policy/fund-policy.type.js";
import { ServiceMatter } from "./service-matter.type.js";

@Resolver(() => ServiceMatter)
export class ServiceMatterResolver {
  @FieldResolver(() => [FundPolicy], {
    nullable: "itemsAndList",
    description: "Policies whose money is applied for by this matter (相关资金政策).",
  })
  relatedFunds(@Root() { id }: ServiceMatter, @Ctx() { services }: FundsContext): Promise<FundPolicy[]> {
    return services.fundPolicies.ofMatter(id);
  }
}
