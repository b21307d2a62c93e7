/** InquiryStatistics: what became of a division's inquiries, computed from the inquiries themselves (群众诉求统计). */
import { Field, Float, Int, ObjectType } from "../../../platform/graphql/classes/index.js";
import { DateScalar } from "../../../platform/graphql/index.js";
import { InquiryKind } from "../inquiry/inquiry.enums.js";
import type * as statistics from "./inquiry-statistics.js";

/** One kind. */
@ObjectType({ description: "Inquiries of one kind (分类统计)." })
export class InquiryKindCount implements statistics.InquiryKindCount {
  @Field(() => InquiryKind, { description: "Kind (诉求类型)." })
  kind: InquiryKind;

  @Field(() => Int, { description: "Received (受理数)." })
  received: number;

  @Field(() => Int, { description: "Replied (答复数)." })
  replied: number;
}

/** All of them. No word of an inquiry is in it. */
@ObjectType({ description: "What became of a division's inquiries, by the year in which they came (群众诉求统计)." })
export class InquiryStatistics implements statistics.InquiryFigures {
  @Field(() => Int, { description: "Year (年度)." })
  year: number;

  @Field(() => DateScalar, { description: "Day as of which they stand (统计截止日期)." })
  until: string;

  @Field(() => Int, { description: "Received, without those that were merged into another (受理数)." })
  received: number;

  @Field(() => Int, { description: "Merged into another of the same asker (合并数)." })
  merged: number;

  @Field(() => Int, { description: "Replied (答复数)." })
  replied: number;

  @Field(() => Int, { description: "Replied in time (按时答复数)." })
  repliedInTime: number;

  @Field(() => Int, { description: "Replied too late, or open after the limit (超期数)." })
  late: number;

  @Field(() => Int, {
    description:
      "The same of a local limit that is not confirmed in its document: nobody is late by it (期限未核实而已过的数量).",
  })
  pastUnconfirmed: number;

  @Field(() => Int, { description: "Of which the asker said whether they are satisfied (评价数)." })
  asked: number;

  @Field(() => Int, { description: "Of which the asker is satisfied, on the whole at least (满意数)." })
  satisfied: number;

  @Field(() => Float, { nullable: true, description: "Replied of received, 0 to 1, four places (答复率)." })
  replyRate?: number;

  @Field(() => Float, { nullable: true, description: "Satisfied of asked, 0 to 1, four places (满意率)." })
  satisfiedRate?: number;

  @Field(() => [InquiryKindCount], { description: "By kind, five lines (分类统计)." })
  kinds: InquiryKindCount[];
}
