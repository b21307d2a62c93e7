/** SQL of evaluations. */
import type { Knex } from "knex";
import type { CreditEvaluation, EvaluationLevel } from "./evaluation.type.js";

interface EvaluationRow {
  organization_id: string;
  organization_uscc: string | null;
  authority_uscc: string;
  division_code: string;
  level: EvaluationLevel;
  score: number;
  model_version: string;
  as_of: string;
}

/** The latest evaluation of each organisation up to the day. */
export const findEvaluations = async (
  db: Knex,
  organizationIds: readonly string[],
  today: string,
): Promise<(Omit<CreditEvaluation, "catalogueClass"> & { organizationId: string })[]> =>
  (
    (await db("evaluations")
      .distinctOn("organization_id")
      .whereIn("organization_id", [...organizationIds])
      .where("as_of", "<=", today)
      .orderBy(["organization_id", { column: "as_of", order: "desc" }])) as EvaluationRow[]
  ).map((row) => ({
    organizationId: row.organization_id,
    level: row.level,
    score: row.score,
    modelVersion: row.model_version,
    asOf: row.as_of,
    subject: row.organization_uscc ?? undefined,
    authorityUscc: row.authority_uscc,
    divisionCode: row.division_code,
  }));
