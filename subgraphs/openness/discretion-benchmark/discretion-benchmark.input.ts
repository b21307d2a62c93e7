/** What benchmarks of discretion can be asked for. */
import { ArgsType, Field, ID, InputType } from "../../../platform/graphql/classes/index.js";
import { DateScalar, PageArgs } from "../../../platform/graphql/index.js";

/** Filter of benchmarks. */
@InputType({ description: "Which benchmarks (裁量基准筛选)." })
export class DiscretionBenchmarkFilter {
  @Field(() => ID, { nullable: true, description: "Issued by this organisation, by id (制定机关)." })
  organId?: string;

  @Field(() => String, { nullable: true, description: "Of this violation, in these words (违法行为)." })
  violation?: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "Applied on this day; every version where none is named (日期).",
  })
  on?: string;
}

/** Arguments of the benchmarks by which a body goes. */
@ArgsType()
export class BenchmarksArgs extends PageArgs {
  @Field(() => DateScalar, {
    nullable: true,
    description: "Applied on this day; today where none is named (日期).",
  })
  on?: string;
}
