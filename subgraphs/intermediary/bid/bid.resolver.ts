/** Links of bids. */
import { FieldResolver, Resolver, Root } from "../../../platform/graphql/classes/index.js";
import { Organization } from "../organization/organization.type.js";
import { Bid } from "./bid.type.js";

@Resolver(() => Bid)
export class BidResolver {
  @FieldResolver(() => Organization, { nullable: true, description: "Bidding intermediary (报价机构)." })
  intermediary(@Root() { intermediaryId }: Bid): Organization {
    return { id: intermediaryId };
  }
}
