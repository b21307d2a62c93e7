/** Root field of benchmarks of discretion, those by which a body goes, and their links. */
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "../../../platform/graphql/classes/index.js";
import { Cached, PageArgs, toConnection, type ConnectionShape } from "../../../platform/graphql/index.js";
import type { OpennessContext } from "../context.js";
import { EnforcementBody } from "../enforcement-body/enforcement-body.type.js";
import { LegalBasis } from "../legal-basis/legal-basis.type.js";
import { Organization } from "../organization/organization.type.js";
import { BenchmarksArgs, DiscretionBenchmarkFilter } from "./discretion-benchmark.input.js";
import { DiscretionBenchmark, DiscretionBenchmarkConnection } from "./discretion-benchmark.type.js";

@Resolver(() => DiscretionBenchmark)
export class DiscretionBenchmarkResolver {
  @Cached(60)
  @Query(() => DiscretionBenchmarkConnection, {
    nullable: true,
    description: "Benchmarks of discretion, by issuer and code, the newest version first (行政裁量权基准列表).",
  })
  async discretionBenchmarks(
    @Ctx() { services }: OpennessContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("filter", () => DiscretionBenchmarkFilter, { nullable: true, description: "Which (筛选)." })
    filter?: DiscretionBenchmarkFilter,
  ): Promise<ConnectionShape<DiscretionBenchmark>> {
    return toConnection(await services.discretionBenchmarks.list(filter ?? {}, page));
  }

  @FieldResolver(() => Organization, { nullable: true, description: "Body that issued it (制定机关)." })
  organ(@Root() { organId }: DiscretionBenchmark): Organization {
    return { id: organId };
  }

  @FieldResolver(() => LegalBasis, { nullable: true, description: "Article within which it stays (处罚依据)." })
  basis(@Root() { basisId }: DiscretionBenchmark): LegalBasis | undefined {
    return basisId === undefined ? undefined : { id: basisId };
  }
}

@Resolver(() => EnforcementBody)
export class BenchmarkedBodyResolver {
  @FieldResolver(() => DiscretionBenchmarkConnection, {
    nullable: true,
    description: "Benchmarks of discretion by which it goes, its own or those of a body above it (适用的裁量基准).",
  })
  async benchmarks(
    @Root() { organId }: EnforcementBody,
    @Ctx() { services }: OpennessContext,
    @Args(() => BenchmarksArgs) { on, ...page }: BenchmarksArgs,
  ): Promise<ConnectionShape<DiscretionBenchmark>> {
    return toConnection(await services.discretionBenchmarks.listFollowed(organId, on ?? undefined, page));
  }
}
