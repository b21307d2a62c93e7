/** DecisionConsultation: how the public is asked about the draft of a decision, and what was adopted (公开征求意见). */
import { Field, ID, Int, ObjectType } from "../../../platform/graphql/classes/index.js";
import { DateScalar, createConnectionType } from "../../../platform/graphql/index.js";

/** A consultation. Public from its first day on. */
@ObjectType({ description: "How the public is asked about the draft of a decision (公开征求意见)." })
export class DecisionConsultation {
  @Field(() => DateScalar, { description: "First day (开始日期)." })
  opensOn: string;

  @Field(() => DateScalar, { description: "Last day, on which opinions are taken still (截止日期)." })
  closesOn: string;

  @Field(() => DateScalar, {
    description: "First last day that the law allows without a reason, L15 (法定最早截止日期).",
  })
  leastClosesOn: string;

  @Field(() => Boolean, {
    description:
      "True where the public has less time than the law gives, and no reason is stated (期限不足且未说明理由).",
  })
  tooShort: boolean;

  @Field(() => Boolean, { description: "True while opinions are taken (是否正在征求意见)." })
  open: boolean;

  @Field(() => String, { description: "Where opinions are given (征求意见渠道)." })
  channel: string;

  @Field(() => String, {
    nullable: true,
    description: "Why the public has less time than the law normally gives (缩短期限的理由).",
  })
  shortenedBecause?: string;

  decisionId: string;
}

/** A topic of a consultation. */
@ObjectType({ description: "What a consultation asks about (征求意见主题)." })
export class ConsultationTopic {
  @Field(() => ID, { description: "Id (主题编号)." })
  id: string;

  @Field(() => String, { description: "Name (主题名称)." })
  name: string;

  decisionId: string;
}

/** What was adopted of the opinions. */
@ObjectType({ description: "What was adopted of the opinions of a consultation (意见采纳情况)." })
export class OpinionAdoption {
  @Field(() => Int, { description: "How many were adopted (采纳件数)." })
  adopted: number;

  @Field(() => Int, { description: "How many were adopted in part (部分采纳件数)." })
  partly: number;

  @Field(() => Int, { description: "How many were not adopted (未采纳件数)." })
  notAdopted: number;

  @Field(() => Int, { description: "How many are not answered yet (待研究件数)." })
  pending: number;

  @Field(() => String, { nullable: true, description: "What the organiser says of all of them (采纳情况说明)." })
  summary?: string;

  @Field(() => DateScalar, { nullable: true, description: "Day on which it said so (公布采纳情况日期)." })
  summarisedOn?: string;
}

/** A page of consultations. */
export const DecisionConsultationConnection = createConnectionType(
  "DecisionConsultation",
  () => DecisionConsultation,
  "公开征求意见",
);
