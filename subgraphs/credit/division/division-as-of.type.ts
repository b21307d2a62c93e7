/** Stub of DivisionAsOf, owned by reference. */
import { Directive, Field, ObjectType } from "../../../platform/graphql/classes/index.js";
import { DateScalar, DivisionCodeScalar } from "../../../platform/graphql/index.js";

/** The division of a record: its code and the day of the decision. Reference shows what the code stood for on that day. */
@Directive('@key(fields: "code on")')
@ObjectType({ description: "The division that a code stands for on the day of a record (记录当日区划)." })
export class DivisionAsOf {
  @Field(() => DivisionCodeScalar, { description: "Code as the record has it (记录所载代码)." })
  code: string;

  @Field(() => DateScalar, { description: "Day of the record (记录日期)." })
  on: string;
}
