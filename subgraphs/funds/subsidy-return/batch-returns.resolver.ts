/** Lines of a batch that came back. */
import { Ctx, FieldResolver, Resolver, Root } from "../../../platform/graphql/classes/index.js";
import { ListSize } from "../../../platform/graphql/index.js";
import type { FundsContext } from "../context.js";
import { SubsidyBatch } from "../subsidy-handling/subsidy-handling.type.js";
import { MOST_RETURNS } from "./subsidy-return.service.js";
import { SubsidyReturn } from "./subsidy-return.type.js";

@Resolver(() => SubsidyBatch)
export class BatchReturnsResolver {
  @ListSize(MOST_RETURNS)
  @FieldResolver(() => [SubsidyReturn], {
    description: "Lines that came back, in their order; the first ones, at most 100 (退票明细).",
  })
  returns(@Root() { batchNo }: SubsidyBatch, @Ctx() { services }: FundsContext): Promise<SubsidyReturn[]> {
    return services.subsidyReturns.ofBatch(batchNo);
  }
}
