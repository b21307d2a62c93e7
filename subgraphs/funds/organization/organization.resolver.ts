/** What funds adds to organisations. */
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import type { FundsContext } from "../context.js";
import { FundsReceived, Organization } from "./organization.type.js";

@Resolver(() => Organization)
export class OrganizationResolver {
  @FieldResolver(() => FundsReceived, {
    nullable: true,
    description: "Public money it received out of a fiscal year (获得资金).",
  })
  async fundsReceived(
    @Root() { id }: Organization,
    @Ctx() { services }: FundsContext,
    @Arg("year", () => Int, { description: "Fiscal year (预算年度)." }) year: number,
  ): Promise<FundsReceived> {
    return { year, ...(await services.fundAllocations.receipts(id, year)) };
  }
}
