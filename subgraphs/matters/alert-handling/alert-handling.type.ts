/** Verbs of alerts by who has them, and what they answer. */
import { Field, ObjectType, Verb } from "../../../platform/graphql/classes/index.js";
import { MonitorAlert } from "../monitor-alert/monitor-alert.type.js";

/** What a verb of an alert answers. */
@ObjectType({ description: "The alert, as the write left it (监察处置结果)." })
export class AlertPayload {
  @Field(() => MonitorAlert, {
    nullable: true,
    description: "The alert; null where its clock shows nothing any more (监察预警).",
  })
  alert?: MonitorAlert;
}

/** A verb of alerts of licensing and service cases (行政许可法 第六十条). */
export const alertVerb = (by: "AGENCY" | "SUPERVISOR", description: string): MethodDecorator =>
  Verb(() => AlertPayload, { by: [by], basis: "LICENSING-2019-60", description });

/** A verb of the justice bureau, the body of enforcement supervision of its government (行政执法监督条例 第六条). */
export const justiceVerb = (description: string): MethodDecorator =>
  Verb(() => AlertPayload, { by: ["SUPERVISOR"], basis: "ENFORCEMENT-SUPERVISION-2025-06", description });
