/** SQL of intermediary services and of the matters that require them. */
import type { Knex } from "knex";
import { whereNameMatches } from "../../../platform/database/index.js";
import type { LimitUnit } from "../../../platform/graphql/index.js";
import type { FeeNature, ListState, Party } from "./intermediary-service.enums.js";
import type { IntermediaryService } from "./intermediary-service.type.js";
import type { IntermediaryServiceQuery } from "./intermediary-service.input.js";

/** A row of intermediary_services. */
export interface ServiceRow {
  code: string;
  name: string;
  time_limit_days: number | null;
  time_limit_unit: LimitUnit;
  time_limit_explain: string | null;
  fee_nature: FeeNature;
  fee_basis: string | null;
  fee_standard: string | null;
  commissioned_by: Party;
  result_name: string | null;
  result_validity: string | null;
  qualification: string[];
  applicant_may_do_itself: boolean;
  list_state: ListState;
  version: number;
  effective_from: string | null;
  effective_to: string | null;
  removal_document: string | null;
  approval_dept_id: string | null;
  approval_dept_name: string | null;
  matter_names: string[];
  division_code: string | null;
  legal_basis_ids: string[];
}

const COLUMNS = [
  "code",
  "name",
  "time_limit_days",
  "time_limit_unit",
  "time_limit_explain",
  "fee_nature",
  "fee_basis",
  "fee_standard",
  "commissioned_by",
  "result_name",
  "result_validity",
  "qualification",
  "applicant_may_do_itself",
  "list_state",
  "version",
  "effective_from",
  "effective_to",
  "removal_document",
  "approval_dept_id",
  "approval_dept_name",
  "matter_names",
  "division_code",
  "legal_basis_ids",
];

/** Domain object of a row. */
export const toService = (row: ServiceRow): IntermediaryService => ({
  code: row.code,
  name: row.name,
  timeLimit: row.time_limit_days === null ? undefined : { amount: row.time_limit_days, unit: row.time_limit_unit },
  timeLimitExplain: row.time_limit_explain ?? undefined,
  feeNature: row.fee_nature,
  feeBasis: row.fee_basis ?? undefined,
  feeStandard: row.fee_standard ?? undefined,
  commissionedBy: row.commissioned_by,
  resultName: row.result_name ?? undefined,
  resultValidity: row.result_validity ?? undefined,
  qualification: row.qualification,
  applicantMayDoItself: row.applicant_may_do_itself,
  listState: row.list_state,
  version: row.version,
  effectiveFrom: row.effective_from ?? undefined,
  effectiveTo: row.effective_to ?? undefined,
  removalDocument: row.removal_document ?? undefined,
  approvalDeptId: row.approval_dept_id ?? undefined,
  approvalDeptName: row.approval_dept_name ?? undefined,
  linkedMatterNames: row.matter_names,
  divisionCode: row.division_code ?? undefined,
  legalBasisIds: row.legal_basis_ids,
});

/** Services with these codes, in no order. */
export const findServices = async (db: Knex, codes: readonly string[]): Promise<IntermediaryService[]> =>
  (
    (await db("intermediary_services")
      .select(COLUMNS)
      .whereIn("code", [...codes])) as ServiceRow[]
  ).map(toService);

/** Services that fit; the caller adds order and page. */
export const servicesQuery = (db: Knex, { search, filter }: IntermediaryServiceQuery): Knex.QueryBuilder => {
  const query = db("intermediary_services").select(COLUMNS);
  if (search != null) whereNameMatches(query, search, "code");
  if (filter?.listStates) query.whereIn("list_state", filter.listStates);
  if (filter?.feeNature) query.where("fee_nature", filter.feeNature);
  return query;
};

/** Links between matters and services, the first hundred of each key. */
export const listLinks = async (
  db: Knex,
  column: "matter_id" | "service_code",
  keys: readonly string[],
): Promise<{ matterId: string; serviceCode: string }[]> => {
  const ranked = db("service_matter_links")
    .select(
      "matter_id",
      "service_code",
      db.raw("row_number() over (partition by ?? order by matter_id, service_code) as position", [column]),
    )
    .whereIn(column, [...keys]);
  const rows = (await db
    .from(ranked.as("ranked"))
    .where("position", "<=", 100)
    .orderBy(["service_code", "matter_id"])) as {
    matter_id: string;
    service_code: string;
  }[];
  return rows.map((row) => ({ matterId: row.matter_id, serviceCode: row.service_code }));
};
