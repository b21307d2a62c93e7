/** Shapes of what the seed writes, before they become rows. */
import type { Fen } from "../../../platform/domain/index.js";
import type { FundPublicationKind, FundPublicationLevel } from "../publication/fund-publication.enums.js";
import type {
  BudgetCategory,
  DirectFlag,
  FundLevel,
  TransferType,
} from "../budget-allotment/budget-allotment.enums.js";
import type { AllotmentState } from "../budget-allotment/budget-allotment.machine.js";
import type { AllocationMethod } from "../fund-allocation/fund-allocation.enums.js";
import type { AllocationFactor } from "../fund-allocation/fund-allocation.js";
import type { FundProjectState } from "../fund-project/fund-project.machine.js";
import type { FundProjectCategory } from "../fund-project/fund-project.enums.js";
import type { PayeeKind, PayMode } from "../payment/payment.enums.js";

/** An allotment to write. */
export interface SeedAllotment {
  readonly allotmentNo: string;
  readonly fiscalYear: number;
  readonly fundName: string;
  readonly policyCode: string;
  readonly budgetCategory: BudgetCategory;
  readonly transferType?: TransferType;
  readonly direct: DirectFlag;
  readonly functionCode: string;
  readonly govEconCode?: string;
  readonly deptEconCode?: string;
  readonly sourceLevel: FundLevel;
  readonly amount: Fen;
  readonly issuedOn: string;
  readonly receivedOn?: string;
  /** Absent for the central government. */
  readonly from?: string;
  readonly to: string;
  /** True for what is left of the year before (上年结转). */
  readonly carriedIn?: boolean;
  /** The allotment that it is left of, where it is one alone. */
  readonly carriedFrom?: string;
  readonly agencyUscc?: string;
  readonly agencyDivision: string;
  readonly state: AllotmentState;
}

/** How an allocation was decided. */
export interface SeedDecision {
  readonly method: AllocationMethod;
  readonly factors?: readonly AllocationFactor[];
}

/** A written allocation, as far as the next step needs it. */
export interface SeedAllocation {
  readonly id: string;
  readonly allotmentNo: string;
  readonly lineage: string;
  readonly account: string;
  readonly division: string;
  readonly amount: Fen;
  /** Body that is paid out of it. */
  readonly payeeId?: string;
}

/** A body that spends. */
export interface SeedUnit {
  readonly id: string;
  readonly uscc: string;
}

/** A payment to write. */
export interface SeedPayment {
  readonly paymentNo: string;
  readonly allocationId: string;
  readonly movement: number;
  readonly policyCode: string;
  readonly payeeKind: PayeeKind;
  readonly payeeOrgId?: string;
  readonly payeeSubject?: string;
  readonly payeeCount: number;
  readonly payer: SeedUnit;
  readonly division: string;
  readonly amount: Fen;
  readonly purpose: string;
  readonly functionCode: string;
  readonly deptEconCode?: string;
  readonly payMode: PayMode;
  readonly bank: string;
  readonly accountTail?: string;
  readonly paidOn: string;
  readonly caseNo?: string;
  readonly returned?: { readonly on: string; readonly amount: Fen; readonly movement: number; readonly reason: string };
}

/** A project to write. */
export interface SeedProject {
  readonly projectCode: string;
  readonly name: string;
  readonly category: FundProjectCategory;
  readonly policyCode: string;
  readonly division: string;
  readonly village?: string;
  readonly content: string;
  readonly periodFrom: string;
  readonly periodTo: string;
  readonly ownerId: string;
  readonly contractorId?: string;
  readonly responsiblePerson: string;
  readonly contract?: { readonly method: string; readonly no: string; readonly amount: Fen; readonly on: string };
  readonly beneficiaries: readonly [households: number, persons: number, poor: number];
  readonly targets: string;
  readonly results?: string;
  readonly progress: number;
  readonly state: FundProjectState;
  readonly acceptedOn?: string;
  /** Cases by which it was approved. */
  readonly cases: readonly {
    readonly caseNo: string;
    readonly subject?: string;
    readonly agencyUscc: string;
    readonly division: string;
  }[];
}

/** A household's line. */
export interface SeedLine {
  readonly name: string;
  readonly hash: string;
  readonly accountTail: string;
  readonly quantity: string;
  readonly unit: string;
  readonly standard: Fen;
  readonly amount: Fen;
  readonly returnedOn?: string;
  readonly repaidPaymentNo?: string;
}

/** A batch to write. */
export interface SeedBatch {
  readonly batchNo: string;
  readonly policyCode: string;
  readonly allocationId: string;
  readonly agency: SeedUnit;
  readonly village: string;
  readonly period: string;
  readonly publicityFrom: string;
  readonly publicityTo: string;
  readonly townReviewedOn?: string;
  readonly countyReviewedOn?: string;
  readonly paymentNo?: string;
  readonly lines: readonly SeedLine[];
}

/** A publication to write. */
export interface SeedPublication {
  readonly kind: FundPublicationKind;
  readonly level: FundPublicationLevel;
  readonly title: string;
  readonly policyCode: string;
  readonly allotmentNo?: string;
  readonly projectCode?: string;
  readonly batchNo?: string;
  readonly division: string;
  readonly village?: string;
  readonly amount: Fen;
  readonly publishedOn: string;
  readonly endsOn?: string;
  readonly decidedOn?: string;
  readonly objections: number;
}
