/** DocumentRegistration: review of legality, registration and filing of a normative document (规范性文件制定与备案). */
import { Field, ObjectType } from "../../../platform/graphql/classes/index.js";
import { DateScalar } from "../../../platform/graphql/index.js";

/** What was done with it. Everybody who may know of the document may know of it. */
@ObjectType({ description: "Review, registration and filing of a normative document (合法性审核、统一登记与备案)." })
export class DocumentRegistration {
  @Field(() => String, { nullable: true, description: "Who reviewed its legality (合法性审核机构)." })
  legalityReviewer?: string;

  @Field(() => DateScalar, { nullable: true, description: "Day of the review (合法性审核日期)." })
  legalityReviewedOn?: string;

  @Field(() => DateScalar, { nullable: true, description: "Day on which it was discussed together (集体讨论日期)." })
  discussedOn?: string;

  @Field(() => String, { nullable: true, description: "Unified registration number (统一登记编号)." })
  registrationNo?: string;

  @Field(() => DateScalar, { nullable: true, description: "Day of registration (登记日期)." })
  registeredOn?: string;

  @Field(() => String, { nullable: true, description: "Filing number (备案号)." })
  filingNo?: string;

  @Field(() => String, { nullable: true, description: "With whom it is filed (备案机关)." })
  filedWith?: string;

  @Field(() => DateScalar, { nullable: true, description: "Day of filing (备案日期)." })
  filedOn?: string;

  indexNo: string;
}
