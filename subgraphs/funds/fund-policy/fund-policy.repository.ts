/** SQL of fund policies and of the matters by which they are applied for. */
import type { Knex } from "knex";
import { divisionPrefix } from "../../../platform/auth/viewer.js";
import { beginningWith, whereNameMatches } from "../../../platform/database/index.js";
import type { PageArgs } from "../../../platform/graphql/connection.type.js";
import type { CursorCodec, Page } from "../../../platform/graphql/lists/index.js";
import { readPage } from "../../../platform/graphql/page.js";
import { organizationIds } from "../organization/organization-id.js";
import { FUND_POLICIES, type PolicyRow } from "./fund-policy.rows.js";
import { STORED_SHARE, STORED_STANDARD } from "./fund-policy.stored.js";
import type { FundPolicy } from "./fund-policy.type.js";
import type { FundPolicyQuery } from "./fund-policy.input.js";

const COLUMNS = FUND_POLICIES.columns("fund_policies");

const shown = FUND_POLICIES.to<FundPolicy>()("standard", "sourceShares");

const toPolicy = (row: PolicyRow): FundPolicy =>
  shown(row, {
    standard: row.standard.map(STORED_STANDARD.read),
    sourceShares: row.source_shares.map(STORED_SHARE.read),
  });

/** Policies with these codes, in no order. */
export const findPolicies = async (db: Knex, codes: readonly string[]): Promise<FundPolicy[]> =>
  (
    (await db("fund_policies")
      .select(COLUMNS)
      .whereIn("policy_code", [...codes])) as PolicyRow[]
  ).map(toPolicy);

/** Policies that each of these matters applies for, ordered by code. */
export const findPoliciesOfMatters = async (
  db: Knex,
  matterIds: readonly string[],
): Promise<{ readonly matterId: string; readonly policy: FundPolicy }[]> => {
  const rows = (await db("policy_matters")
    .join("fund_policies", "fund_policies.policy_code", "policy_matters.policy_code")
    .select("policy_matters.matter_id", ...COLUMNS)
    .whereIn("policy_matters.matter_id", [...matterIds])
    .orderBy("fund_policies.policy_code")) as (PolicyRow & { matter_id: string })[];
  return rows.map((row) => ({ matterId: row.matter_id, policy: toPolicy(row) }));
};

/** The first hundred matters of each policy, in the division or below it where one is given. */
export const findMattersOfPolicies = async (
  db: Knex,
  codes: readonly string[],
  division?: string,
): Promise<{ readonly policyCode: string; readonly matterId: string }[]> => {
  const ranked = db("policy_matters")
    .select("policy_code", "matter_id")
    .select(db.raw("row_number() over (partition by policy_code order by matter_id) as place"))
    .whereIn("policy_code", [...codes]);
  if (division !== undefined) ranked.whereLike("division_code", beginningWith(divisionPrefix(division)));
  const rows = (await db.from(ranked.as("ranked")).where("place", "<=", 100).orderBy(["policy_code", "place"])) as {
    policy_code: string;
    matter_id: string;
  }[];
  return rows.map((row) => ({ policyCode: row.policy_code, matterId: row.matter_id }));
};

/** A page of policies by name or code, ordered by code. */
export const listPolicies = async (
  db: Knex,
  { search, filter }: FundPolicyQuery,
  page: PageArgs,
  cursors: CursorCodec,
): Promise<Page<FundPolicy>> => {
  const query = db("fund_policies").select(COLUMNS);
  if (search != null) whereNameMatches(query, search, "policy_code");
  if (filter?.kind) query.where("kind", filter.kind);
  if (filter?.competentDept != null) query.whereIn("competent_dept_id", organizationIds(filter.competentDept));
  const day = filter?.inForceOn;
  if (day != null)
    query.where("valid_from", "<=", day).where((end) => end.whereNull("valid_to").orWhere("valid_to", ">=", day));
  return readPage<PolicyRow, FundPolicy>({
    query,
    orderBy: [{ column: "policy_code", direction: "asc" }],
    ordering: "fundPolicies",
    filter: { search, filter },
    page,
    cursors,
    toNode: toPolicy,
  });
};

/** The first of these codes that no policy has. */
export const findUnknownPolicy = async (db: Knex, codes: readonly string[]): Promise<string | undefined> => {
  const known = new Set(
    await db("fund_policies")
      .whereIn("policy_code", [...codes])
      .pluck("policy_code"),
  );
  return codes.find((code) => !known.has(code));
};
