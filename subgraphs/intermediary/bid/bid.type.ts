/** Bid: an agency's offer for a project; sealed until bids are opened (报价). */
import { Closed, Field, ObjectType, OwnedRecord } from "../../../platform/graphql/classes/index.js";
import { DateScalar, MoneyScalar, createConnectionType, describeEnum } from "../../../platform/graphql/index.js";

/** What the credit subgraph answered when the bid came in. */
export enum CreditCheck {
  CLEAR = "CLEAR",
  LISTED = "LISTED",
  UNAVAILABLE = "UNAVAILABLE",
}

describeEnum(CreditCheck, "CreditCheck", "What the check of credit lists gave when the bid came in (投标时信用核查).", {
  CLEAR: "On no serious-dishonesty list (未列入).",
  LISTED: "On a serious-dishonesty list; it may not bid (列入严重失信主体名单).",
  UNAVAILABLE: "Not answered; the bid may not be accepted (未能核查).",
});

/** Why a bid does not count. */
export enum BidRefusal {
  AVOIDED = "AVOIDED",
  BARRED = "BARRED",
  ABOVE_CEILING = "ABOVE_CEILING",
}

describeEnum(BidRefusal, "BidRefusal", "Why a bid does not count (报价无效原因).", {
  AVOIDED: "The agency must keep out of this project (应当回避).",
  BARRED: "Suspended, removed, listed, or not checked (暂停、清退、失信或未核查).",
  ABOVE_CEILING: "Above the ceiling (超过最高限价).",
});

/** A bid. What the check of credit gave is no public fact: an entry that was removed since is told of by nothing (Organization.bidCreditCheck). */
@OwnedRecord({ subject: "firmUscc", agency: "departmentUscc", division: "divisionCode" })
@ObjectType({ description: "An agency's bid; before opening its own agent sees it and nobody else does (报价)." })
export class Bid {
  @Field(() => MoneyScalar, {
    nullable: true,
    description: "Price in yuan; null where the price is fixed by the owner (报价金额).",
  })
  price?: bigint;

  @Field(() => DateScalar, { description: "Day on which it came in (提交日期)." })
  submittedAt: string;

  @Field(() => Boolean, { description: "True if it counts (是否有效)." })
  accepted: boolean;

  @Field(() => BidRefusal, { nullable: true, description: "Why it does not count (无效原因)." })
  refusal?: BidRefusal;

  @Closed({ tier: ["OWNER", "AGENCY", "SUPERVISOR"], reason: "PROCESS_INFORMATION", basis: "OGI-2019-16" })
  @Field(() => CreditCheck, {
    nullable: true,
    description:
      "Check of credit lists when it came in, invariant N5; what of it is public is told by `bidCreditCheck` of the agency (信用核查).",
  })
  creditCheck?: CreditCheck;

  agencyId: string;
  firmUscc: string;
  departmentUscc?: string;
  divisionCode: string;
}

/** A page of bids. */
export const BidConnection = createConnectionType("Bid", () => Bid, "报价");
