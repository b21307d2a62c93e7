/** What lists of events of public concern can be asked for. */
import { Field, InputType } from "../../../platform/graphql/classes/index.js";
import { DivisionCodeScalar } from "../../../platform/graphql/index.js";
import { OpinionEventLevel } from "./opinion-event.enums.js";

/** Filter of events. */
@InputType({ description: "Which events of public concern (政务舆情筛选)." })
export class OpinionEventFilter {
  @Field(() => OpinionEventLevel, { nullable: true, description: "Of this level (舆情等级)." })
  level?: OpinionEventLevel;

  @Field(() => DivisionCodeScalar, { nullable: true, description: "In this division or below it (行政区划)." })
  division?: string;
}
