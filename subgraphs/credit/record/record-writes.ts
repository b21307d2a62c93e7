/** What writes of penalties, licences and list entries have alike: one step of a record by its id, its version and its history. */
import { toSet, type Columns, type NewOf, type Table } from "../../../platform/database/index.js";
import { localDateOf, type LocalDate } from "../../../platform/domain/index.js";
import { createKeyLoader } from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import {
  createHistories,
  lockRecord,
  runWrite,
  takeStep,
  type LockedRecord,
  type RecordedTransition,
  type Written,
} from "../../../platform/write/index.js";

/** A kind of record, as its writes know it. */
interface WrittenKind<
  State extends string,
  Event extends string,
  Facts,
  Column extends string,
  Row,
  C extends Columns,
> {
  readonly written: Written<State, Event, Facts, Column>;
  readonly table: Table<C>;
  /** Rows with these ids, whoever asks. */
  readonly find: (db: ServiceDependencies["db"], ids: readonly string[]) => Promise<readonly Row[]>;
  /** What the row says on the day, and what else is true. */
  readonly factsOf: (row: Row, today: LocalDate, also: Partial<Facts> | undefined) => Facts;
}

/** A change of one record. */
interface RecordInput {
  readonly id: string;
  readonly expectedVersion: number;
  readonly idempotencyKey?: string;
}

/** A step that is asked for. */
interface RecordStep<Event, Facts, New> {
  readonly event: Event;
  /** What the input says of what the guards look at. */
  readonly facts?: Partial<Facts>;
  /** Columns that it fills. */
  readonly set: Partial<New>;
  readonly reason?: string | undefined;
}

/** Writes of one kind of record; access to what is read is decided by who asks. */
export interface RecordWrites<Event, Facts, Row, New> {
  /** Takes the step; answers with the id. Throws what `runWrite`, `lockRecord` and `takeStep` throw. */
  step(verb: string, input: RecordInput, asked: RecordStep<Event, Facts, New>): Promise<string>;
  row(id: string): Promise<Row | undefined>;
  version(id: string): Promise<number | undefined>;
  /** What happened to it, oldest first. */
  history(id: string): Promise<RecordedTransition[]>;
}

/** What a step of such writes is asked for with. */
export type StepOf<Writes> = Writes extends { step(verb: string, input: never, asked: infer Asked): unknown }
  ? Asked
  : never;

/** Creates them for one request. */
export const createRecordWrites = <
  State extends string,
  Event extends string,
  Facts,
  Column extends string,
  Row extends { readonly id: string },
  C extends Columns,
>(
  dependencies: ServiceDependencies,
  { written, table, find, factsOf }: WrittenKind<State, Event, Facts, Column, Row, C>,
): RecordWrites<Event, Facts, Row, NewOf<Table<C>>> => {
  const { db, asOf } = dependencies;
  const histories = createHistories(db, written);
  const rows = createKeyLoader(
    async (ids) => (await find(db, ids)) as readonly (Row & LockedRecord)[],
    ({ id }) => id,
  );
  return {
    async step(verb, input, { event, facts, set, reason }) {
      const { key } = await runWrite(dependencies, {
        verb,
        input,
        async change(trx, inputHash) {
          const { id, expectedVersion } = input;
          const row = await lockRecord(trx, written, dependencies, { key: id, expectedVersion });
          return takeStep(trx, written, dependencies, {
            ...{ row, event, reason, inputHash },
            facts: factsOf(row as unknown as Row, localDateOf(asOf), facts),
            set: toSet(table, set),
          });
        },
      });
      rows.clear(key);
      return key;
    },
    row: (id) => rows.load(id),
    version: async (id) => (await rows.load(id))?.version,
    history: (id) => histories.load(id),
  };
};
