/** Writes what the seed made into the tables, in the order of their references. */
import type { Knex } from "knex";
import { copyRecords, insertRecords, searchVector, type NewOf } from "../../../platform/database/index.js";
import { FUND_PUBLICATIONS } from "../publication/fund-publication.rows.js";
import { ALLOTMENTS } from "../budget-allotment/budget-allotment.rows.js";
import { FINANCE_DEPARTMENTS } from "../budget-allotment/finance-department.rows.js";
import { ALLOCATIONS } from "../fund-allocation/fund-allocation.rows.js";
import { FUND_PROJECTS, PROJECT_CASES } from "../fund-project/fund-project.rows.js";
import { POSTINGS } from "../ledger/ledger.rows.js";
import { PAYMENTS } from "../payment/payment.rows.js";
import { EVALUATION_SCORES, PERFORMANCE_EVALUATIONS, PERFORMANCE_TARGETS } from "../performance/performance.rows.js";
import { SUBSIDY_BATCHES, SUBSIDY_LINES } from "../subsidy/subsidy.rows.js";
import type { Books } from "./books.js";
import type { SeedPerformance } from "./performance.js";
import type { Sources } from "./sources.js";
import type { SeedPublication, SeedBatch, SeedAllotment, SeedPayment, SeedProject } from "./rows.js";

const projectRecord = (db: Knex, { division, village, contract, beneficiaries, ...project }: SeedProject) =>
  ({
    ...project,
    divisionCode: division,
    villageCode: village,
    contractorId: project.contractorId,
    procurementMethod: contract?.method,
    contractNo: contract?.no,
    contractAmount: contract?.amount,
    contractedOn: contract?.on,
    households: beneficiaries[0],
    persons: beneficiaries[1],
    poorHouseholds: beneficiaries[2],
    benefitMechanism: "收益分红、就业带动、订单收购",
    results: project.results,
    acceptedOn: project.acceptedOn,
    acceptance: project.acceptedOn === undefined ? undefined : "合格",
    complaintChannel: "12317",
    search: searchVector(db, project.name),
  }) satisfies NewOf<typeof FUND_PROJECTS>;

/** Projects with the cases behind them. */
export const copyProjects = async (db: Knex, projects: readonly SeedProject[]): Promise<void> => {
  await insertRecords(
    db,
    FUND_PROJECTS,
    projects.map((project) => projectRecord(db, project)),
  );
  await copyRecords(
    db,
    PROJECT_CASES,
    projects.flatMap(({ projectCode, cases }) =>
      cases.map(({ caseNo, subject, agencyUscc, division }) => ({
        ...{ projectCode, caseNo, subject, agencyUscc },
        divisionCode: division,
      })),
    ),
  );
};

const allotmentRecord = (
  { from, to, ...allotment }: SeedAllotment & { readonly upstreamNo?: string },
  { financeOf }: Sources,
): NewOf<typeof ALLOTMENTS> => ({
  ...allotment,
  transferType: allotment.transferType,
  govEconCode: allotment.govEconCode,
  deptEconCode: allotment.deptEconCode,
  upstreamNo: allotment.upstreamNo,
  carriedFrom: allotment.carriedFrom,
  receivedOn: allotment.receivedOn,
  agencyUscc: allotment.agencyUscc,
  fromDivisionCode: from,
  toDivisionCode: to,
  receiverUscc: financeOf(to),
});

/** Finance departments of the world's divisions. */
export const copyFinanceDepartments = (db: Knex, { world, financeOf }: Sources): Promise<void> =>
  copyRecords(
    db,
    FINANCE_DEPARTMENTS,
    [...new Set(world.organizations.map(({ divisionCode }) => divisionCode))].flatMap((divisionCode) => {
      const agencyUscc = financeOf(divisionCode);
      return agencyUscc === undefined ? [] : [{ divisionCode, agencyUscc }];
    }),
  );

/** Allotments, allocations and postings. */
export const copyBooks = async (db: Knex, books: Books, sources: Sources): Promise<void> => {
  await copyRecords(
    db,
    ALLOTMENTS,
    books.allotments.map((allotment) => allotmentRecord(allotment, sources)),
  );
  await copyRecords(db, ALLOCATIONS, books.allocations);
  await copyRecords(db, POSTINGS, books.postings);
};

/** Payments. */
export const copyPayments = (db: Knex, payments: readonly SeedPayment[]): Promise<void> =>
  copyRecords(
    db,
    PAYMENTS,
    payments.map(({ movement, payer, division, payeeSubject, returned, ...payment }) => ({
      ...payment,
      movementId: BigInt(movement),
      payeeOrgId: payment.payeeOrgId,
      subject: payeeSubject,
      payerId: payer.id,
      agencyUscc: payer.uscc,
      divisionCode: division,
      deptEconCode: payment.deptEconCode,
      accountTail: payment.accountTail,
      returnedOn: returned?.on,
      returnedAmount: returned?.amount,
      returnMovementId: returned && BigInt(returned.movement),
      returnReason: returned?.reason,
      caseNo: payment.caseNo,
    })),
  );

/** Batches with their lines. */
export const copyBatches = async (db: Knex, batches: readonly SeedBatch[]): Promise<void> => {
  await copyRecords(
    db,
    SUBSIDY_BATCHES,
    batches.map(({ agency, village, lines, ...batch }) => ({
      ...batch,
      agencyId: agency.id,
      agencyUscc: agency.uscc,
      divisionCode: village.slice(0, 6),
      villageCode: village,
      declaredCount: lines.length,
      declaredAmount: lines.reduce((sum, { amount }) => sum + amount, 0n),
      townReviewedOn: batch.townReviewedOn,
      countyReviewedOn: batch.countyReviewedOn,
      contentHash: undefined,
      paymentNo: batch.paymentNo,
      bankUscc: undefined,
    })),
  );
  await copyRecords(
    db,
    SUBSIDY_LINES,
    batches.flatMap(({ batchNo, lines }) =>
      lines.map(({ name, hash, ...line }, index) => ({
        ...line,
        batchNo,
        lineNo: index + 1,
        recipientName: name,
        recipientHash: hash,
        returnedOn: line.returnedOn,
        repaidPaymentNo: line.repaidPaymentNo,
      })),
    ),
  );
};

/** Publications, numbered in order. */
export const copyPublications = (db: Knex, publications: readonly SeedPublication[]): Promise<void> =>
  copyRecords(
    db,
    FUND_PUBLICATIONS,
    publications.map(({ division, village, amount, objections, ...publication }, index) => ({
      ...publication,
      id: `GS-${String(index + 1).padStart(6, "0")}`,
      allotmentNo: publication.allotmentNo,
      projectCode: publication.projectCode,
      batchNo: publication.batchNo,
      divisionCode: division,
      villageCode: village,
      postedAmount: amount,
      endsOn: publication.endsOn,
      decidedOn: publication.decidedOn,
      channel: village === undefined ? "政府门户网站" : "村务公开栏、政府门户网站",
      objectionsCount: objections,
    })),
  );

/** Targets, evaluations and scores. */
export const copyPerformance = async (db: Knex, { targets, evaluations, scores }: SeedPerformance): Promise<void> => {
  await copyRecords(db, PERFORMANCE_TARGETS, targets);
  await copyRecords(db, PERFORMANCE_EVALUATIONS, evaluations);
  await copyRecords(db, EVALUATION_SCORES, scores);
};
