/** Opinion: what somebody said of the draft of a decision, and what the organiser did with it (公众意见). */
import { Directive, Field, ID, ObjectType, OwnedRecord } from "../../../platform/graphql/classes/index.js";
import { DateScalar, createConnectionType } from "../../../platform/graphql/index.js";
import "./opinion.machine.js";
import { OpinionAuthor, OpinionOutcome } from "./opinion.enums.js";

/** An opinion. Its text is stored without persons; who gave it is shown to nobody. */
@Directive('@key(fields: "id")')
@OwnedRecord({ subject: "subject", agency: "organiserUscc", division: "divisionCode" })
@ObjectType({ description: "What somebody said of the draft of a decision; who did is shown to nobody (公众意见)." })
export class Opinion {
  @Field(() => ID, { description: "Id, which says nothing of its author (意见编号)." })
  id: string;

  @Field(() => String, { description: "What was said, without persons (意见内容)." })
  text: string;

  @Field(() => OpinionAuthor, { description: "Whether a person or a body said it (意见提出人类别)." })
  authorKind: OpinionAuthor;

  @Field(() => DateScalar, { description: "Day on which it was given (提出日期)." })
  givenOn: string;

  @Field(() => OpinionOutcome, { description: "What the organiser did with it (采纳情况)." })
  outcome: OpinionOutcome;

  @Field(() => String, { nullable: true, description: "Why; always stated where it was not adopted (理由)." })
  reason?: string;

  @Field(() => DateScalar, { nullable: true, description: "Day of the answer (答复日期)." })
  answeredOn?: string;

  decisionId: string;
  topicId: string;
  subject: string;
  organiserUscc: string;
  divisionCode: string;
  version: number;
}

/** A page of opinions. */
export const OpinionConnection = createConnectionType("Opinion", () => Opinion, "公众意见");
