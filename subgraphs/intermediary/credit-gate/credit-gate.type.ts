/** CreditGate: whether a body may bid on the day of the request, and what bars it (N5, 信用准入). */
import { Field, ObjectType } from "../../../platform/graphql/classes/index.js";
import { BidBar } from "./credit-gate.enums.js";

/** Whether a body may bid. */
@ObjectType({ description: "Whether a body may bid on the day of the request (准入核查)." })
export class CreditGate {
  @Field(() => Boolean, { description: "True where nothing bars it (是否可投标)." })
  mayBid: boolean;

  @Field(() => [BidBar], { description: "What bars it (禁止投标原因)." })
  bars: BidBar[];

  @Field(() => String, {
    nullable: true,
    description:
      "What a bid of the body names, for ten minutes; for the agents of an intermediary that may bid, null for everybody else (准入凭证).",
  })
  pass?: string;
}
