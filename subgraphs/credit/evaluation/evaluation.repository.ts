/** SQL of evaluations. */
import type { Knex } from "knex";
import type { RecordOf } from "../../../platform/database/index.js";
import { EVALUATIONS, type EvaluationRow } from "./evaluation.rows.js";

/** The latest evaluation of each organisation up to the day. */
export const findEvaluations = async (
  db: Knex,
  organizationIds: readonly string[],
  today: string,
): Promise<RecordOf<typeof EVALUATIONS>[]> =>
  (
    (await db("evaluations")
      .select(EVALUATIONS.columns())
      .distinctOn("organization_id")
      .whereIn("organization_id", [...organizationIds])
      .where("as_of", "<=", today)
      .orderBy(["organization_id", { column: "as_of", order: "desc" }])) as EvaluationRow[]
  ).map(EVALUATIONS.toRecord);
