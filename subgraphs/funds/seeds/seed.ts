/** Fills the funds schema: policies of the demonstration world, the fixed cases, and generated money, subsidies and accounts. */
import type { Knex } from "knex";
import { copyRecords, insertRecords, searchVector } from "../../../platform/database/index.js";
import { addDays } from "../../../platform/domain/index.js";
import { workdayFrom } from "../../demonstration-days.js";
import type { DemonstrationWorld } from "../../demonstration.js";
import { FundPublicationKind, FundPublicationLevel } from "../publication/fund-publication.enums.js";
import { AllotmentState } from "../budget-allotment/budget-allotment.machine.js";
import { FUND_POLICIES, POLICY_MATTERS } from "../fund-policy/fund-policy.rows.js";
import { STORED_SHARE, STORED_STANDARD } from "../fund-policy/fund-policy.stored.js";
import { createAssistanceTargets } from "./assistance.js";
import { Batches } from "./batches.js";
import { Books } from "./books.js";
import { createDisclosures } from "./budgets.js";
import { writeFixedSubsidies } from "./fixed-subsidies.js";
import { writeFixedCases } from "./fixed.js";
import { writeGeneratedAllotments } from "./generated.js";
import { numberPayments } from "./payment-numbers.js";
import { createPerformance } from "./performance.js";
import { POLICIES } from "./policies.js";
import { Projects } from "./projects.js";
import type { SeedPublication } from "./rows.js";
import { createSources } from "./sources.js";
import {
  copyPublications,
  copyBatches,
  copyBooks,
  copyFinanceDepartments,
  copyPayments,
  copyPerformance,
  copyProjects,
} from "./write.js";
import { copyAssistance, copyDisclosures } from "./write-disclosures.js";

const ALLOTMENTS = { small: 34, demo: 300 } as const;

/** Removes all records. */
export const clearFunds = async (db: Knex): Promise<void> => {
  await db.raw(
    `truncate assistance_targets, evaluation_scores, performance_evaluations, performance_targets, budget_table_lines,
     budget_disclosures, fund_publications, roster_objections, subsidy_returns, subsidy_lines, subsidy_batches, payment_orders, payments, postings, allocations,
     project_cases, fund_projects, allotments, finance_departments, policy_matters, fund_policies`,
  );
};

/** Fills the cleared schema with the funds of the demonstration world. */
export const seedFunds = async (db: Knex, world: DemonstrationWorld): Promise<void> => {
  await seedPolicies(db, world);
  const sources = createSources(world);
  const books = new Books(sources);
  const projects = new Projects(sources);
  const batches = new Batches();
  const ledgers = { books, projects, batches, sources };
  writeFixedSubsidies(ledgers, writeFixedCases(ledgers));
  writeGeneratedAllotments(ledgers, ALLOTMENTS[world.scale]);
  const paymentNos = numberPayments(books.payments);
  await copyProjects(db, projects.projects);
  await copyFinanceDepartments(db, sources);
  await copyBooks(db, books, sources);
  await copyPayments(db, paymentNos.ofPayments(books.payments));
  await copyBatches(db, paymentNos.ofBatches(batches.batches));
  await copyPublications(db, [...publicNoticesOfAllotments(books), ...projects.publications, ...batches.publications]);
  await copyPerformance(db, createPerformance(world, books.allotments, projects.projects));
  await copyDisclosures(db, createDisclosures(world));
  await copyAssistance(db, createAssistanceTargets(world));
  await db.raw("select setval('movement_numbers', ?)", [books.lastMovement]);
};

/** The result of every issue, within fifteen working days (L20); one in thirty is late. */
const publicNoticesOfAllotments = ({ allotments }: Books): SeedPublication[] =>
  allotments
    .filter(({ state }) => state !== AllotmentState.DRAFT)
    .map(({ policyCode, allotmentNo, fundName, amount, issuedOn, agencyDivision, to }, index) => ({
      ...{ policyCode, allotmentNo, amount, division: to, objections: 0 },
      kind: FundPublicationKind.PUBLIC_NOTICE,
      level:
        agencyDivision === "220000"
          ? FundPublicationLevel.PROVINCE
          : agencyDivision === "222400"
            ? FundPublicationLevel.PREFECTURE
            : FundPublicationLevel.COUNTY,
      title: `${fundName}分配结果公告`,
      publishedOn: workdayFrom(addDays(issuedOn, index % 30 === 10 ? 45 : 6)),
      decidedOn: issuedOn,
    }));

const seedPolicies = async (db: Knex, world: DemonstrationWorld): Promise<void> => {
  const policies = world.fundPolicies.flatMap(({ policyCode, name }) => {
    const policy = POLICIES[policyCode];
    return policy === undefined ? [] : [{ policyCode, name, policy }];
  });
  await insertRecords(
    db,
    FUND_POLICIES,
    policies.map(({ policyCode, name, policy }) => ({
      policyCode,
      name,
      kind: policy.kind,
      standard: policy.standard.map(STORED_STANDARD.write),
      sourceShares: policy.sourceShares.map(STORED_SHARE.write),
      competentDeptId: world.organizations.find(
        (organization) =>
          organization.role === "agency" &&
          organization.divisionCode === "220000" &&
          organization.name.includes(policy.bureau.slice(0, -1)),
      )?.id,
      validFrom: "2025-01-01",
      validTo: undefined,
      payCycle: policy.payCycle,
      eligibility: policy.eligibility,
      search: searchVector(db, name),
    })),
  );
  await copyRecords(
    db,
    POLICY_MATTERS,
    world.fundPolicies
      .filter(({ policyCode }) => policyCode in POLICIES)
      .flatMap(({ policyCode, catalogCodes }) =>
        world.matters
          .filter(({ catalogCode, published }) => published && catalogCodes.includes(catalogCode))
          .map(({ id, divisionCode }) => ({ policyCode, matterId: id, divisionCode })),
      ),
  );
};
