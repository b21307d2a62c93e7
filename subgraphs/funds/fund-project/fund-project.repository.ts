/** SQL of projects, of the money assigned to them, and of the cases by which they were approved. */
import type { Knex } from "knex";
import { divisionPrefix, type Viewer } from "../../../platform/auth/viewer.js";
import { beginningWith, readableRows, whereNameMatches } from "../../../platform/database/index.js";
import type { PageArgs } from "../../../platform/graphql/connection.type.js";
import type { Page } from "../../../platform/graphql/lists/index.js";
import { readPage } from "../../../platform/graphql/page.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import { organizationIds } from "../organization/organization-id.js";
import type { FundLevel } from "../budget-allotment/budget-allotment.enums.js";
import type { FundProjectFilter } from "./fund-project.input.js";
import { WHOSE_APPROVAL_CASE, shownBeneficiaries } from "./fund-project.policy.js";
import { FUND_PROJECTS, type ProjectRow } from "./fund-project.rows.js";
import type { FundProject } from "./fund-project.type.js";

const shown = FUND_PROJECTS.to<FundProject>()(
  "procurementMethod",
  "contractNo",
  "contractAmount",
  "contractedOn",
  "households",
  "persons",
  "poorHouseholds",
);

const toProject =
  (viewer: Viewer) =>
  (row: ProjectRow): FundProject =>
    shown(row, {
      procurement:
        row.procurement_method === null && row.contract_no === null
          ? undefined
          : {
              method: row.procurement_method ?? undefined,
              contractNo: row.contract_no ?? undefined,
              contractAmount: row.contract_fen ?? undefined,
              contractedOn: row.contracted_on ?? undefined,
            },
      beneficiaries:
        row.households === null
          ? undefined
          : shownBeneficiaries(
              viewer,
              {
                households: row.households,
                persons: row.persons ?? undefined,
                poorHouseholds: row.poor_households ?? undefined,
              },
              { agency: row.owner_id.replace(/^CN-USCC-/, ""), division: row.village_code ?? row.division_code },
            ),
    });

/** Projects with these codes as the viewer may see them, in no order. */
export const findProjects = async (db: Knex, viewer: Viewer, codes: readonly string[]): Promise<FundProject[]> =>
  (
    (await db("fund_projects")
      .select(FUND_PROJECTS.columns())
      .whereIn("project_code", [...codes])) as ProjectRow[]
  ).map(toProject(viewer));

/** A page of projects by name or code, latest first. */
export const listProjects = (
  { db, viewer, cursors }: Pick<ServiceDependencies, "db" | "viewer" | "cursors">,
  { search, filter }: { readonly search?: string | null; readonly filter?: FundProjectFilter },
  page: PageArgs,
): Promise<Page<FundProject>> => {
  const query = db("fund_projects").select(FUND_PROJECTS.columns());
  if (search != null) whereNameMatches(query, search, "project_code");
  if (filter?.division) query.whereLike("division_code", beginningWith(divisionPrefix(filter.division)));
  if (filter?.state) query.where("state", filter.state);
  if (filter?.category) query.where("category", filter.category);
  if (filter?.policyCode != null) query.where("policy_code", filter.policyCode);
  if (filter?.owner != null) query.whereIn("owner_id", organizationIds(filter.owner));
  if (filter?.contractor != null) query.whereIn("contractor_id", organizationIds(filter.contractor));
  return readPage<ProjectRow, FundProject>({
    query,
    orderBy: [
      { column: "period_from", direction: "desc" },
      { column: "project_code", direction: "desc" },
    ],
    ordering: "fundProjects",
    filter: { search, filter },
    page,
    cursors,
    toNode: toProject(viewer),
  });
};

/** Money of a project by level: assigned, less what was recalled or carried over, and paid with returns taken off. */
export interface ProjectMoney {
  readonly projectCode: string;
  readonly level: FundLevel;
  readonly assigned: bigint;
  readonly paid: bigint;
}

/** Money of these projects up to the day, from the book, levels from the central one down. */
export const findProjectMoney = async (db: Knex, codes: readonly string[], day: string): Promise<ProjectMoney[]> => {
  const { rows } = await db.raw<{
    rows: { project_code: string; level: FundLevel; assigned: bigint; paid: bigint }[];
  }>(
    `select a.to_project_code as project_code, i.source_level as level,
       coalesce(sum(case p.kind when 'ASSIGN_PROJECT' then p.amount_fen when 'RECLAIM' then -p.amount_fen when 'CARRY_OVER' then -p.amount_fen end), 0)::bigint as assigned,
       coalesce(sum(case p.kind when 'PAY' then p.amount_fen when 'PAY_RETURN' then -p.amount_fen end), 0)::bigint as paid
     from allocations a
     join allotments i on i.allotment_no = a.allotment_no
     join postings p on p.allocation_id = a.id and p.direction = 'CREDIT' and p.occurred_on <= ?
     where a.to_project_code = any(?::text[])
     group by a.to_project_code, i.source_level
     order by a.to_project_code, array_position(array['CENTRAL', 'PROVINCE', 'PREFECTURE', 'COUNTY'], i.source_level)`,
    [day, [...codes]],
  );
  return rows.map(({ project_code, ...money }) => ({ projectCode: project_code, ...money }));
};

/** Cases by which these projects were approved and that the viewer may know of, at most 100 a project. */
export const findApprovalCases = async (
  db: Knex,
  viewer: Viewer,
  codes: readonly string[],
): Promise<{ readonly projectCode: string; readonly caseNo: string }[]> => {
  const ranked = db("project_cases")
    .select("project_code", "case_no")
    .select(db.raw("row_number() over (partition by project_code order by case_no) as place"))
    .whereIn("project_code", [...codes]);
  readableRows(ranked, WHOSE_APPROVAL_CASE, { viewer });
  const rows = (await db.from(ranked.as("ranked")).where("place", "<=", 100).orderBy(["project_code", "place"])) as {
    project_code: string;
    case_no: string;
  }[];
  return rows.map((row) => ({ projectCode: row.project_code, caseNo: row.case_no }));
};
