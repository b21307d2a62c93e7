/** What funds adds to major decisions. */
import { Ctx, Directive, FieldResolver, Resolver, Root } from "../../../platform/graphql/classes/index.js";
import { ListSize } from "../../../platform/graphql/index.js";
import type { FundsContext } from "../context.js";
import { FundPolicy } from "../fund-policy/fund-policy.type.js";
import { Decision } from "./decision.type.js";

/** Most policies of a decision. */
const MOST = 20;

@Resolver(() => Decision)
export class DecisionResolver {
  @Directive('@requires(fields: "fundPolicyCodes")')
  @ListSize(MOST)
  @FieldResolver(() => [FundPolicy], {
    nullable: true,
    description: "Policies that pay for it, at most 20 (所涉资金政策).",
  })
  async fundPolicies(@Root() { fundPolicyCodes }: Decision, @Ctx() { services }: FundsContext): Promise<FundPolicy[]> {
    const codes = (fundPolicyCodes ?? []).slice(0, MOST);
    const found = await Promise.all(codes.map((code) => services.fundPolicies.find(code)));
    return found.flatMap((policy) => policy ?? []);
  }
}
