/** Writes subsidy batches with their publications: lines computed from quantity and standard, paid only after publicity has ended. */
import { limitRule, multiplyRoundHalfUp, type Fen } from "../../../platform/domain/index.js";
import { workdayAfter } from "../../demonstration-days.js";
import { FundPublicationKind, FundPublicationLevel } from "../publication/fund-publication.enums.js";
import { PayeeKind } from "../payment/payment.enums.js";
import type { Books } from "./books.js";
import type { SeedAllocation, SeedPublication, SeedBatch, SeedLine, SeedUnit } from "./rows.js";
import type { Recipient } from "./villages.js";

/** How much each household gets, by its place in the roster. */
export interface Rate {
  readonly unit: string;
  readonly standard: Fen;
  readonly quantity: (place: number) => string;
}

/** A batch before it is paid. */
export interface DraftBatch {
  readonly policyCode: string;
  readonly village: string;
  readonly period: string;
  readonly agency: SeedUnit;
  readonly publicityFrom: string;
  /** @default the last of the seven working days of L21 */
  readonly publicityTo?: string;
  readonly recipients: readonly Recipient[];
  readonly rate: Rate;
  readonly objections?: number;
}

/** Lines of a batch. */
export const linesOf = ({ recipients, rate }: Pick<DraftBatch, "recipients" | "rate">): SeedLine[] =>
  recipients.map(({ name, hash }, place) => {
    const quantity = rate.quantity(place);
    return {
      name,
      hash,
      accountTail: String(1_000 + ((place * 1_237 + hash.length * 311) % 9_000)),
      quantity,
      unit: rate.unit,
      standard: rate.standard,
      amount: multiplyRoundHalfUp(quantity, rate.standard),
    };
  });

/** Sum of lines. */
export const totalOf = (lines: readonly SeedLine[]): Fen => lines.reduce((sum, { amount }) => sum + amount, 0n);

/** Batches and publications while they are written. */
export class Batches {
  readonly #byNumber = new Map<string, SeedBatch>();
  readonly publications: SeedPublication[] = [];

  /** All batches in their latest form. */
  get batches(): SeedBatch[] {
    return [...this.#byNumber.values()];
  }

  /** A batch that is posted and not paid. */
  post(allocation: SeedAllocation, draft: DraftBatch): SeedBatch {
    const lines = linesOf(draft);
    const publicityTo = draft.publicityTo ?? workdayAfter(draft.publicityFrom, limitRule("L21").amount);
    const { policyCode, village, period, agency, publicityFrom } = draft;
    const batch: SeedBatch = {
      batchNo: `${policyCode.slice(3)}-${period}-${village}`,
      ...{ policyCode, village, period, agency, publicityFrom, publicityTo, lines },
      allocationId: allocation.id,
    };
    this.#byNumber.set(batch.batchNo, batch);
    this.publications.push({
      kind: FundPublicationKind.PUBLICITY,
      level: FundPublicationLevel.VILLAGE,
      title: `${period}补贴发放花名册公示（${batch.batchNo}）`,
      ...this.#about(batch),
      publishedOn: publicityFrom,
      endsOn: publicityTo,
      objections: draft.objections ?? 0,
    });
    return batch;
  }

  /** A batch that is posted, reviewed and paid; gives the batch with its payment. */
  payOut(books: Books, allocation: SeedAllocation, draft: DraftBatch): SeedBatch {
    const posted = this.post(allocation, draft);
    const townReviewedOn = workdayAfter(posted.publicityTo, 1);
    const countyReviewedOn = workdayAfter(posted.publicityTo, 2);
    const paidOn = workdayAfter(posted.publicityTo, 3);
    const paymentNo = books.pay(allocation, totalOf(posted.lines), paidOn, {
      payee: { kind: PayeeKind.BATCH, count: posted.lines.length },
      payer: draft.agency,
      purpose: `${draft.period}补贴（${posted.batchNo}）`,
    });
    const paid = { ...posted, townReviewedOn, countyReviewedOn, paymentNo };
    this.#byNumber.set(paid.batchNo, paid);
    this.publications.push({
      kind: FundPublicationKind.PUBLIC_NOTICE,
      level: FundPublicationLevel.TOWNSHIP,
      title: `${draft.period}补贴发放结果公告（${posted.batchNo}）`,
      ...this.#about(paid),
      publishedOn: workdayAfter(paidOn, 2),
      decidedOn: paidOn,
      objections: 0,
    });
    return paid;
  }

  /** A line that the bank sent back, and paid again to the person by a payment of its own. */
  returnLine(
    books: Books,
    allocation: SeedAllocation,
    batch: SeedBatch,
    place: number,
    days: { readonly returnedOn: string; readonly repaidOn?: string },
  ): void {
    const line = batch.lines[place]!;
    books.returnPayment(allocation, batch.paymentNo!, line.amount, days.returnedOn);
    const repaidPaymentNo =
      days.repaidOn === undefined
        ? undefined
        : books.pay(allocation, line.amount, days.repaidOn, {
            payee: { kind: PayeeKind.PERSON, hash: line.hash },
            payer: batch.agency,
            purpose: `退票重新发放（${batch.batchNo}）`,
          });
    const lines = batch.lines.with(place, { ...line, returnedOn: days.returnedOn, repaidPaymentNo });
    this.#byNumber.set(batch.batchNo, { ...batch, lines });
  }

  #about({ policyCode, batchNo, village, lines }: SeedBatch) {
    return { policyCode, batchNo, division: village.slice(0, 9), village, amount: totalOf(lines) };
  }
}
