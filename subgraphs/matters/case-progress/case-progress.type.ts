/** CaseProgress: what anybody with number and query code sees of a case (办件进度查询). */
import { Field, ID, ObjectType } from "../../../platform/graphql/classes/index.js";
import { DateScalar, Deadline } from "../../../platform/graphql/index.js";
import { CaseState } from "../service-case/service-case.state.js";

/** Progress of a case: its state and days, nothing else. */
@ObjectType({ description: "Progress of a case for whoever holds its receipt: state and days alone (办件进度)." })
export class CaseProgress {
  @Field(() => ID, { description: "Number (办件编号, caseNo)." })
  caseNo: string;

  @Field(() => CaseState, { description: "State (办件状态)." })
  state: CaseState;

  @Field(() => DateScalar, { nullable: true, description: "Day of application (申请日期)." })
  appliedOn?: string;

  @Field(() => DateScalar, { nullable: true, description: "Day of acceptance (受理日期)." })
  acceptedOn?: string;

  @Field(() => DateScalar, { nullable: true, description: "Day of completion (办结日期)." })
  completedOn?: string;

  @Field(() => DateScalar, { nullable: true, description: "Day on which handling ended in any way (结束日期)." })
  endedOn?: string;

  @Field(() => Deadline, { nullable: true, description: "Promised deadline (承诺办结期限)." })
  deadline?: Deadline;
}
