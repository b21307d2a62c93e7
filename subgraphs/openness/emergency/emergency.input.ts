/** What lists of emergencies can be asked for. */
import { Field, InputType } from "../../../platform/graphql/classes/index.js";
import { DivisionCodeScalar } from "../../../platform/graphql/index.js";
import { EmergencyKind, EmergencyLevel } from "./emergency.enums.js";

/** Filter of emergencies. */
@InputType({ description: "Which emergencies (突发事件筛选)." })
export class EmergencyFilter {
  @Field(() => DivisionCodeScalar, { nullable: true, description: "In this division or below it (行政区划)." })
  division?: string;

  @Field(() => [EmergencyLevel], { nullable: true, description: "Of these levels (级别)." })
  levels?: EmergencyLevel[];

  @Field(() => [EmergencyKind], { nullable: true, description: "Of these kinds (类别)." })
  kinds?: EmergencyKind[];
}
