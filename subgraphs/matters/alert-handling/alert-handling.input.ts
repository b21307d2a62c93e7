/** Inputs of the verbs of alerts. */
import { Field, ID, InputType } from "../../../platform/graphql/classes/index.js";
import { MaxLength } from "../../../platform/graphql/index.js";
import { ChangeInput } from "../../../platform/write/classes/index.js";
import { SupervisionDocument } from "../monitor-alert/monitor-alert.machine.js";

/** A step of an alert. */
@InputType({ description: "A step of an alert (监察处置操作)." })
export class AlertStepInput extends ChangeInput {
  @Field(() => ID, { description: "Id of the alert (监察编号)." })
  alertId: string;
}

/** What the agency says to it. */
@InputType({ description: "What the agency says to an alert (情况说明)." })
export class ToldAlertInput extends AlertStepInput {
  @MaxLength(1_000)
  @Field(() => String, { description: "What happened, or what was corrected (说明)." })
  explanation: string;
}

/** What the justice bureau issues about it. */
@InputType({ description: "What the justice bureau issues about an alert (行政执法监督)." })
export class EscalateAlertInput extends AlertStepInput {
  @Field(() => SupervisionDocument, { description: "What is issued (行政执法监督文书)." })
  supervision: SupervisionDocument;
}
