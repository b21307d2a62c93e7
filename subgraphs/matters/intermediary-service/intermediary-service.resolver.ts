/** What matters adds to intermediary services. */
import { Ctx, Directive, FieldResolver, Resolver, Root } from "../../../platform/graphql/classes/index.js";
import type { MattersContext } from "../context.js";
import { demandPasses } from "./demand-pass.js";
import { DemandGate, IntermediaryService } from "./intermediary-service.type.js";

@Resolver(() => IntermediaryService)
export class IntermediaryServiceResolver {
  @Directive('@requires(fields: "isListed")')
  @FieldResolver(() => DemandGate, {
    nullable: true,
    description:
      "Whether a matter may demand it; shut where it is not on the list, and where the list does not answer (中介服务清单核查).",
  })
  demandGate(@Root() { code, isListed }: IntermediaryService, @Ctx() { codeKeys, asOf }: MattersContext): DemandGate {
    // Whoever asks: who may publish by the pass is decided by the verbs, and that a service is listed is public.
    return isListed === true
      ? { mayDemand: true, pass: demandPasses(codeKeys).make(code, asOf) }
      : { mayDemand: false };
  }
}
