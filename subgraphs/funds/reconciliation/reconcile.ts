/** Reconciles trees of allocations for a reader: the sums of the book, and the nine rules one by one. Pure; amounts in fen. */
import type { Viewer } from "../../../platform/auth/index.js";
import { daysBetween, type Fen, type LocalDate } from "../../../platform/domain/index.js";
import { ledgersOf } from "../ledger/ledger.js";
import type { TreeSums } from "../ledger/ledger.repository.js";
import { compareAccounts, compareCodes, compareEdges, compareIssue, type Edge } from "./book-rules.js";
import type { Evidence } from "./evidence.js";
import {
  compareBatches,
  comparePublicity,
  compareProjects,
  comparePublished,
  compareRecipients,
} from "./evidence-rules.js";
import type { InTransitItem, Reconciliation } from "./reconciliation.type.js";
import { ruleResult, sum, type Comparison } from "./rule-result.js";
import { ReconciliationRule } from "./rule-result.enums.js";
import type { RuleResult } from "./rule-result.type.js";

/** Days after which money on its way is an alert (rule B2). */
export const TRANSIT_DAYS = 30;

/** Reconciles the trees of one key; without rows everything is zero. */
export const reconcile = (
  rows: readonly TreeSums[],
  evidence: Evidence,
  { day, viewer }: { readonly day: LocalDate; readonly viewer: Viewer },
): Reconciliation => {
  const ledgers = ledgersOf(rows);
  const ledgerOf = (row: TreeSums) => ledgers.get(row.id)!;
  const roots = rows.filter(({ isRoot }) => isRoot);
  const transit: InTransitItem[] = [];
  const edges: Edge[] = [];
  for (const row of rows) {
    const { sent, received } = ledgerOf(row);
    const item = sent !== received && received === 0n ? onTheWay(row, sent, day) : undefined;
    if (item) transit.push(item);
    edges.push({ id: row.id, sent, received, item });
  }
  transit.sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : a.allocationId < b.allocationId ? -1 : 1));

  const issued = sum(roots.map((row) => ledgerOf(row).sent));
  const paid = sum(rows.map((row) => ledgerOf(row).paid));
  const balance = sum(rows.map((row) => ledgerOf(row).balance));
  const inTransit = sum(transit.map(({ amount }) => amount));
  const reclaimed = sum(roots.map((row) => row.reclaimed));
  const carriedOver = sum(rows.map(({ carried }) => carried));
  const difference = issued - paid - balance - inTransit - reclaimed - carriedOver;
  const comparisons: Readonly<Record<ReconciliationRule, readonly Comparison[]>> = {
    [ReconciliationRule.B1]: compareAccounts(rows, ledgers),
    [ReconciliationRule.B2]: compareEdges(edges),
    [ReconciliationRule.B3]: compareProjects(evidence),
    [ReconciliationRule.B4]: compareBatches(evidence),
    [ReconciliationRule.B5]: compareIssue(issued, difference),
    [ReconciliationRule.B6]: compareCodes(rows, ledgers),
    [ReconciliationRule.B7]: compareRecipients(evidence),
    [ReconciliationRule.B8]: comparePublicity(evidence),
    [ReconciliationRule.B9]: comparePublished(evidence, viewer),
  };
  return {
    ...{ asOf: day, issued, paid, balance, inTransit, reclaimed, carriedOver, difference },
    rules: Object.values(ReconciliationRule).map((rule): RuleResult => ruleResult(rule, comparisons[rule], viewer)),
    transit: transit.slice(0, 100),
  };
};

const onTheWay = ({ id, sentOn }: TreeSums, amount: Fen, day: LocalDate): InTransitItem | undefined => {
  if (sentOn === undefined) return undefined;
  const days = daysBetween(sentOn, day);
  return { allocationId: id, amount, since: sentOn, days, overdue: days > TRANSIT_DAYS };
};
