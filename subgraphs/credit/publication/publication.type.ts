/** PublicationLateness: which decisions of a year were published late, by authority (双公示逾期公示统计). */
import { Field, ID, Int, ObjectType } from "../../../platform/graphql/classes/index.js";
import { DateScalar, ListSize } from "../../../platform/graphql/index.js";
import { Organization } from "../organization/organization.type.js";

/** A record that was published late. */
@ObjectType({ description: "A record that was published late (逾期公示样例)." })
export class LatePublication {
  @Field(() => ID, {
    description: "Id of the record (记录编号).",
    deprecationReason:
      "It is another object's, and a cache would take both for one: ask for recordId, since 2026-11-30, gone from 2027-11-30.",
  })
  id: string;

  @Field(() => ID, { description: "Id of the record (记录编号)." })
  recordId: string;

  @Field(() => String, { description: "Number of the decision (决定文书号)." })
  docNo: string;

  @Field(() => DateScalar, { description: "Day of the decision (决定日期)." })
  decisionDate: string;

  @Field(() => DateScalar, { nullable: true, description: "Day of publication; null where there is none (公示日期)." })
  publishedOn?: string;
}

/** Late publications of one authority. */
@ObjectType({ description: "Late publications of one authority (机关逾期公示情况)." })
export class LateAuthority {
  @Field(() => Organization, { nullable: true, description: "Authority that decided (决定机关)." })
  authority?: Organization;

  @Field(() => Int, { description: "How many it published late (逾期公示数)." })
  count: number;

  @Field(() => Int, { description: "Natural days from decision to publication, or to today, at worst (最长天数)." })
  worstDays: number;

  @Field(() => [LatePublication], {
    nullable: "items",
    description: "The latest ones, at most three, of those that the viewer would be given (样例).",
  })
  samples: LatePublication[];
}

/** Late publications. */
@ObjectType({
  description: "Decisions published late, among the records that the asking viewer would be given (逾期公示统计).",
})
export class PublicationLateness {
  @Field(() => Int, { description: "How many (逾期公示数)." })
  count: number;

  @Field(() => Int, {
    description: "How many can not be judged, because a needed calendar year is not published (待定数).",
  })
  provisional: number;

  @ListSize(100)
  @Field(() => [LateAuthority], {
    nullable: "items",
    description: "By authority, most first, at most a hundred (按机关).",
  })
  byAuthority: LateAuthority[];
}
