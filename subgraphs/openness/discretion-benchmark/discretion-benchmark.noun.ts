/** Benchmarks of discretion (行政裁量权基准): what this noun adds to the openness service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { OpennessServices } from "../context.js";
import { BenchmarkedBodyResolver, DiscretionBenchmarkResolver } from "./discretion-benchmark.resolver.js";
import { createDiscretionBenchmarkService } from "./discretion-benchmark.service.js";
import { FiningBodyResolver } from "./fining-body.resolver.js";
import { createDiscretionBenchmarks } from "./migrations/20261201121000_create_discretion_benchmarks.js";

const services = { discretionBenchmarks: createDiscretionBenchmarkService };

declare module "../context.js" {
  interface OpennessServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const discretionBenchmark: Noun<OpennessServices> = {
  resolvers: [DiscretionBenchmarkResolver, BenchmarkedBodyResolver, FiningBodyResolver],
  services,
  migrations: [createDiscretionBenchmarks],
};
