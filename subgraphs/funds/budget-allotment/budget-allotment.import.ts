/** Import of budget allotments from the tables of the integrated budget system (预算管理一体化指标信息). */
import type { Knex } from "knex";
import { normaliseDocumentNumber } from "../../../platform/domain/index.js";
import { RowRefused, type ImportContext, type ImportKind, type MappedRow } from "../../../platform/import/index.js";
import { ALLOTMENT_FIELDS } from "./budget-allotment.fields.js";
import { acceptAllotment } from "./accept-allotment.js";
import { findUnknownPolicy } from "../fund-policy/fund-policy.repository.js";
import { findHeld, insertAllotment, type StoredAllotment, type AllotmentItem } from "./allotment-import.repository.js";

/** Asks reference which divisions exist. */
const resolveItems = async (
  items: readonly AllotmentItem[],
  { call }: ImportContext,
): Promise<(AllotmentItem | Error)[]> => {
  const codes = items.flatMap(({ from, to }) => (from === undefined ? [to] : [from, to]));
  const known = new Set(await call<string[]>("reference", "knownDivisions", [...new Set(codes)]));
  return items.map((item) => {
    if (!known.has(item.to))
      return new RowRefused("toDivision", "DIVISION_UNKNOWN", "Use a division of the national table (GB/T 2260).");
    if (item.from !== undefined && !known.has(item.from))
      return new RowRefused("fromDivision", "DIVISION_UNKNOWN", "Use a division of the national table (GB/T 2260).");
    return item;
  });
};

const officialNumber = (value: string | undefined): string | undefined =>
  value === undefined ? undefined : normaliseDocumentNumber(value);

/** The topmost allotment of the file above each row, so that an issue and everything made of it stand together. */
const rootsOf = (rows: readonly MappedRow[]): (string | undefined)[] => {
  const numbers = rows.map(
    ({ allotmentNo, upstreamNo }) => [officialNumber(allotmentNo), officialNumber(upstreamNo)] as const,
  );
  const above = new Map(numbers);
  return numbers.map(([allotmentNo, upstreamNo]) => {
    let root = upstreamNo ?? allotmentNo;
    const seen = new Set([root]);
    for (let next = above.get(root); next !== undefined && !seen.has(next); next = above.get(root)) {
      root = next;
      seen.add(root);
    }
    return root;
  });
};

/** What an allotment that is there already holds, and what the file adds to it. */
const check = async (trx: Knex.Transaction, items: readonly AllotmentItem[]): Promise<RowRefused | undefined> => {
  const numbers = [
    ...new Set(items.flatMap(({ allotmentNo, upstreamNo }) => [allotmentNo, upstreamNo ?? allotmentNo])),
  ];
  const stored = await findHeld(trx, numbers);
  const unknown = await findUnknownPolicy(
    trx,
    items.flatMap(({ policyCode }) => policyCode ?? []),
  );
  if (unknown !== undefined)
    return new RowRefused(
      "policyCode",
      "POLICY_UNKNOWN",
      `There is no policy ${unknown}: leave it out or load the policy first.`,
    );
  const changed = items.find((item) => stored.has(item.allotmentNo) && !isSame(stored.get(item.allotmentNo)!, item));
  if (changed !== undefined)
    return new RowRefused(
      undefined,
      "ALLOTMENT_CHANGED",
      `${changed.allotmentNo} is in the book with other contents: the book is corrected by a new movement, not by a new file.`,
    );
  const added = items.filter(({ allotmentNo }) => !stored.has(allotmentNo));
  for (const upstreamNo of new Set(added.flatMap((item) => item.upstreamNo ?? []))) {
    const above = items.find(({ allotmentNo }) => allotmentNo === upstreamNo);
    const held = stored.get(upstreamNo)?.heldFen ?? (above?.receivedOn === undefined ? undefined : above.amount);
    if (held === undefined)
      return new RowRefused(
        "upstreamNo",
        "UPSTREAM_UNKNOWN",
        `${upstreamNo} is neither in the book nor received in this file.`,
      );
    const parts = added.filter((item) => item.upstreamNo === upstreamNo).reduce((sum, { amount }) => sum + amount, 0n);
    if (parts > held)
      return new RowRefused(
        undefined,
        "B1_OVERDRAWN",
        `The parts of ${upstreamNo} make ${parts} fen and it holds ${held} fen: difference ${parts - held} fen.`,
      );
  }
  return undefined;
};

const isSame = (stored: StoredAllotment, item: AllotmentItem): boolean =>
  stored.amount === item.amount &&
  stored.fiscalYear === item.fiscalYear &&
  stored.toDivisionCode === item.to &&
  stored.issuedOn === item.issuedOn &&
  stored.functionCode === item.functionCode &&
  stored.upstreamNo === item.upstreamNo;

const write = async (
  trx: Knex.Transaction,
  items: readonly AllotmentItem[],
): Promise<{ accepted: number; unchanged: number }> => {
  const stored = await findHeld(
    trx,
    items.map(({ allotmentNo }) => allotmentNo),
  );
  // What stands above is written before what is made of it; a row that stands twice is written once.
  let waiting = [...new Map(items.map((item) => [item.allotmentNo, item])).values()].filter(
    ({ allotmentNo }) => !stored.has(allotmentNo),
  );
  const accepted = waiting.length;
  while (waiting.length > 0) {
    const names = new Set(waiting.map(({ allotmentNo }) => allotmentNo));
    const ready = waiting.filter(({ upstreamNo }) => upstreamNo === undefined || !names.has(upstreamNo));
    if (ready.length === 0) throw new RangeError("Allotments stand above one another in a circle.");
    for (const item of ready) await insertAllotment(trx, item);
    waiting = waiting.filter((item) => !ready.includes(item));
  }
  return { accepted, unchanged: items.length - accepted };
};

/** Rows of a list of allotments. */
export const budgetAllotmentImport: ImportKind<AllotmentItem> = {
  kind: "budget-allotments",
  fields: ALLOTMENT_FIELDS,
  keyOf: ({ allotmentNo }) => officialNumber(allotmentNo),
  accept: (row) => acceptAllotment(row),
  resolve: resolveItems,
  groups: {
    doc: "An issue and the allotments made of it stand together: their parts may not exceed what the one above holds (B1). The difference is told in fen.",
    keysOf: rootsOf,
    check,
  },
  write,
};
