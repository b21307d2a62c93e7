/** Copies what the seed made into the tables, in the order of their references. */
import type { Knex } from "knex";
import { copyRows, searchVector, type CopyValue } from "../../../platform/database/index.js";
import type { Books } from "./books.js";
import type { SeedDisclosure } from "./budgets.js";
import type { SeedPerformance } from "./performance.js";
import type { SeedAnnouncement, SeedBatch, SeedPayment, SeedProject } from "./rows.js";

/** Copies rows given as columns, so that names and values stand side by side. */
const copyRecords = async <Row>(
  db: Knex,
  table: string,
  rows: readonly Row[],
  columns: Readonly<Record<string, (row: Row, index: number) => CopyValue | undefined>>,
): Promise<void> => {
  const entries = Object.entries(columns);
  await copyRows(
    db,
    table,
    entries.map(([name]) => name),
    rows.map((row, index) => entries.map(([, value]) => value(row, index) ?? null)),
  );
};

/** Projects with the cases behind them. */
export const copyProjects = async (db: Knex, projects: readonly SeedProject[]): Promise<void> => {
  const rows = projects.map((project) => ({
    project_code: project.projectCode,
    name: project.name,
    category: project.category,
    policy_code: project.policyCode,
    division_code: project.division,
    village_code: project.village ?? null,
    content: project.content,
    period_from: project.periodFrom,
    period_to: project.periodTo,
    owner_id: project.ownerId,
    contractor_id: project.contractorId ?? null,
    responsible_person: project.responsiblePerson,
    procurement_method: project.contract?.method ?? null,
    contract_no: project.contract?.no ?? null,
    contract_fen: project.contract === undefined ? null : String(project.contract.amount),
    contracted_on: project.contract?.on ?? null,
    households: project.beneficiaries[0],
    persons: project.beneficiaries[1],
    poor_households: project.beneficiaries[2],
    benefit_mechanism: "收益分红、就业带动、订单收购",
    targets: project.targets,
    results: project.results ?? null,
    progress: project.progress,
    state: project.state,
    accepted_on: project.acceptedOn ?? null,
    acceptance: project.acceptedOn === undefined ? null : "合格",
    complaint_channel: "12317",
    search: searchVector(db, project.name),
  }));
  await db.batchInsert("fund_projects", rows, 200);
  await copyRecords(
    db,
    "project_cases",
    projects.flatMap(({ projectCode, cases }) => cases.map((entry) => ({ projectCode, ...entry }))),
    {
      project_code: ({ projectCode }) => projectCode,
      project_no: ({ projectNo }) => projectNo,
      subject: ({ subject }) => subject,
      agency_uscc: ({ agencyUscc }) => agencyUscc,
      division_code: ({ division }) => division,
    },
  );
};

/** Indicators, allocations and postings. */
export const copyBooks = async (db: Knex, books: Books): Promise<void> => {
  await copyRecords(db, "indicators", books.indicators, {
    indicator_no: (row) => row.indicatorNo,
    fiscal_year: (row) => row.fiscalYear,
    fund_name: (row) => row.fundName,
    policy_code: (row) => row.policyCode,
    book: (row) => row.book,
    transfer_type: (row) => row.transferType,
    direct: (row) => row.direct,
    function_code: (row) => row.functionCode,
    gov_econ_code: (row) => row.govEconCode,
    dept_econ_code: (row) => row.deptEconCode,
    source_level: (row) => row.sourceLevel,
    upstream_no: (row) => row.upstreamNo,
    amount_fen: (row) => row.amount,
    issued_on: (row) => row.issuedOn,
    received_on: (row) => row.receivedOn,
    from_division: (row) => row.from,
    to_division: (row) => row.to,
    agency_uscc: (row) => row.agencyUscc,
    agency_division: (row) => row.agencyDivision,
    state: (row) => row.state,
  });
  await copyRows(
    db,
    "allocations",
    [
      ...["id", "indicator_no", "lineage", "parent_id", "is_head", "from_division", "to_division"],
      ...["to_organization_id", "to_project_code", "recipient_division", "amount_fen", "method", "factors"],
      ...["decided_on", "document_no"],
    ],
    books.allocations,
  );
  await copyRows(
    db,
    "postings",
    ["movement_id", "direction", "account", "lineage", "allocation_id", "amount_fen", "kind", "occurred_on"],
    books.postings,
  );
};

/** Payments. */
export const copyPayments = (db: Knex, payments: readonly SeedPayment[]): Promise<void> =>
  copyRecords(db, "payments", payments, {
    payment_no: (row) => row.paymentNo,
    allocation_id: (row) => row.allocationId,
    movement_id: (row) => row.movement,
    policy_code: (row) => row.policyCode,
    payee_kind: (row) => row.payeeKind,
    payee_org_id: (row) => row.payeeOrgId,
    payee_subject: (row) => row.payeeSubject,
    payee_count: (row) => row.payeeCount,
    payer_id: (row) => row.payer.id,
    agency_uscc: (row) => row.payer.uscc,
    division_code: (row) => row.division,
    amount_fen: (row) => row.amount,
    purpose: (row) => row.purpose,
    function_code: (row) => row.functionCode,
    dept_econ_code: (row) => row.deptEconCode,
    pay_mode: (row) => row.payMode,
    bank: (row) => row.bank,
    account_tail: (row) => row.accountTail,
    paid_on: (row) => row.paidOn,
    returned_on: (row) => row.returned?.on,
    returned_fen: (row) => row.returned?.amount,
    return_movement_id: (row) => row.returned?.movement,
    return_reason: (row) => row.returned?.reason,
    case_no: (row) => row.caseNo,
  });

