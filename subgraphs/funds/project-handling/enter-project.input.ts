/** Input of entering a project into the library. */
import { Field, ID, InputType, Int } from "../../../platform/graphql/classes/index.js";
import { DateScalar, DivisionCodeScalar, Max, MaxLength, Min } from "../../../platform/graphql/index.js";
import { WriteInput } from "../../../platform/write/classes/index.js";
import { FundProjectCategory } from "../fund-project/fund-project.enums.js";
import { PerformanceDimension } from "../performance/performance.enums.js";

/** A target. */
@InputType({ description: "A performance target of a project (绩效指标)." })
export class PerformanceTargetInput {
  @Field(() => PerformanceDimension, { description: "What it measures (指标类别)." })
  dimension: PerformanceDimension;

  @MaxLength(100)
  @Field(() => String, { description: "Name (指标名称)." })
  name: string;

  @MaxLength(100)
  @Field(() => String, { description: "Value to be reached (指标值)." })
  targetValue: string;

  @Min(1)
  @Max(100)
  @Field(() => Int, { description: "Weight; those of a project make 100 (权重)." })
  weight: number;
}

/** Who benefits. */
@InputType({ description: "Who benefits from a project (受益对象)." })
export class BeneficiariesInput {
  @Min(0)
  @Max(10_000_000)
  @Field(() => Int, { description: "Households (受益户数)." })
  households: number;

  @Min(0)
  @Max(100_000_000)
  @Field(() => Int, { description: "Persons (受益人数)." })
  persons: number;

  @Min(0)
  @Max(10_000_000)
  @Field(() => Int, { description: "Households lifted out of poverty or monitored (其中脱贫户、监测户)." })
  poorHouseholds: number;
}

/** A project that is proposed. */
@InputType({ description: "A project that its unit proposes for the library (申报入库)." })
export class EnterProjectInput extends WriteInput {
  @MaxLength(200)
  @Field(() => String, { description: "Name (项目名称)." })
  name: string;

  @Field(() => FundProjectCategory, { description: "Kind (项目类别)." })
  category: FundProjectCategory;

  @Field(() => ID, { description: "Policy whose money is asked for (资金政策)." })
  policyCode: string;

  @Field(() => DivisionCodeScalar, { description: "County or township where it is, in your own division (建设地点)." })
  site: string;

  @MaxLength(2_000)
  @Field(() => String, { description: "What is built or done (建设内容)." })
  content: string;

  @Field(() => DateScalar, { description: "First day (开始日期)." })
  periodFrom: string;

  @Field(() => DateScalar, { description: "Last day (完成日期)." })
  periodTo: string;

  @MaxLength(50)
  @Field(() => String, { description: "Person responsible for it, whose name is public (责任人)." })
  responsiblePerson: string;

  @Field(() => BeneficiariesInput, { description: "Who benefits (受益对象)." })
  beneficiaries: BeneficiariesInput;

  @MaxLength(1_000)
  @Field(() => String, { description: "How households take part in the gain (联农带农机制)." })
  benefitMechanism: string;

  @MaxLength(1_000)
  @Field(() => String, { description: "What is expected of it (预期目标)." })
  targets: string;

  @Field(() => [PerformanceTargetInput], { description: "Performance targets, 1 to 50 (绩效指标)." })
  performance: PerformanceTargetInput[];
}
