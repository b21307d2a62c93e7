/** Counts of use since they were last written: bounded, and put back where they could not be written. */
import { createHash } from "node:crypto";
import type { OperationCount, ServiceCount, UseBatch, UsedOperation } from "../../platform/use/index.js";
import { timesOf, WITHIN_MS } from "../../platform/use/index.js";

/** Most operations of one client that are told apart in a day (docs/limits.md); all others are one. */
export const MOST_OPERATIONS = 1_000;

/** An operation that was asked. */
export interface Asked extends UsedOperation {
  readonly client: string;
  readonly failed: boolean;
  /** Points that it took. */
  readonly points: number;
  readonly milliseconds: number;
  /** How many it stands for. */
  readonly weight: number;
}

type Mutable<Type> = { -readonly [Name in keyof Type]: Type[Name] };

/** What was counted since it was last taken. */
export class UseCounts {
  private readonly operations = new Map<string, UsedOperation>();
  private readonly counts = new Map<string, Mutable<OperationCount>>();
  private readonly services = new Map<string, Mutable<ServiceCount>>();
  /** Operations of each client that were told apart today. */
  private readonly told = new Map<string, Set<string>>();
  private day = "";

  /** Counts one operation. */
  asked({ client, weight, failed, points, milliseconds, ...asked }: Asked): void {
    const told = this.told.get(client) ?? new Set();
    this.told.set(client, told);
    const isTold = told.has(asked.operation) || told.size < MOST_OPERATIONS;
    if (isTold) told.add(asked.operation);
    const operation = isTold ? asked : { ...asked, operation: restOf(client), name: null };
    this.keep(operation);
    this.count({
      ...{ client, operation: operation.operation, requests: weight, failed: failed ? weight : 0 },
      ...{ points: points * weight, times: timesOf(milliseconds, weight) },
    });
  }

  /** Counts one request to a service, which took so many milliseconds. */
  called(service: string, outcome: string, milliseconds: number): void {
    const withinMs = WITHIN_MS.find((bound) => milliseconds <= bound) ?? 0;
    this.add({ service, outcome, withinMs, requests: 1 });
  }

  /** All that was counted, of the day; undefined where it is nothing. It is then counted from the beginning. */
  take(day: string): UseBatch | undefined {
    if (day !== this.day) this.told.clear();
    this.day = day;
    if (this.counts.size === 0 && this.services.size === 0) return undefined;
    const [operations, counts, services] = [this.operations, this.counts, this.services].map((map) => {
      const values = [...map.values()];
      map.clear();
      return values;
    }) as [UsedOperation[], OperationCount[], ServiceCount[]];
    return { day, operations, counts, services };
  }

  /** Counts again what could not be written. */
  putBack({ operations, counts, services }: UseBatch): void {
    for (const operation of operations) this.keep(operation);
    for (const count of counts) this.count(count);
    for (const service of services) this.add(service);
  }

  private keep(operation: UsedOperation): void {
    const known = this.operations.get(operation.operation);
    this.operations.set(operation.operation, known ? both(known, operation) : operation);
  }

  private count(count: OperationCount): void {
    const key = `${count.client}\n${count.operation}`;
    const known = this.counts.get(key);
    if (!known) return void this.counts.set(key, { ...count });
    known.requests += count.requests;
    known.failed += count.failed;
    known.points = (known.points ?? 0) + (count.points ?? 0);
    known.times = timesTogether(known.times, count.times);
  }

  private add(count: ServiceCount): void {
    const key = `${count.service}\n${count.outcome}\n${count.withinMs}`;
    const known = this.services.get(key);
    if (known) known.requests += count.requests;
    else this.services.set(key, { ...count });
  }
}

/** All operations of a client that are not told apart. */
const restOf = (client: string): string => `rest-${createHash("sha256").update(client).digest("hex").slice(0, 32)}`;

/** The same operation, or those that are not told apart, in what both read. */
const both = (known: UsedOperation, other: UsedOperation): UsedOperation =>
  known.coordinates === other.coordinates && known.needed === other.needed
    ? known
    : {
        ...known,
        coordinates: joined(known.coordinates, other.coordinates),
        needed: joined(known.needed, other.needed),
      };

const timesTogether = (one: readonly number[] = [], other: readonly number[] = []): readonly number[] =>
  (one.length < other.length ? other : one).map((_count, place) => (one[place] ?? 0) + (other[place] ?? 0));

const joined = (left: readonly string[], right: readonly string[]): readonly string[] => {
  const all = new Set([...left, ...right]);
  return all.size === left.length ? left : [...all].sort();
};
