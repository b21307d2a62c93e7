/** What an agency sees of its own subgraph in recorded use: who uses what of it, how it answers, and what nobody asks for. */
import type { UseSpan, UseStore } from "./use.repository.js";
import { WITHIN_MS, type OperationUse, type ServiceCount } from "./use.js";

/** What one client uses. */
export interface ClientUse {
  readonly client: string;
  readonly requests: number;
  readonly failed: number;
  readonly operations: number;
  readonly lastDay: string;
  /** Fields that it asks for, sorted. */
  readonly fields: readonly string[];
}

/** How a service answered. */
export interface ServiceUse {
  readonly requests: number;
  /** Requests by outcome: `ok`, or a code of error. */
  readonly outcomes: Readonly<Record<string, number>>;
  /** Milliseconds within which half, and 95 of 100, were answered; null where that is more than the last bound or there is none. */
  readonly p50: number | null;
  readonly p95: number | null;
}

/** What a subgraph sees of itself. */
export interface Mirror extends UseSpan {
  readonly subgraph: string;
  readonly clients: readonly ClientUse[];
  /** Operations that ask for any of its fields, by client, the busiest first; of what they ask, its own fields alone. */
  readonly operations: readonly Omit<OperationUse, "needed">[];
  readonly service: ServiceUse;
  /** Fields that it alone gives. */
  readonly fields: number;
  /** Of them, those that nobody asked for … */
  readonly unread: readonly string[];
  /** … and those that other services alone needed. */
  readonly neededAlone: readonly string[];
}

/** What is read of recorded use. */
export type ReadsUse = Pick<UseStore, "useOf" | "useOfClient" | "servicesOf">;

/** Looks the fields up in recorded use. */
export const mirrorOf = async (
  subgraph: string,
  fields: readonly string[],
  store: ReadsUse,
  span: UseSpan,
): Promise<Mirror> => {
  const used = await store.useOf(fields, span);
  const asked = new Set(used.flatMap((use) => use.asked));
  const needed = new Set(used.flatMap((use) => use.needed));
  const unasked = fields.filter((field) => !asked.has(field));
  const asking = used.filter((use) => use.asked.length > 0);
  return {
    ...span,
    subgraph,
    clients: clientsOf(asking),
    operations: asking.map(({ needed: _needed, ...operation }) => ({
      ...operation,
      asked: [...operation.asked].sort(),
    })),
    service: serviceUse(await store.servicesOf(subgraph, span)),
    fields: fields.length,
    unread: unasked.filter((field) => !needed.has(field)),
    neededAlone: unasked.filter((field) => needed.has(field)),
  };
};

const clientsOf = (used: readonly OperationUse[]): ClientUse[] => {
  const byClient = new Map<string, OperationUse[]>();
  for (const use of used) byClient.set(use.client, [...(byClient.get(use.client) ?? []), use]);
  return [...byClient]
    .map(([client, uses]) => ({
      client,
      requests: sum(uses.map(({ requests }) => requests)),
      failed: sum(uses.map(({ failed }) => failed)),
      operations: uses.length,
      lastDay: uses.map(({ lastDay }) => lastDay).reduce((a, b) => (a > b ? a : b)),
      fields: [...new Set(uses.flatMap(({ asked }) => asked))].sort(),
    }))
    .sort((a, b) => b.requests - a.requests);
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

const serviceUse = (counts: readonly ServiceCount[]): ServiceUse => {
  const outcomes: Record<string, number> = {};
  for (const { outcome, requests } of counts) outcomes[outcome] = (outcomes[outcome] ?? 0) + requests;
  const requests = sum(Object.values(outcomes));
  const within = (share: number): number | null => {
    const bound = WITHIN_MS.find(
      (ms) =>
        sum(counts.filter(({ withinMs }) => withinMs !== 0 && withinMs <= ms).map((count) => count.requests)) >=
        share * requests,
    );
    return requests === 0 ? null : (bound ?? null);
  };
  return { requests, outcomes, p50: within(0.5), p95: within(0.95) };
};
