/** IntermediaryComposite: an intermediary's year in points: regulator 70, credit 10, social 20 (年度综合信用评价). */
import { Field, Float, Int, ObjectType, SameForAll } from "../../../platform/graphql/classes/index.js";
import { DateScalar } from "../../../platform/graphql/index.js";
import { CompositeLevel, CompositeGap } from "./intermediary-composite.enums.js";

/** An intermediary's year. */
@SameForAll()
@ObjectType({
  description:
    "An intermediary's year in points: industry regulator 70, enterprise credit 10, social 20; computed on the day of the request (年度综合评价).",
})
export class IntermediaryComposite {
  @Field(() => Int, { description: "Year that is judged (评价年度)." })
  year: number;

  @Field(() => Float, {
    nullable: true,
    description: "Points of the industry regulator, of 70, in tenths (行业监管得分).",
  })
  regulatorScore?: number;

  @Field(() => DateScalar, { nullable: true, description: "Day on which the regulator scored (监管评分日期)." })
  scoredAt?: string;

  @Field(() => Float, {
    nullable: true,
    description:
      "Points of credit, of 10, from public facts alone: serious lists on which it still stands, suspensions and removals of this market; never from its credit level (企业信用得分).",
  })
  creditScore?: number;

  @Field(() => Float, {
    nullable: true,
    description:
      "Points of the owners' stars, of 20: their mean over five aspects and the evaluated projects accepted in the year, rounded half up to a tenth (社会评价得分).",
  })
  socialScore?: number;

  @Field(() => Int, { description: "Evaluated projects that were accepted in the year (参评项目数)." })
  evaluatedProjects: number;

  @Field(() => Float, { nullable: true, description: "Sum of the parts, of 100; null while one is missing (总分)." })
  total?: number;

  @Field(() => CompositeLevel, { nullable: true, description: "Level of the total (等级)." })
  level?: CompositeLevel;

  @Field(() => [CompositeGap], { description: "Why there is no total; empty where there is one (无总分原因)." })
  gaps: CompositeGap[];

  @Field(() => String, { description: "Rule it follows, with its source (评价依据)." })
  basis: string;

  scorerId?: string;
}
