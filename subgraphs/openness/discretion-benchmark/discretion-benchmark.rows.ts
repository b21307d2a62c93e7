/** Columns of benchmarks of discretion, once: row, select list and mapping come from here. */
import { day, defineTable, fen, integer, text, type RowOf } from "../../../platform/database/index.js";
import type { DiscretionDegree } from "./discretion-benchmark.enums.js";

/** Benchmarks of discretion (行政裁量权基准): a range of fines for a circumstance of a violation, version by version. */
export const DISCRETION_BENCHMARKS = defineTable("discretion_benchmarks", {
  id: text("id"),
  organId: text("organ_id"),
  code: text("code"),
  version: integer("version"),
  violation: text("violation"),
  degree: text("degree").of<DiscretionDegree>(),
  circumstance: text("circumstance"),
  fineFrom: fen("fine_from_fen"),
  fineTo: fen("fine_to_fen"),
  basisId: text("basis_id").nullable(),
  validFrom: day("valid_from"),
  validUntil: day("valid_until").nullable(),
});

/** A row of discretion_benchmarks. */
export type DiscretionBenchmarkRow = RowOf<typeof DISCRETION_BENCHMARKS>;
