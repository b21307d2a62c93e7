/** Import of subsidy batches (一卡通发放批次): a batch that does not add up is refused whole, persons become hashes, accounts their tail. */
import { createHash } from "node:crypto";
import type { Knex } from "knex";
import {
  hashResidentId,
  isValidUscc,
  multiplyRoundHalfUp,
  parseDocumentNumber,
  parseResidentId,
  spelledResidentId,
} from "../../../platform/domain/index.js";
import {
  RowRefused,
  countOf,
  everyField,
  subjectKeyOf,
  type ImportContext,
  type ImportKind,
  type MappedRow,
} from "../../../platform/import/index.js";
import { amountOf, optionalDay, requiredDay, requiredValue } from "../ledger/import-values.js";
import { batchProblem, type BatchFacts } from "./batch-rules.js";
import { insertBatch, payBatch } from "./batch-import.repository.js";
import { findBatchState, type BatchLine } from "./batch-state.repository.js";
import { BATCH_FIELDS } from "./subsidy-batch.fields.js";

const agencyOf = (row: MappedRow): string => {
  const agency = requiredValue(row, "agencyCode").toUpperCase();
  if (!isValidUscc(agency))
    throw new RowRefused("agencyCode", "USCC", "Give the credit code of the agency in charge of the scheme.");
  return agency;
};

const villageOf = (row: MappedRow): string => {
  const villageCode = requiredValue(row, "villageCode");
  if (!/^[1-9]\d{11}$/.test(villageCode))
    throw new RowRefused("villageCode", "VILLAGE_CODE", "Give the twelve digits of the village.");
  return villageCode;
};

const paymentOf = (row: MappedRow): Pick<BatchFacts, "paymentNo" | "paidOn"> => {
  const [paymentNo, paidOn] = [row["paymentNo"], optionalDay(row, "paidOn")];
  if ((paymentNo === undefined) !== (paidOn === undefined))
    throw new RowRefused("paymentNo", "PAYMENT_INCOMPLETE", "Give payment order and day of payment, or neither.");
  return { paymentNo, paidOn };
};

const batchOf = (row: MappedRow): BatchFacts => {
  const read = everyField({
    batchNo: () => requiredValue(row, "batchNo"),
    policyCode: () => requiredValue(row, "policyCode"),
    allotmentNo: () => parseDocumentNumber(requiredValue(row, "allotmentNo"), "allotmentNo"),
    agencyUscc: () => agencyOf(row),
    villageCode: () => villageOf(row),
    payment: () => paymentOf(row),
    agencyName: () => requiredValue(row, "agencyName"),
    period: () => requiredValue(row, "period"),
    publicityFrom: () => requiredDay(row, "publicityFrom"),
    publicityTo: () => requiredDay(row, "publicityTo"),
    total: () => amountOf(row, "batchTotal"),
    count: () => countOf("batchCount", row["batchCount"], ["人", "户", "人次", "条"]),
  });
  const { payment, agencyUscc, villageCode, ...facts } = read;
  const { batchNo, policyCode, allotmentNo, ...rest } = facts;
  return { batchNo, policyCode, allotmentNo, ...{ agencyUscc, villageCode, ...payment }, ...rest };
};

const residentIdOf = (row: MappedRow, today: string): string => {
  const written = requiredValue(row, "idNumber");
  return parseResidentId(spelledResidentId(written) ?? written, today, "idNumber");
};

const quantityOf = (row: MappedRow): string => {
  const quantity = requiredValue(row, "quantity").normalize("NFKC").replaceAll(/\s/g, "");
  if (!/^\d{1,12}(?:\.\d{1,9})?$/.test(quantity))
    throw new RowRefused("quantity", "DECIMAL", "A quantity is a decimal number with at most nine places.");
  return quantity;
};

const accountOf = (row: MappedRow): string | undefined => {
  const account = row["account"]?.replaceAll(/\s/g, "").toUpperCase();
  if (account !== undefined && !/^[0-9A-Z]{6,34}$/.test(account))
    throw new RowRefused("account", "ACCOUNT", "An account has 6 to 34 digits or letters.");
  return account;
};

