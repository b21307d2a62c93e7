/** Inputs of the verbs of listing. */
import { Field, ID, InputType } from "../../../platform/graphql/classes/index.js";
import { DateScalar, MaxLength } from "../../../platform/graphql/index.js";
import { ChangeInput, WriteInput } from "../../../platform/write/classes/index.js";
import { ListKind } from "../list-entry/list-entry.enums.js";
import { ListingOutcome } from "./listing-handling.enums.js";

/** Most measures that a notice tells of. */
export const MOST_MEASURES = 20;

/** Prior notice. */
@InputType({ description: "Prior notice that a body is to be listed (列入名单事先告知)." })
export class GiveListingNoticeInput extends WriteInput {
  @MaxLength(18)
  @Field(() => String, { description: "Credit code of the body (统一社会信用代码)." })
  uscc: string;

  @MaxLength(200)
  @Field(() => String, { description: "Name of the list (名单名称)." })
  list: string;

  @Field(() => ListKind, { description: "Kind of list; nobody is given notice of praise (名单类型)." })
  kind: ListKind;

  @MaxLength(200)
  @Field(() => String, {
    description:
      "Law on which the list rests; of a list of serious dishonesty a law, a regulation, or a document of the Party's centre or the State Council (名单依据).",
  })
  basisLaw: string;

  @MaxLength(1_000)
  @Field(() => String, { description: "Why (列入事由)." })
  reason: string;

  @Field(() => [ID], {
    description:
      "Codes of the measures that would follow, at most 20, of the catalogue of measures (失信惩戒措施提示).",
  })
  measureCodes: string[];
}

/** Statement and defence. */
@InputType({ description: "Statement and defence of a body that is to be listed (陈述申辩)." })
export class DefendListingInput extends ChangeInput {
  @Field(() => ID, { description: "Number of the case (办理编号)." })
  no: string;

  @MaxLength(2_000)
  @Field(() => String, { description: "What the body says (陈述申辩意见)." })
  statement: string;
}

/** Decision. */
@InputType({ description: "Decision of a case of listing (列入名单决定)." })
export class DecideListingInput extends ChangeInput {
  @Field(() => ID, { description: "Number of the case (办理编号)." })
  no: string;

  @Field(() => ListingOutcome, { description: "LISTED or NOT_LISTED (决定结果)." })
  outcome: ListingOutcome;

  @MaxLength(1_000)
  @Field(() => String, { description: "Reasons, with what became of the defence (决定理由)." })
  reasons: string;

  @MaxLength(1_000)
  @Field(() => String, {
    nullable: true,
    description: "What is told of review and lawsuit, where it is listed (救济途径).",
  })
  remedy?: string;

  @MaxLength(100)
  @Field(() => String, { nullable: true, description: "Number of the decision to list (认定文书号)." })
  decisionDocNo?: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "Last day on the list; none where it stands until its reason is gone (期满日期).",
  })
  expiresOn?: string;
}
