/** What benchmarks add to organisations: the fines that are outside them. */
import { Ctx, Directive, FieldResolver, Resolver, Root } from "../../../platform/graphql/classes/index.js";
import { ListSize, NeverCached } from "../../../platform/graphql/index.js";
import type { OpennessContext } from "../context.js";
import { Organization } from "../organization/organization.type.js";
import { BenchmarkFinding } from "./discretion-benchmark.type.js";

@Resolver(() => Organization)
export class FiningBodyResolver {
  @Directive('@requires(fields: "decidedFines { penaltyId violation decidedOn fine }")')
  @NeverCached()
  @ListSize(200)
  @FieldResolver(() => [BenchmarkFinding], {
    nullable: true,
    description:
      "Which of its latest 200 fines in publicity are outside the benchmarks of discretion of their day, the latest decision first, at most 200; absent where its fines are not told (裁量基准问题).",
  })
  async benchmarkFindings(
    @Root() { id, decidedFines }: Organization,
    @Ctx() { services }: OpennessContext,
  ): Promise<BenchmarkFinding[] | undefined> {
    if (decidedFines == null) return undefined;
    const found = await services.discretionBenchmarks.findings(id, decidedFines);
    return found.slice(0, 200).map((finding) => ({ ...finding, benchmarks: finding.benchmarks.slice(0, 20) }));
  }
}
