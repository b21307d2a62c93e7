/** Verbs of bids, and what they answer. */
import { Field, ObjectType, Verb } from "../../../platform/graphql/classes/index.js";
import { Bid } from "../bid/bid.type.js";

/** What a verb of a bid answers. */
@ObjectType({ description: "The bid, as the write left it (报价操作结果)." })
export class BidPayload {
  @Field(() => Bid, { nullable: true, description: "The bid (报价)." })
  bid?: Bid;
}

/** Verbs of bidders, with the id of the law that gives it to them. */
export const bidder = (basis: string, description: string): MethodDecorator =>
  Verb(() => BidPayload, { by: ["OWNER"], basis, description });
