/** SQL of licences that completed cases publish. */
import { toRow, type NewOf } from "../../../platform/database/index.js";
import type { ReceiveDependencies } from "../../../platform/outbox/index.js";
import type { LockedRecord } from "../../../platform/write/index.js";
import { findLicences, type LicenceRow } from "../licence/licence.repository.js";
import { LICENCES } from "../licence/licence.rows.js";

/** Inserts it unless the case's licence is there already: the agency's own system exported it first, or another message told of the case. Of two at once the second waits. */
export const insertCompleted = async (
  trx: ReceiveDependencies["trx"],
  licence: Omit<NewOf<typeof LICENCES>, "version">,
): Promise<void> => {
  await trx.raw("select pg_advisory_xact_lock(hashtextextended(?, 0))", [`licence of case ${licence.caseNo!}`]);
  const there = (await trx(LICENCES.name).first("id").where("case_no", licence.caseNo!)) as object | undefined;
  if (there === undefined) await trx(LICENCES.name).insert(toRow(LICENCES, licence));
};

/** Licences of a case, locked; in the order of their ids. */
export const lockLicencesOfCase = async (
  trx: ReceiveDependencies["trx"],
  caseNo: string,
): Promise<(LockedRecord & LicenceRow)[]> => {
  const locked = (await trx(LICENCES.name)
    .select("*")
    .where("case_no", caseNo)
    .orderBy("id")
    .forUpdate()) as (LockedRecord & { readonly id: string })[];
  const rows = await findLicences(
    trx,
    "id",
    locked.map(({ id }) => id),
  );
  return rows.map((row) => ({ ...locked.find(({ id }) => id === row.id)!, ...row }));
};
