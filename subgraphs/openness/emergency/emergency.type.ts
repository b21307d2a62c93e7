/** EmergencyEvent: what happened, what the public was told of it and when, and the clocks of that (突发事件及信息发布). */
import { Directive, Field, ID, Int, ObjectType } from "../../../platform/graphql/classes/index.js";
import { DateScalar, DateTimeScalar, DeadlineState, createConnectionType } from "../../../platform/graphql/index.js";
import { EmergencyKind, EmergencyLevel } from "./emergency.enums.js";
import type * as domain from "./emergency.js";

/** An emergency. Public from its publication on. */
@Directive('@key(fields: "id")')
@ObjectType({ description: "An emergency, and what the public was told of it (突发事件)." })
export class EmergencyEvent {
  @Field(() => ID, { description: "Id (事件编号)." })
  id: string;

  @Field(() => EmergencyLevel, { nullable: true, description: "How grave it is (级别)." })
  level: EmergencyLevel;

  @Field(() => EmergencyKind, { nullable: true, description: "What happened, by kind (类别)." })
  kind: EmergencyKind;

  @Field(() => String, { nullable: true, description: "What happened, without names of persons (事件名称)." })
  title: string;

  @Field(() => DateScalar, { nullable: true, description: "Day on which it happened (发生日期)." })
  occurredOn: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When it was reported to whoever is responsible first: the clocks run from then (接报时间).",
  })
  reportedAt: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: "When its facts were verified (核实时间)." })
  verifiedAt?: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: "When the press was met first (新闻发布会时间)." })
  conferenceAt?: Date;

  @Field(() => DateScalar, { nullable: true, description: "Day of the review (评估日期)." })
  reviewedOn?: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "Day of publication; absent while the responsible body and supervisors alone know of it (公开日期).",
  })
  publishedOn?: string;

  organId: string;
  organUscc: string;
  divisionCode: string;
}

/** What the public was told. */
@ObjectType({ description: "What the public was told of an emergency (突发事件信息发布)." })
export class EmergencyNotice {
  @Field(() => Int, { description: "Its number, from 1 on (序号)." })
  seq: number;

  @Field(() => DateTimeScalar, { description: "When it was published (发布时间)." })
  publishedAt: Date;

  @Field(() => String, { description: "What was told (发布内容)." })
  content: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When the public is told again; of all but the last notice (下次发布时间).",
  })
  nextUpdateAt?: Date;

  @Field(() => Boolean, { description: "True of the notice that concludes (是否为最终通报)." })
  isLast: boolean;
}

/** A clock in hours. */
@ObjectType({ description: "A clock in hours, computed for the moment of the request (小时时限)." })
export class EmergencyClock implements domain.HourClock {
  @Field(() => ID, { description: "Limit that it is of, as `legalTimeLimits` has it (时限编号)." })
  limitId: string;

  @Field(() => DateTimeScalar, { description: "Last moment in time (截止时间)." })
  dueAt: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it was met, in time or not (完成时间)." })
  metAt?: Date;

  @Field(() => DeadlineState, { description: "How it stands (时限状态)." })
  state: DeadlineState;

  @Field(() => Boolean, {
    description:
      "False where the figure could not be confirmed in its document: nobody is late by it (期限数值是否已核实).",
  })
  confirmed: boolean;

  @Field(() => String, { description: "Document that sets it (期限依据)." })
  basis: string;
}

/** A page of emergencies. */
export const EmergencyEventConnection = createConnectionType("EmergencyEvent", () => EmergencyEvent, "突发事件");