const acceptRow = (row: MappedRow, context: ImportContext): BatchLine => {
  const { batch, recipientName, residentId, account, unit, quantity, standard, amount } = everyField({
    batch: () => batchOf(row),
    recipientName: () => requiredValue(row, "recipientName"),
    residentId: () => residentIdOf(row, context.today),
    account: () => accountOf(row),
    unit: () => requiredValue(row, "unit"),
    quantity: () => quantityOf(row),
    standard: () => amountOf(row, "standard"),
    amount: () => amountOf(row, "amount"),
  });
  const due = multiplyRoundHalfUp(quantity, standard);
  if (due !== amount)
    throw new RowRefused(
      "amount",
      "B4_AMOUNT",
      `The line is of ${amount} fen, quantity times standard is ${due} fen: difference ${amount > due ? amount - due : due - amount} fen.`,
    );
  return {
    batch,
    recipientName,
    recipientHash: hashResidentId(residentId, subjectKeyOf(context)),
    accountTail: account?.slice(-4),
    bank: row["bank"],
    unit,
    ...{ quantity, standard, amount },
  };
};

/** Asks reference whether the townships exist, and which organisations the agencies are. */
const resolveLines = async (
  lines: readonly BatchLine[],
  { call, source }: ImportContext,
): Promise<(BatchLine | Error)[]> => {
  const townshipOf = ({ batch }: BatchLine): string => batch.villageCode.slice(0, 9);
  const known = new Set(await call<string[]>("reference", "knownDivisions", [...new Set(lines.map(townshipOf))]));
  const agencies = new Map(
    lines
      .filter((line) => known.has(townshipOf(line)))
      .map(({ batch }) => [
        batch.agencyUscc,
        { code: batch.agencyUscc, name: batch.agencyName, divisionCode: batch.villageCode.slice(0, 6), source },
      ]),
  );
  const registered = await call<{ id: string }[]>("reference", "registerOrganizations", [...agencies.values()]);
  const ids = new Map([...agencies.keys()].map((code, index) => [code, registered[index]!.id]));
  return lines.map((line) =>
    known.has(townshipOf(line))
      ? { ...line, agencyId: ids.get(line.batch.agencyUscc) }
      : new RowRefused(
          "villageCode",
          "DIVISION_UNKNOWN",
          "Use a village of a township of the national table (GB/T 10114).",
        ),
  );
};

/** What a batch is, its payment apart; the order of its lines counts. */
const contentHash = (lines: readonly BatchLine[]): string => {
  const batch = { ...lines[0]!.batch, paymentNo: undefined, paidOn: undefined };
  const content = [batch, lines.map((line) => ({ ...line, batch: undefined, agencyId: undefined }))];
  return createHash("sha256")
    .update(JSON.stringify(content, (_key, value: unknown) => (typeof value === "bigint" ? String(value) : value)))
    .digest("hex");
};

const check = async (trx: Knex.Transaction, lines: readonly BatchLine[]): Promise<RowRefused | undefined> =>
  batchProblem(lines, contentHash(lines), await findBatchState(trx, lines));

const write = async (
  trx: Knex.Transaction,
  lines: readonly BatchLine[],
): Promise<{ accepted: number; unchanged: number }> => {
  const state = await findBatchState(trx, lines);
  const { paymentNo } = lines[0]!.batch;
  if (state.stored !== undefined && (state.stored.paymentNo !== undefined || paymentNo === undefined))
    return { accepted: 0, unchanged: lines.length };
  if (state.stored === undefined) await insertBatch(trx, lines, contentHash(lines), state.allocation!);
  if (paymentNo !== undefined) await payBatch(trx, lines, state.allocation!);
  return { accepted: lines.length, unchanged: 0 };
};

/** Lines of subsidy batches. */
export const subsidyBatchImport: ImportKind<BatchLine> = {
  kind: "subsidy-batches",
  fields: BATCH_FIELDS,
  // Equal lines are a person paid twice, which the batch is refused for.
  keyOf: () => undefined,
  subjectOf: ({ recipientName }) => ({ natural: true, names: recipientName === undefined ? [] : [recipientName] }),
  accept: acceptRow,
  resolve: resolveLines,
  groups: {
    doc: "The lines of a batch stand together: they make up its total and each is quantity times standard (B4), nobody is paid twice for a policy and period (B7), nothing is paid before publicity ends, for the days for which the roster was posted in truth, nor while an objection stands (B8), and the allocation holds enough (B1). The difference is told in fen.",
    keysOf: (rows) => rows.map(({ batchNo }) => batchNo),
    check,
  },
  write,
};
