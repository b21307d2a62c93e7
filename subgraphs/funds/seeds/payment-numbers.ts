/** Numbers of payments as a treasury gives them: each county counts its own from the first of the year, in the order of the days. */
import type { SeedBatch, SeedPayment } from "./rows.js";

/** Payments and batches under their final numbers. */
export interface PaymentNumbers {
  readonly ofPayments: (payments: readonly SeedPayment[]) => SeedPayment[];
  readonly ofBatches: (batches: readonly SeedBatch[]) => SeedBatch[];
}

/** Replaces the numbers that payments were written under, such as ZF2026222401000017. */
export const numberPayments = (payments: readonly SeedPayment[]): PaymentNumbers => {
  const numbers = new Map<string, string>();
  const last = new Map<string, number>();
  for (const { paymentNo, paidOn, division } of [...payments].sort((one, other) =>
    one.paidOn < other.paidOn ? -1 : one.paidOn > other.paidOn ? 1 : 0,
  )) {
    const series = `ZF${paidOn.slice(0, 4)}${division}`;
    const number = (last.get(series) ?? 0) + 1;
    last.set(series, number);
    numbers.set(paymentNo, `${series}${String(number).padStart(6, "0")}`);
  }
  const final = (paymentNo: string | undefined): { readonly paymentNo?: string } =>
    paymentNo === undefined ? {} : { paymentNo: numbers.get(paymentNo)! };
  return {
    ofPayments: (written) => written.map((payment) => ({ ...payment, paymentNo: numbers.get(payment.paymentNo)! })),
    ofBatches: (written) =>
      written.map((batch) => ({
        ...batch,
        ...final(batch.paymentNo),
        lines: batch.lines.map((line) =>
          line.repaidPaymentNo === undefined ? line : { ...line, repaidPaymentNo: numbers.get(line.repaidPaymentNo)! },
        ),
      })),
  };
};
