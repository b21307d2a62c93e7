/** DiscretionBenchmark: within which range a circumstance of a violation is fined; and what does not fit it (行政裁量权基准). */
import { Field, ID, Int, ObjectType, SameForAll } from "../../../platform/graphql/classes/index.js";
import { DateScalar, ListSize, MoneyScalar, createConnectionType } from "../../../platform/graphql/index.js";
import { BenchmarkFindingKind, DiscretionDegree } from "./discretion-benchmark.enums.js";

/** A benchmark in one of its versions. */
@SameForAll()
@ObjectType({ description: "Within which range a circumstance of a violation is fined (行政裁量权基准)." })
export class DiscretionBenchmark {
  @Field(() => ID, { description: "Id of the version (基准编号)." })
  id: string;

  @Field(() => String, { description: "Code of the circumstance, the same in each version (裁量情形编号)." })
  code: string;

  @Field(() => Int, { description: "Version, from 1 on (版本号)." })
  version: number;

  @Field(() => String, { description: "Violation, in the words of decisions (违法行为)." })
  violation: string;

  @Field(() => DiscretionDegree, { description: "How heavily it is punished (裁量阶次)." })
  degree: DiscretionDegree;

  @Field(() => String, { description: "Circumstance (适用情形)." })
  circumstance: string;

  @Field(() => MoneyScalar, { description: "Least fine in yuan (罚款下限)." })
  fineFrom: bigint;

  @Field(() => MoneyScalar, { description: "Most in yuan (罚款上限)." })
  fineTo: bigint;

  @Field(() => DateScalar, { description: "First day on which it is applied (施行日期)." })
  validFrom: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "Last day on which it is applied; absent where none is set (失效日期).",
  })
  validUntil?: string;

  organId: string;
  basisId?: string;
}

/** What is wrong between the fines of a body and the benchmarks by which it goes. */
@SameForAll()
@ObjectType({ description: "What is wrong between fines and benchmarks of discretion (裁量基准问题)." })
export class BenchmarkFinding {
  @Field(() => BenchmarkFindingKind, { description: "What is wrong (问题类别)." })
  kind: BenchmarkFindingKind;

  @Field(() => String, {
    nullable: true,
    description: "Violation, as the decision words it; absent where all benchmarks are missing (违法行为).",
  })
  violation?: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "Day of the decision; absent where the finding is of several (决定日期).",
  })
  decidedOn?: string;

  @Field(() => MoneyScalar, {
    nullable: true,
    description: "Fine in yuan; absent where the finding is of several (罚款金额).",
  })
  fine?: bigint;

  @ListSize(20)
  @Field(() => [DiscretionBenchmark], {
    description: "Benchmarks of the violation on the day of the decision, the least first, at most 20 (当日裁量基准).",
  })
  benchmarks: readonly DiscretionBenchmark[];

  @ListSize(200)
  @Field(() => [ID], {
    description:
      "Ids of the penalties that it is about, at most 200; `administrativePenalty` gives them (相关行政处罚).",
  })
  penaltyIds: readonly string[];
}

/** A page of benchmarks. */
export const DiscretionBenchmarkConnection = createConnectionType(
  "DiscretionBenchmark",
  () => DiscretionBenchmark,
  "行政裁量权基准",
);