/** Batches with their lines. */
export const copyBatches = async (db: Knex, batches: readonly SeedBatch[]): Promise<void> => {
  await copyRecords(db, "subsidy_batches", batches, {
    batch_no: (row) => row.batchNo,
    policy_code: (row) => row.policyCode,
    allocation_id: (row) => row.allocationId,
    agency_id: (row) => row.agency.id,
    agency_uscc: (row) => row.agency.uscc,
    division_code: (row) => row.village.slice(0, 6),
    village_code: (row) => row.village,
    period: (row) => row.period,
    declared_count: (row) => row.lines.length,
    declared_fen: (row) => row.lines.reduce((sum, { amount }) => sum + amount, 0n),
    publicity_from: (row) => row.publicityFrom,
    publicity_to: (row) => row.publicityTo,
    town_reviewed_on: (row) => row.townReviewedOn,
    county_reviewed_on: (row) => row.countyReviewedOn,
    payment_no: (row) => row.paymentNo,
  });
  await copyRecords(
    db,
    "subsidy_lines",
    batches.flatMap(({ batchNo, lines }) => lines.map((line, index) => ({ ...line, batchNo, lineNo: index + 1 }))),
    {
      batch_no: (row) => row.batchNo,
      line_no: (row) => row.lineNo,
      recipient_name: (row) => row.name,
      recipient_hash: (row) => row.hash,
      account_tail: (row) => row.accountTail,
      quantity: (row) => row.quantity,
      unit: (row) => row.unit,
      standard_fen: (row) => row.standard,
      amount_fen: (row) => row.amount,
      returned_on: (row) => row.returnedOn,
      repaid_payment_no: (row) => row.repaidPaymentNo,
    },
  );
};

/** Notices, numbered in order. */
export const copyAnnouncements = (db: Knex, announcements: readonly SeedAnnouncement[]): Promise<void> =>
  copyRecords(db, "fund_announcements", announcements, {
    id: (_row, index) => `GS-${String(index + 1).padStart(6, "0")}`,
    kind: (row) => row.kind,
    level: (row) => row.level,
    title: (row) => row.title,
    policy_code: (row) => row.policyCode,
    indicator_no: (row) => row.indicatorNo,
    project_code: (row) => row.projectCode,
    batch_no: (row) => row.batchNo,
    division_code: (row) => row.division,
    village_code: (row) => row.village,
    amount_fen: (row) => row.amount,
    published_on: (row) => row.publishedOn,
    ends_on: (row) => row.endsOn,
    decided_on: (row) => row.decidedOn,
    channel: (row) => (row.village === undefined ? "政府门户网站" : "村务公开栏、政府门户网站"),
    objections: (row) => row.objections,
  });

/** Targets, evaluations and scores. */
export const copyPerformance = async (db: Knex, rows: SeedPerformance): Promise<void> => {
  await copyRows(
    db,
    "performance_targets",
    ["id", "indicator_no", "project_code", "place", "dimension", "name", "target_value", "weight"],
    rows.targets,
  );
  await copyRows(
    db,
    "performance_evaluations",
    ["id", "indicator_no", "project_code", "evaluator", "evaluator_id", "evaluated_on", "budget_consequence"],
    rows.evaluations,
  );
  await copyRows(db, "evaluation_scores", ["evaluation_id", "target_id", "actual_value", "score"], rows.scores);
};

/** Budgets and final accounts with their lines. */
export const copyDisclosures = async (db: Knex, disclosures: readonly SeedDisclosure[]): Promise<void> => {
  await copyRecords(db, "budget_disclosures", disclosures, {
    id: (row) => row.id,
    unit_id: (row) => row.unit.id,
    unit_uscc: (row) => row.unit.uscc,
    division_code: (row) => row.unit.divisionCode,
    year: (row) => row.year,
    kind: (row) => row.kind,
    approved_on: (row) => row.approvedOn,
    published_on: (row) => row.publishedOn,
    narrative: (row) => JSON.stringify(row.narrative),
  });
  await copyRecords(
    db,
    "budget_table_lines",
    disclosures.flatMap(({ id, lines }) => lines.map((line, index) => ({ ...line, id, place: index + 1 }))),
    {
      disclosure_id: (row) => row.id,
      table_no: (row) => row.table,
      line_no: (row) => row.place,
      side: (row) => row.side,
      code: (row) => row.code,
      name: (row) => row.name,
      heading: (row) => row.heading,
      amount_fen: (row) => row.amount,
    },
  );
};

/** Assistance targets. */
export const copyAssistance = (db: Knex, rows: readonly (readonly CopyValue[])[]): Promise<void> =>
  copyRows(
    db,
    "assistance_targets",
    ["household_hash", "village_code", "category", "size", "identified_on", "exited_on"],
    rows,
  );
