/** Inputs of the verbs of consultations. */
import { Field, ID, InputType } from "../../../platform/graphql/classes/index.js";
import { MaxLength } from "../../../platform/graphql/index.js";
import { ChangeInput, WriteInput } from "../../../platform/write/classes/index.js";

/** A question. */
@InputType({ description: "A question to the agency of a matter (提出咨询)." })
export class AskConsultationInput extends WriteInput {
  @Field(() => ID, { description: "Matter that it is about (事项, id)." })
  matterId: string;

  @MaxLength(1_000)
  @Field(() => String, { description: "Question (问题)." })
  question: string;

  @Field(() => Boolean, {
    description: "Whether question and answer may be published without you; you may take it back (是否同意公开).",
  })
  mayPublish: boolean;
}

/** A step that needs no more than the consultation. */
@InputType({ description: "A step of a consultation (咨询操作)." })
export class ConsultationStepInput extends ChangeInput {
  @Field(() => ID, { description: "Id of the consultation (咨询编号)." })
  consultationId: string;
}

/** A question after an answer. */
@InputType({ description: "A question after an answer (追问)." })
export class FollowUpConsultationInput extends ConsultationStepInput {
  @MaxLength(1_000)
  @Field(() => String, { description: "Question (问题)." })
  question: string;
}

/** An answer. */
@InputType({ description: "Answer to the last question (答复咨询)." })
export class AnswerConsultationInput extends ConsultationStepInput {
  @MaxLength(4_000)
  @Field(() => String, { description: "Answer (答复)." })
  answer: string;
}

/** What is published. */
@InputType({ description: "What is published of a consultation, in words without persons (公开咨询答复)." })
export class PublishConsultationInput extends ConsultationStepInput {
  @MaxLength(1_000)
  @Field(() => String, {
    description: "Question for everybody; names, numbers and homes are blotted out (公开的问题).",
  })
  publicQuestion: string;

  @MaxLength(4_000)
  @Field(() => String, { description: "Answer for everybody; the same (公开的答复)." })
  publicAnswer: string;
}
