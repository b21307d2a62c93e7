/** Reconciles trees of allocations: the book by B1, B2, B5 and B6, and what stands beside it by the other rules. Pure; amounts in fen. */
import { daysBetween, yuanFromFen, type Fen, type LocalDate } from "../../../platform/domain/index.js";
import { codeName, type Classification } from "../classification/classification.js";
import { ledgersOf } from "../ledger/ledger.js";
import type { TreeSums } from "../ledger/ledger.repository.js";
import type { Evidence } from "./evidence.js";
import {
  batchRule,
  duplicateRule,
  projectRule,
  publicityRule,
  publishedRule,
  type EntitledToBatch,
} from "./evidence-rules.js";
import { ReconciliationRule, type InTransitItem, type Reconciliation, type RuleResult } from "./reconciliation.type.js";
import { gapOf, ruleResult, sum } from "./rule-result.js";

/** Days after which money on its way is an alert (domain.md §5.3, B2). */
export const TRANSIT_DAYS = 30;

/** Reconciles the trees of one key; without rows everything is zero. */
export const reconcile = (
  rows: readonly TreeSums[],
  evidence: Evidence,
  { day, isEntitled }: { readonly day: LocalDate; readonly isEntitled: EntitledToBatch },
): Reconciliation => {
  const ledgers = ledgersOf(rows);
  const ledgerOf = (row: TreeSums) => ledgers.get(row.id)!;
  const roots = rows.filter(({ isRoot }) => isRoot);
  const transit: InTransitItem[] = [];
  const mismatches: { id: string; sent: Fen; received: Fen }[] = [];
  for (const row of rows) {
    const { sent, received } = ledgerOf(row);
    if (sent === received) continue;
    if (received === 0n && row.sentOn !== undefined) {
      const days = daysBetween(row.sentOn, day);
      transit.push({ allocationId: row.id, amount: sent, since: row.sentOn, days, overdue: days > TRANSIT_DAYS });
    } else mismatches.push({ id: row.id, sent, received });
  }
  transit.sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : a.allocationId < b.allocationId ? -1 : 1));

  const issued = sum(roots.map((row) => ledgerOf(row).sent));
  const paid = sum(rows.map((row) => ledgerOf(row).paid));
  const balance = sum(rows.map((row) => ledgerOf(row).balance));
  const inTransit = sum(transit.map(({ amount }) => amount));
  const reclaimed = sum(roots.map((row) => row.reclaimed));
  const carriedOver = sum(rows.map(({ carried }) => carried));
  const difference = issued - paid - balance - inTransit - reclaimed - carriedOver;
  return {
    asOf: day,
    issued,
    paid,
    balance,
    inTransit,
    reclaimed,
    carriedOver,
    difference,
    rules: [
      overdrawn(rows, ledgers),
      edges(mismatches, transit),
      projectRule(evidence),
      batchRule(evidence),
      ruleResult(
        ReconciliationRule.B5,
        difference,
        "Payments, balances, transit and what was taken back or carried over make up the issue.",
        difference === 0n ? [] : [`${yuanFromFen(difference)} of ${yuanFromFen(issued)} cannot be accounted for`],
      ),
      classification(rows, ledgers),
      duplicateRule(evidence, isEntitled),
      publicityRule(evidence),
      publishedRule(evidence),
    ],
    transit: transit.slice(0, 100),
  };
};

const overdrawn = (rows: readonly TreeSums[], ledgers: ReturnType<typeof ledgersOf>): RuleResult => {
  const below = rows.flatMap(({ id }) => {
    const { balance } = ledgers.get(id)!;
    return balance < 0n ? [{ id, amount: -balance }] : [];
  });
  return ruleResult(
    ReconciliationRule.B1,
    sum(below.map(({ amount }) => amount)),
    `None of ${rows.length} accounts is overdrawn.`,
    below.map(({ id, amount }) => `${id} is overdrawn by ${yuanFromFen(amount)}`),
  );
};

const edges = (
  mismatches: readonly { id: string; sent: Fen; received: Fen }[],
  transit: readonly InTransitItem[],
): RuleResult => {
  const overdue = transit.filter((item) => item.overdue);
  return ruleResult(
    ReconciliationRule.B2,
    sum(mismatches.map(({ sent, received }) => gapOf(sent, received))) + sum(overdue.map(({ amount }) => amount)),
    transit.length === 0 ? "All that was sent was received." : `${transit.length} on the way, none over 30 days.`,
    [
      ...mismatches.map(
        (edge) =>
          `${edge.id} sent ${yuanFromFen(edge.sent)} and received ${yuanFromFen(edge.received)}, difference ${yuanFromFen(gapOf(edge.sent, edge.received))}`,
      ),
      ...overdue.map(
        ({ allocationId, amount, days }) => `${allocationId} has ${yuanFromFen(amount)} on the way for ${days} days`,
      ),
    ],
  );
};

const classification = (rows: readonly TreeSums[], ledgers: ReturnType<typeof ledgersOf>): RuleResult => {
  const heads = new Map<string, TreeSums>();
  for (const row of rows) if (row.isRoot || !heads.has(row.indicatorNo)) heads.set(row.indicatorNo, row);
  const unknown = [...heads.values()].flatMap((row) => {
    const codes: [Classification, string | undefined][] = [
      ["FUNCTION", row.functionCode],
      ["GOVERNMENT_ECONOMIC", row.govEconCode],
      ["DEPARTMENT_ECONOMIC", row.deptEconCode],
    ];
    const missing = codes.flatMap(([kind, code]) =>
      code !== undefined && codeName(kind, row.fiscalYear, code) === undefined ? [code] : [],
    );
    return missing.length === 0 ? [] : [{ row, missing }];
  });
  return ruleResult(
    ReconciliationRule.B6,
    sum(unknown.map(({ row }) => ledgers.get(row.id)!.sent)),
    "All codes are in the table of their year.",
    unknown.map(
      ({ row, missing }) => `${row.indicatorNo}: ${missing.join(", ")} not in the table of ${row.fiscalYear}`,
    ),
  );
};
