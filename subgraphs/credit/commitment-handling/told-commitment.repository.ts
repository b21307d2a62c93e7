/** SQL of commitments that cases tell of. */
import type { ReceiveDependencies } from "../../../platform/outbox/index.js";
import type { LockedRecord } from "../../../platform/write/index.js";
import { CommitmentType } from "../commitment/commitment.enums.js";
import { COMMITMENTS } from "../commitment/commitment.rows.js";

type Transaction = ReceiveDependencies["trx"];

const of = (caseNo: string) => ({ case_no: caseNo, type: CommitmentType.CERTIFICATE_NOTICE });

/** The id of the commitment of a case, undefined where none is kept. Of two messages about one case the second waits until the transaction ends. */
export const commitmentOfCase = async (trx: Transaction, caseNo: string): Promise<string | undefined> => {
  await trx.raw("select pg_advisory_xact_lock(hashtextextended(?, 0))", [`commitment of case ${caseNo}`]);
  const row = (await trx(COMMITMENTS.name).first("id").where(of(caseNo))) as { readonly id: string } | undefined;
  return row?.id;
};

/** The commitment of a case, locked, with its state as the machine names it. */
export const lockOfCase = async (trx: Transaction, caseNo: string): Promise<LockedRecord | undefined> => {
  const row = (await trx(COMMITMENTS.name).first("*").where(of(caseNo)).orderBy("id").forUpdate()) as
    (LockedRecord & { readonly fulfilment: string }) | undefined;
  return row && { ...row, state: row.fulfilment };
};
