/** ImplementationTask: what a document asks of units, step by step with evidence (任务分解与落实). */
import { Directive, Field, ID, Int, ObjectType } from "../../../platform/graphql/classes/index.js";
import { DateScalar, DeadlineState, createConnectionType } from "../../../platform/graphql/index.js";

/** A task. Public from its publication on. */
@Directive('@key(fields: "id")')
@ObjectType({ description: "A task by which a document is carried out (政策落实任务)." })
export class ImplementationTask {
  @Field(() => ID, { description: "Id (任务编号)." })
  id: string;

  @Field(() => String, { nullable: true, description: "What is to be done (工作措施)." })
  measure: string;

  @Field(() => String, { nullable: true, description: "How its course is supervised (监督方式)." })
  supervision?: string;

  @Field(() => DateScalar, { nullable: true, description: "Day on which it was given to its units (下达日期)." })
  issuedOn: string;

  @Field(() => DateScalar, { nullable: true, description: "Day by which it is to be done (完成时限)." })
  dueOn: string;

  @Field(() => DateScalar, { nullable: true, description: "Day on which its units said that all is done (完成日期)." })
  doneOn?: string;

  @Field(() => DateScalar, { nullable: true, description: "Day on which that was verified (核验日期)." })
  verifiedOn?: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "Day of publication; absent while its leading unit and supervisors alone know of it (公开日期).",
  })
  publishedOn?: string;

  @Field(() => DeadlineState, {
    nullable: true,
    description: "How it stands to its day, on the day of the request (期限状态).",
  })
  standing: DeadlineState;

  @Field(() => Int, { nullable: true, description: "Natural days after its day, 0 where it is in time (逾期天数)." })
  daysLate: number;

  indexNo: string;
  organId: string;
  organUscc: string;
  divisionCode: string;
  jointUnitIds: string[];
  coordinatorId?: string;
}

/** A step of a task. */
@ObjectType({ description: "A step of a task, with what shows that it is done (任务步骤)." })
export class TaskStep {
  @Field(() => Int, { description: "Its place, from 1 on (序号)." })
  position: number;

  @Field(() => String, { description: "What is done in it (步骤)." })
  name: string;

  @Field(() => Int, { description: "How much of the task it is, in hundredths (权重, %)." })
  weight: number;

  @Field(() => DateScalar, { description: "Day by which it is to be done (时限)." })
  dueOn: string;

  @Field(() => DateScalar, { nullable: true, description: "Day on which it was done (完成日期)." })
  doneOn?: string;

  @Field(() => String, { nullable: true, description: "What was done, in a sentence (进展情况)." })
  note?: string;

  @Field(() => String, { nullable: true, description: "What shows it (佐证材料)." })
  evidenceTitle?: string;

  evidenceIndexNo?: string;
}

/** A page of tasks. */
export const ImplementationTaskConnection = createConnectionType(
  "ImplementationTask",
  () => ImplementationTask,
  "政策落实任务",
);
