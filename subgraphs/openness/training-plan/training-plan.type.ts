/** TrainingPlan: whom a government trains in openness, in what, and how many of its staff that reaches (政务公开培训). */
import { Directive, Field, ID, Int, ObjectType } from "../../../platform/graphql/classes/index.js";
import { DateScalar, createConnectionType } from "../../../platform/graphql/index.js";

/** A plan. Public from its publication on. */
@Directive('@key(fields: "id")')
@ObjectType({ description: "A plan of training on openness (政务公开培训计划)." })
export class TrainingPlan {
  @Field(() => ID, { description: "Id (培训计划编号)." })
  id: string;

  @Field(() => Int, { nullable: true, description: "Year (年度)." })
  year: number;

  @Field(() => String, { nullable: true, description: "Title (名称)." })
  title: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "Day of publication; absent while its body and supervisors alone know of it (公开日期).",
  })
  publishedOn?: string;

  organId: string;
  organUscc: string;
  divisionCode: string;
}

/** A session. */
@ObjectType({ description: "A session of a plan of training (培训班次)." })
export class TrainingSession {
  @Field(() => Int, { description: "Its place, from 1 on (序号)." })
  position: number;

  @Field(() => String, { description: "What is taught (培训内容)." })
  topic: string;

  @Field(() => DateScalar, { description: "Day on which it is held (培训日期)." })
  heldOn: string;

  @Field(() => Int, { description: "How many hours it takes (学时)." })
  hours: number;

  @Field(() => Int, {
    nullable: true,
    description: "How many took part; absent before it is held (参加人数).",
  })
  attended?: number;
}

/** How many of the staff were trained. */
@ObjectType({ description: "How many of the staff for openness were trained in three years (培训覆盖情况)." })
export class TrainingCoverage {
  @Field(() => Int, { description: "Staff of the openness offices of the division and below it (工作人员数)." })
  staff: number;

  @Field(() => Int, {
    description:
      "Those of them who took part in a session of a published plan in the three years to the end of its year, or to today (已培训人数).",
  })
  trained: number;

  @Field(() => String, {
    nullable: true,
    description: "Their share in hundredths with two places; absent where there is no staff (覆盖率, %).",
  })
  share?: string;
}

/** A page of plans. */
export const TrainingPlanConnection = createConnectionType("TrainingPlan", () => TrainingPlan, "政务公开培训计划");
