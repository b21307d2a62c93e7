/** Bid: an intermediary's offer for a project; sealed until bids are opened (报价). */
import { Closed, Field, Int, ObjectType, OwnedRecord } from "../../../platform/graphql/classes/index.js";
import { DateScalar, MoneyScalar, createConnectionType } from "../../../platform/graphql/index.js";
import { CreditCheck, BidRefusal } from "./bid.enums.js";
import { BidState } from "./bid.machine.js";

/** A bid. What the check of credit gave is no public fact: an entry that was removed since is told of by nothing (Organization.bidCreditCheck). */
@OwnedRecord({ subject: "firmUscc", agency: "departmentUscc", division: "divisionCode" })
@ObjectType({ description: "An intermediary's bid; before opening its own agent sees it and nobody else does (报价)." })
export class Bid {
  @Field(() => BidState, { description: "State (报价状态)." })
  state: BidState;

  @Field(() => Int, { description: "Version, for `expectedVersion` of the next write (版本)." })
  version: number;

  @Field(() => String, {
    nullable: true,
    description:
      "SHA-256 of what was sealed, hexadecimal; with price, content hash and nonce anyone can recompute it; null where bids name no price (密封值).",
  })
  commitment?: string;

  @Field(() => String, {
    nullable: true,
    description: "SHA-256 of the offer's file, hexadecimal; told with the price (报价文件哈希).",
  })
  contentHash?: string;

  @Field(() => MoneyScalar, {
    nullable: true,
    description: "Price in yuan; null while it is sealed, and where the price is fixed by the owner (报价金额).",
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
      "Check of credit lists when it came in, invariant N5; what of it is public is told by `bidCreditCheck` of the intermediary (准入核查).",
  })
  creditCheck?: CreditCheck;

  id: string;
  intermediaryId: string;
  firmUscc: string;
  departmentUscc?: string;
  divisionCode: string;
}

/** A page of bids. */
export const BidConnection = createConnectionType("Bid", () => Bid, "报价");
