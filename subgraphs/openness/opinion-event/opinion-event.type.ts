/** OpinionEvent: what the public is concerned about, and what a body answered (政务舆情回应). */
import {
  Closed,
  Directive,
  Field,
  ID,
  Int,
  ObjectType,
  OwnedRecord,
  type Closure,
} from "../../../platform/graphql/classes/index.js";
import { DateTimeScalar, createConnectionType } from "../../../platform/graphql/index.js";
import { HourDeadline } from "../hour-deadline/hour-deadline.type.js";
import { OpinionEventLevel, OpinionEventStage, ResponseForm } from "./opinion-event.enums.js";

/** Who reads what was monitored and assessed: the responsible body and supervisors. */
const MONITORED: Closure = { tier: ["AGENCY", "SUPERVISOR"], reason: "PROCESS_INFORMATION", basis: "OGI-2019-16" };

/** What was answered. */
@ObjectType({ description: "What a body answered the public (舆情回应)." })
export class OpinionResponse {
  @Field(() => DateTimeScalar, { description: "When (回应时间)." })
  at: Date;

  @Field(() => ResponseForm, { description: "How (回应形式)." })
  form: ResponseForm;

  @Field(() => String, { description: "What was said (回应内容)." })
  text: string;
}

/** An event. Responses and links are in its resolver. */
@Directive('@key(fields: "id")')
@OwnedRecord({ agency: "responsibleUscc", division: "divisionCode" })
@ObjectType({ description: "What the public is concerned about; public once it was answered (政务舆情)." })
export class OpinionEvent {
  @Field(() => ID, { description: "Id (舆情编号)." })
  id: string;

  @Field(() => String, { description: "What it is about (舆情主题)." })
  topic: string;

  @Field(() => OpinionEventStage, { description: "How far it is handled (处置阶段)." })
  stage: OpinionEventStage;

  @Field(() => OpinionEventLevel, {
    nullable: true,
    description: "How grave it is; null before it is assessed (舆情等级).",
  })
  level?: OpinionEventLevel;

  @Field(() => DateTimeScalar, { description: "When it was detected; the limit runs from then (发现时间)." })
  detectedAt: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was first answered (首次回应时间)." })
  respondedAt?: Date;

  @Field(() => HourDeadline, {
    description: "Limit of the first response, L17: 24 hours of a grave or major emergency, 48 of others (回应期限).",
  })
  deadline: HourDeadline;

  @Closed(MONITORED)
  @Field(() => String, { nullable: true, description: "Where it was found (监测来源)." })
  source: string;

  @Closed(MONITORED)
  @Field(() => Int, { nullable: true, description: "How much was written of it, in pieces (热度，信息条数)." })
  heat: number;

  @Closed(MONITORED)
  @Field(() => String, { nullable: true, description: "What the response did (回应效果评估)." })
  effect?: string;

  divisionCode: string;
  responsibleId?: string;
  responsibleUscc?: string;
}

/** A page of events. */
export const OpinionEventConnection = createConnectionType("OpinionEvent", () => OpinionEvent, "政务舆情");
