/** InspectionFinding: what inspection or audit found, and how it is put right (督查、审计发现问题及整改). */
import { Directive, Field, ID, Int, ObjectType } from "../../../platform/graphql/classes/index.js";
import { DateScalar, DeadlineState, createConnectionType } from "../../../platform/graphql/index.js";
import { FindingSource, FindingState } from "./inspection-finding.enums.js";

/** A finding. Public from its publication on. */
@Directive('@key(fields: "id")')
@ObjectType({ description: "What inspection or audit found, and how it is put right (督查、审计发现问题)." })
export class InspectionFinding {
  @Field(() => ID, { description: "Id (问题编号)." })
  id: string;

  @Field(() => FindingSource, { nullable: true, description: "Who found it (问题来源)." })
  source: FindingSource;

  @Field(() => String, { nullable: true, description: "What was found (存在问题)." })
  problem: string;

  @Field(() => DateScalar, { nullable: true, description: "Day on which the unit was told (发现日期)." })
  foundOn: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "Day by which it is to be put right, as the unit was told (整改时限).",
  })
  dueOn: string;

  @Field(() => DateScalar, { nullable: true, description: "Day on which the unit began (整改开始日期)." })
  begunOn?: string;

  @Field(() => String, { nullable: true, description: "What the unit does about it (整改措施)." })
  measures?: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "Day on which the unit said that it is right (整改完成日期).",
  })
  rectifiedOn?: string;

  @Field(() => DateScalar, { nullable: true, description: "Day on which that was verified (核验日期)." })
  verifiedOn?: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "Day on which what came of it was published (整改结果公布日期).",
  })
  resultPublishedOn?: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "Day of publication; absent while the unit and its supervisors alone know of it (公开日期).",
  })
  publishedOn?: string;

  @Field(() => FindingState, { nullable: true, description: "How far it has come (整改状态)." })
  state: FindingState;

  @Field(() => DeadlineState, {
    nullable: true,
    description: "How the rectification stands to its day, on the day of the request (整改期限状态).",
  })
  standing: DeadlineState;

  @Field(() => Int, { nullable: true, description: "Natural days after its day, 0 where it is in time (逾期天数)." })
  daysLate: number;

  taskId?: string;
  organId: string;
  organUscc: string;
  divisionCode: string;
}

/** A page of findings. */
export const InspectionFindingConnection = createConnectionType(
  "InspectionFinding",
  () => InspectionFinding,
  "督查、审计发现问题",
);
