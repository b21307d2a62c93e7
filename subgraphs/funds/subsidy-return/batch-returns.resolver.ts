/** Lines of a batch that came back. */
import { Ctx, FieldResolver, Resolver, Root } from "../../../platform/graphql/classes/index.js";
import { ListSize } from "../../../platform/graphql/index.js";
import type { FundsContext } from "../context.js";
import { SubsidyBatch } from "../subsidy-handling/subsidy-handling.type.js";
import { SubsidyReturn } from "./subsidy-return.type.js";

@Resolver(() => SubsidyBatch)
export class BatchReturnsResolver {
  @ListSize(20)
  @FieldResolver(() => [SubsidyReturn], { description: "Lines that came back, in their order (退票明细)." })
  returns(@Root() { batchNo }: SubsidyBatch, @Ctx() { services }: FundsContext): Promise<SubsidyReturn[]> {
    return services.subsidyReturns.ofBatch(batchNo);
  }
}
