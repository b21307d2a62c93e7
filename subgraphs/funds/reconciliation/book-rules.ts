/** Compares what the book says with itself: B1, B2, B5 and B6. Pure; amounts in fen. */
import { codeStanding, type Classification, type Fen } from "../../../platform/domain/index.js";
import type { AllocationLedger } from "../ledger/ledger.js";
import type { TreeSums } from "../ledger/ledger.repository.js";
import type { InTransitItem } from "./reconciliation.type.js";
import { gapOf, type Comparison } from "./rule-result.js";
import { RuleBreach } from "./rule-result.enums.js";

type Ledgers = ReadonlyMap<string, AllocationLedger>;

/** Money sent down by an allocation. */
export interface Edge {
  readonly id: string;
  readonly sent: Fen;
  readonly received: Fen;
  /** Where nothing of it was received yet. */
  readonly item?: InTransitItem;
}

/** B1: no account is overdrawn. */
export const compareAccounts = (rows: readonly TreeSums[], ledgers: Ledgers): Comparison[] =>
  rows.map(({ id }) => {
    const { balance } = ledgers.get(id)!;
    const overdrawn = { breach: RuleBreach.OVERDRAWN, allocationId: id, actual: balance, difference: -balance };
    return { offences: balance < 0n ? [overdrawn] : [] };
  });

/** B2: what was sent was received, or is on its way for no more than 30 days. */
export const compareEdges = (edges: readonly Edge[]): Comparison[] =>
  edges.map(({ id: allocationId, sent, received, item }) => {
    if (item?.overdue)
      return {
        offences: [{ breach: RuleBreach.LONG_ON_THE_WAY, allocationId, difference: item.amount, days: item.days }],
      };
    if (sent === received || item) return { offences: [] };
    const difference = gapOf(sent, received);
    return {
      offences: [{ breach: RuleBreach.UNLIKE_RECEIVED, allocationId, expected: sent, actual: received, difference }],
    };
  });

/** B5: payments, balances, transit and what was taken back or carried over make up the issue. */
export const compareIssue = (issued: Fen, difference: Fen): Comparison[] => [
  {
    offences:
      difference === 0n
        ? []
        : [{ breach: RuleBreach.UNACCOUNTED, expected: issued, actual: issued - difference, difference }],
  },
];

/** B6: the codes of each allotment are in the tables of its year. */
export const compareCodes = (rows: readonly TreeSums[], ledgers: Ledgers): Comparison[] => {
  const heads = new Map<string, TreeSums>();
  for (const row of rows) if (row.isRoot || !heads.has(row.allotmentNo)) heads.set(row.allotmentNo, row);
  return [...heads.values()].map((row) => {
    const used: [Classification, string | undefined][] = [
      ["FUNCTION", row.functionCode],
      ["GOVERNMENT_ECONOMIC", row.govEconCode],
      ["DEPARTMENT_ECONOMIC", row.deptEconCode],
    ];
    const { allotmentNo, fiscalYear: year } = row;
    const offences = [
      ["UNKNOWN", RuleBreach.UNKNOWN_CODE] as const,
      ["UNCONFIRMED", RuleBreach.UNCONFIRMED_CODE] as const,
    ].flatMap(([standing, breach]) => {
      const codes = used.flatMap(([kind, code]) =>
        code !== undefined && codeStanding(kind, year, code) === standing ? [code] : [],
      );
      return codes.length === 0 ? [] : [{ breach, allotmentNo, year, codes, difference: ledgers.get(row.id)!.sent }];
    });
    return { offences };
  });
};
