/** Fills the funds schema: policies of the demonstration world, the fixed cases, and generated indicators. */
import type { Knex } from "knex";
import { copyRows, searchVector } from "../../../platform/database/index.js";
import type { DemonstrationWorld } from "../../../platform/subgraph/index.js";
import { ALLOCATION_COLUMNS, Books, POSTING_COLUMNS } from "./books.js";
import { writeFixedCases } from "./fixed.js";
import { writeGeneratedIndicators } from "./generated.js";
import { POLICIES } from "./policies.js";

const INDICATORS = { small: 30, demo: 300 } as const;

/** Replaces all funds data by the demonstration world. */
export const seedFunds = async (db: Knex, world: DemonstrationWorld): Promise<void> => {
  await db.raw("truncate postings, allocations, indicators, policy_matters, fund_policies");
  await seedPolicies(db, world);
  const finance = new Map(
    world.organizations
      .filter(({ role, name }) => role === "agency" && name.includes("财政局"))
      .map(({ divisionCode, uscc }) => [divisionCode, uscc]),
  );
  const financeOf = (division: string): string | undefined => finance.get(division);
  const books = new Books();
  writeFixedCases(books, financeOf);
  writeGeneratedIndicators(books, world, financeOf, INDICATORS[world.scale]);
  await copyRows(
    db,
    "indicators",
    [
      ...["indicator_no", "fiscal_year", "fund_name", "policy_code", "book", "transfer_type", "direct"],
      ...["function_code", "gov_econ_code", "dept_econ_code", "source_level", "upstream_no", "amount_fen"],
      ...["issued_on", "received_on", "from_division", "to_division", "agency_uscc", "agency_division", "state"],
    ],
    books.indicators.map((row) => [
      ...[
        row.indicatorNo,
        row.fiscalYear,
        row.fundName,
        row.policyCode,
        row.book,
        row.transferType ?? null,
        row.direct,
      ],
      ...[row.functionCode, row.govEconCode ?? null, row.deptEconCode ?? null, row.sourceLevel],
      ...[row.upstreamNo ?? null, row.amount, row.issuedOn, row.receivedOn ?? null, row.from ?? null, row.to],
      ...[row.agencyUscc ?? null, row.agencyDivision, row.state],
    ]),
  );
  await copyRows(db, "allocations", ALLOCATION_COLUMNS, books.allocations);
  await copyRows(db, "postings", POSTING_COLUMNS, books.postings);
};

const seedPolicies = async (db: Knex, world: DemonstrationWorld): Promise<void> => {
  const policies = world.fundPolicies.flatMap(({ policyCode, name }) => {
    const policy = POLICIES[policyCode];
    return policy === undefined ? [] : [{ policyCode, name, policy }];
  });
  await db("fund_policies").insert(
    policies.map(({ policyCode, name, policy }) => ({
      policy_code: policyCode,
      name,
      kind: policy.kind,
      standard: JSON.stringify(policy.standard),
      source_shares: JSON.stringify(policy.sourceShares),
      competent_dept_id:
        world.organizations.find(
          (organization) =>
            organization.role === "agency" &&
            organization.divisionCode === "220000" &&
            organization.name.includes(policy.bureau),
        )?.id ?? null,
      valid_from: "2025-01-01",
      valid_to: null,
      pay_cycle: policy.payCycle,
      eligibility: policy.eligibility,
      search: searchVector(db, name),
    })),
  );
  await copyRows(
    db,
    "policy_matters",
    ["policy_code", "matter_id", "division_code"],
    world.fundPolicies
      .filter(({ policyCode }) => policyCode in POLICIES)
      .flatMap(({ policyCode, catalogCodes }) =>
        world.matters
          .filter(({ catalogCode, published }) => published && catalogCodes.includes(catalogCode))
          .map(({ id, divisionCode }) => [policyCode, id, divisionCode]),
      ),
  );
};
