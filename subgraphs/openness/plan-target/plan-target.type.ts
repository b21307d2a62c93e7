/** PlanTarget: what a plan promises in a figure, and what of it was reached (规划目标及完成情况). */
import { Directive, Field, ID, Int, ObjectType } from "../../../platform/graphql/classes/index.js";
import { DateScalar, createConnectionType } from "../../../platform/graphql/index.js";
import { PlanKind, TargetState } from "./plan-target.enums.js";

/** A target. Public from its publication on. */
@Directive('@key(fields: "id")')
@ObjectType({ description: "What a plan promises in a figure, and what was reached (规划目标)." })
export class PlanTarget {
  @Field(() => ID, { description: "Id (目标编号)." })
  id: string;

  @Field(() => PlanKind, { nullable: true, description: "Plan that sets it (规划类别)." })
  kind: PlanKind;

  @Field(() => String, { nullable: true, description: "Title of the plan (规划名称)." })
  planTitle: string;

  @Field(() => String, { nullable: true, description: "What is measured (指标)." })
  indicator: string;

  @Field(() => String, { nullable: true, description: "Unit of the figures (计量单位)." })
  unit: string;

  @Field(() => Int, { nullable: true, description: "First year of its period (起始年度)." })
  fromYear: number;

  @Field(() => Int, { nullable: true, description: "Last year of its period, by whose end it is due (目标年度)." })
  toYear: number;

  @Field(() => String, { nullable: true, description: "Figure before the period, as a decimal number (基期值)." })
  baseline: string;

  @Field(() => String, {
    nullable: true,
    description: "Figure at the end of the period, as a decimal number (目标值).",
  })
  target: string;

  @Field(() => String, {
    nullable: true,
    description: "Figure that was reached last, as a decimal number; absent where none is told (实际值).",
  })
  actual?: string;

  @Field(() => DateScalar, { nullable: true, description: "Day as of which that is (统计截止日期)." })
  actualOn?: string;

  @Field(() => String, {
    nullable: true,
    description:
      "How much of the way from the figure before to the target was gone, in hundredths with two places: below 0 where it went the other way, above 100 where it went further; absent without a figure, and where the target is to keep the figure (完成程度, %).",
  })
  achievement?: string;

  @Field(() => Boolean, {
    nullable: true,
    description: "True where the target is reached; absent without a figure (是否达到).",
  })
  reached?: boolean;

  @Field(() => TargetState, { nullable: true, description: "How far it has come (目标状态)." })
  state: TargetState;

  @Field(() => DateScalar, { nullable: true, description: "Day on which its body said what was reached (评估日期)." })
  assessedOn?: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "Day of publication; absent while its body and supervisors alone know of it (公开日期).",
  })
  publishedOn?: string;

  organId: string;
  organUscc: string;
  divisionCode: string;
}

/** A page of targets. */
export const PlanTargetConnection = createConnectionType("PlanTarget", () => PlanTarget, "规划目标");
