/** What lists of alerts can be asked for. */
import { ArgsType, Field } from "../../../platform/graphql/classes/index.js";
import { Light, PageArgs } from "../../../platform/graphql/index.js";
import { AlertLevel } from "./monitor-alert.status.js";
import { AlertState } from "./monitor-alert.machine.js";

/** Arguments of a list of alerts. */
@ArgsType()
export class AlertArgs extends PageArgs {
  @Field(() => AlertLevel, { nullable: true, description: "Of this level (监察级别)." })
  level?: AlertLevel;

  @Field(() => Light, { nullable: true, description: "With this light (灯)." })
  light?: Light;

  @Field(() => [AlertState], { nullable: true, description: "In one of these states (监察处置状态)." })
  state?: AlertState[];
}
