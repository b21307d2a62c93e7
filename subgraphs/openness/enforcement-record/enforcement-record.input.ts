/** What records of enforcement can be asked for. */
import { Field, ID, InputType } from "../../../platform/graphql/classes/index.js";
import { DateScalar, DivisionCodeScalar } from "../../../platform/graphql/index.js";
import { EnforcementKind } from "./enforcement-record.enums.js";

/** Filter of records. */
@InputType({ description: "Which records of enforcement (执法信息筛选)." })
export class EnforcementRecordFilter {
  @Field(() => EnforcementKind, { nullable: true, description: "Of this kind (执法类别)." })
  kind?: EnforcementKind;

  @Field(() => DivisionCodeScalar, {
    nullable: true,
    description: "By bodies in this division or below it (行政区划).",
  })
  division?: string;

  @Field(() => ID, { nullable: true, description: "By this organisation, by id (执法单位)." })
  organId?: string;

  @Field(() => DateScalar, { nullable: true, description: "Done on this day or later (执法日期起)." })
  doneFrom?: string;

  @Field(() => DateScalar, { nullable: true, description: "Done on this day or before (执法日期止)." })
  doneTo?: string;
}
