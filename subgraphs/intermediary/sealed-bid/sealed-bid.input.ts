/** Inputs of the verbs of bids: before bids are closed none of them has a price. */
import { Field, ID, InputType } from "../../../platform/graphql/classes/index.js";
import { MaxLength, MoneyScalar } from "../../../platform/graphql/index.js";
import { ChangeInput, WriteInput } from "../../../platform/write/classes/index.js";

/** A bid that is handed in. */
@InputType({ description: "A bid that is handed in, sealed where bids name a price (密封报价)." })
export class PlaceBidInput extends WriteInput {
  @MaxLength(64)
  @Field(() => ID, { description: "Number of the project (项目编号)." })
  projectNo: string;

  @MaxLength(64)
  @Field(() => String, {
    nullable: true,
    description:
      "SHA-256 of project, firm, price, file and nonce, 64 lower-case hexadecimal digits, as `npm run bid -- seal` makes it; none where the owner fixes the price (密封值).",
  })
  commitment?: string;

  @MaxLength(64)
  @Field(() => String, {
    description:
      "Pass of the credit gate, `creditGate { pass }` of your own organisation, ten minutes old at most (准入凭证).",
  })
  creditPass: string;
}

/** Another bid in its place. */
@InputType({ description: "Another bid in the place of the one before (更换报价)." })
export class ReplaceBidInput extends ChangeInput {
  @MaxLength(64)
  @Field(() => ID, { description: "Number of the project (项目编号)." })
  projectNo: string;

  @MaxLength(64)
  @Field(() => String, { nullable: true, description: "As for placeBid (密封值)." })
  commitment?: string;

  @MaxLength(64)
  @Field(() => String, { description: "As for placeBid (准入凭证)." })
  creditPass: string;
}

/** A bid that is taken back. */
@InputType({ description: "A bid that is taken back (撤回报价)." })
export class WithdrawBidInput extends ChangeInput {
  @MaxLength(64)
  @Field(() => ID, { description: "Number of the project (项目编号)." })
  projectNo: string;
}

/** What was sealed. */
@InputType({ description: "What was sealed, once bids are closed (揭示报价)." })
export class RevealBidInput extends ChangeInput {
  @MaxLength(64)
  @Field(() => ID, { description: "Number of the project (项目编号)." })
  projectNo: string;

  @Field(() => MoneyScalar, { description: "Price in yuan, above zero (报价金额)." })
  price: bigint;

  @MaxLength(64)
  @Field(() => String, {
    description: "SHA-256 of the offer's file, 64 lower-case hexadecimal digits (报价文件哈希).",
  })
  contentHash: string;

  @MaxLength(64)
  @Field(() => String, { description: "The nonce of the envelope, 64 lower-case hexadecimal digits (随机数)." })
  nonce: string;
}
