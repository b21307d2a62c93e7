/** Evidence of allocations up to a day, in four steps for any number of them. */
import type { Knex } from "knex";
import type { PersonGroup } from "../access/person-group.js";
import { payeesOf } from "../payment/payment.policy.js";
import { findBatchSums, findDuplicates, type WrongLinesRow } from "./batch-evidence.repository.js";
import type { BatchEvidence, Evidence, PublishedEvidence, WrongLines } from "./evidence.js";
import { findProjectEvidence } from "./project-evidence.repository.js";
import { findPublished, type PublishedRow } from "./published-evidence.repository.js";

/** Evidence of these allocations. */
export const findEvidence = async (db: Knex, allocationIds: readonly string[], day: string): Promise<Evidence> => {
  const ids = [...allocationIds];
  const [projects, sums, duplicates, published] = await Promise.all([
    findProjectEvidence(db, ids, day),
    findBatchSums(db, ids, day),
    findDuplicates(db, ids, day),
    findPublished(db, ids, day),
  ]);
  const groupOf = new Map<string, PersonGroup>(sums.map(({ batchNo, group }) => [batchNo, group]));
  const twiceOf = new Map(duplicates.map((row) => [row.batch_no, row]));
  return {
    projects,
    batches: sums.map(({ miscalculated, ...batch }): BatchEvidence => ({
      ...batch,
      miscalculated: wrongLines(batch.group, miscalculated),
      paidTwice: wrongLines(batch.group, twiceOf.get(batch.batchNo)),
    })),
    published: published.map((row) => toPublished(row, groupOf)),
  };
};

/** The persons alone whose lines are wrong: of a batch of many they may be one household. */
const wrongLines = (batch: PersonGroup, row: WrongLinesRow | undefined): WrongLines => ({
  group: { ...batch, persons: row?.persons ?? 0, subject: row?.subject ?? undefined },
  amount: row?.amount ?? 0n,
});

const toPublished = (row: PublishedRow, groupOf: ReadonlyMap<string, PersonGroup>): PublishedEvidence => ({
  allocationId: row.allocation_id,
  ...(row.payee_kind === null
    ? { publicationId: row.id, group: row.batch_no === null ? undefined : groupOf.get(row.batch_no) }
    : {
        paymentNo: row.id,
        group: payeesOf({
          payeeKind: row.payee_kind,
          payeeCount: row.payee_count!,
          subject: row.payee_subject ?? undefined,
          agencyUscc: row.agency_uscc ?? undefined,
          divisionCode: row.division_code!,
        }),
      }),
  published: row.published,
  ledger: row.ledger,
});
