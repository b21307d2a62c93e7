/** ServiceRating: how somebody rated a service, and what was put right after a bad one (好差评). */
import { Closed, Directive, Field, ID, Int, ObjectType, OwnedRecord } from "../../../platform/graphql/classes/index.js";
import { DateScalar, Deadline, createConnectionType } from "../../../platform/graphql/index.js";
import { RatingChannel, RatingStage } from "./service-rating.status.js";
import { Moderation } from "./service-rating.machine.js";
import type * as domain from "./service-rating.js";
import { RectificationState } from "./service-rating.machine.js";

/** How a bad rating is put right. */
@ObjectType({ description: "How a bad rating is put right (差评整改)." })
export class Rectification implements domain.Rectification {
  @Field(() => RectificationState, { description: "State (差评整改状态)." })
  state: RectificationState;

  @Field(() => Deadline, {
    nullable: true,
    description: "Deadline of 15 working days, L22; none for a rejected rating (整改期限).",
  })
  deadline?: Deadline;

  @Field(() => DateScalar, { nullable: true, description: "Day of verification (核实日期)." })
  verifiedOn?: string;

  @Field(() => DateScalar, { nullable: true, description: "Day on which the officer appealed (申诉日期)." })
  appealedOn?: string;

  @Field(() => DateScalar, { nullable: true, description: "Day on which it was put right (整改日期)." })
  rectifiedOn?: string;

  @Field(() => DateScalar, { nullable: true, description: "Day of the call-back (回访日期)." })
  calledBackOn?: string;

  @Field(() => DateScalar, { nullable: true, description: "Day of closing (办结日期)." })
  closedOn?: string;

  @Field(() => String, { nullable: true, description: "What was done (整改措施)." })
  measures?: string;
}

/** A rating. Links are in its resolver. */
@Directive('@key(fields: "id")')
@OwnedRecord({ subject: "subject", agency: "deptUscc", division: "divisionCode" })
@ObjectType({ description: "How somebody rated a service; who did is not shown to the public (好差评)." })
export class ServiceRating implements domain.ServiceRating {
  @Field(() => ID, { description: "Id, which says nothing of the case (评价编号)." })
  id: string;

  @Field(() => Int, { description: "Stars, 5 very content to 1 very discontent (满意度)." })
  stars: number;

  @Field(() => RatingStage, { description: "Stage (评价环节, serviceName)." })
  stage: RatingStage;

  @Field(() => Int, { description: "Which rating of its case it is (第几次服务, serviceNumber)." })
  serviceNumber: number;

  @Field(() => RatingChannel, { description: "Channel (评价渠道)." })
  channel: RatingChannel;

  @Field(() => [String], { description: "Words that were ticked (评价标签)." })
  tags: string[];

  @Field(() => Boolean, {
    description: "True if nobody rated in time and it counts as content; left out of averages (是否默认评价).",
  })
  byDefault: boolean;

  @Field(() => DateScalar, { description: "Day (评价日期)." })
  ratedOn: string;

  @Field(() => String, {
    nullable: true,
    description:
      "Comment: moderated for the public, without identity for the agency, as written for the writer and supervisors (评价内容).",
  })
  comment?: string;

  @Closed({ tier: ["OWNER", "AGENCY", "SUPERVISOR"], reason: "PROCESS_INFORMATION", basis: "OGI-2019-16" })
  @Field(() => Moderation, { nullable: true, description: "Where moderation stands (评价内容审核)." })
  moderation: Moderation;

  @Field(() => Rectification, { nullable: true, description: "How it is put right; of bad ratings alone (差评整改)." })
  rectification?: Rectification;

  version: number;
  caseNo: string;
  matterId: string;
  deptId: string;
  subject: string;
  deptUscc: string;
  divisionCode: string;
}

/** A page of ratings. */
export const ServiceRatingConnection = createConnectionType("ServiceRating", () => ServiceRating, "好差评");
