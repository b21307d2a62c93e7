/** Issues the electronic licence of a granted case of licensing, in the transaction that completes it. */
import { toRow, type NewOf, type RowOf } from "../../../platform/database/index.js";
import type { WriteTransaction } from "../../../platform/write/index.js";
import { ELECTRONIC_LICENCES } from "../electronic-licence/electronic-licence.rows.js";
import { TaskType, type ServiceRecipient } from "../matter/matter.enums.js";
import { MATTER_VERSIONS, SERVICE_MATTERS } from "../matter/matter.rows.js";
import { STORED_MATTER } from "../matter/matter.stored.js";
import { SERVICE_CASES } from "../service-case/service-case.rows.js";
import { STORED_CASE } from "../service-case/service-case.stored.js";

/** Number of the next licence of a division and year; others of the two wait meanwhile. */
const nextNumber = async (trx: WriteTransaction, divisionCode: string, year: string): Promise<string> => {
  const prefix = `${divisionCode.slice(0, 6)}ZZ${year}`;
  await trx.raw("select pg_advisory_xact_lock(hashtextextended(?, 0))", [`licence number ${prefix}`]);
  const { rows } = (await trx.raw(
    `select coalesce(max(substr(certificate_number, 13)::int), 0) + 1 as next from electronic_licences
     where certificate_number >= ? || '000000' and certificate_number <= ? || '999999' and certificate_number ~ ('^' || ? || '[0-9]{6}$')`,
    [prefix, prefix, prefix],
  )) as { rows: { next: number }[] };
  return `${prefix}${String(rows[0]!.next).padStart(6, "0")}`;
};

/** What the version of the matter calls its result, and the item of the catalogue by which licences of it are known. */
const resultOf = async (
  trx: WriteTransaction,
  { matter_id, matter_version }: RowOf<typeof SERVICE_CASES>,
): Promise<{ readonly name: string | undefined; readonly taskName: string; readonly catalogCode: string | null }> => {
  const matter = (await trx(SERVICE_MATTERS.name).first("task_name", "catalog_code").where("id", matter_id)) as {
    readonly task_name: string;
    readonly catalog_code: string | null;
  };
  const version = (await trx(MATTER_VERSIONS.name).first("content").where({ matter_id, version: matter_version })) as
    { readonly content: unknown } | undefined;
  const name = version && STORED_MATTER.read(version.content).result?.name;
  return { name, taskName: matter.task_name, catalogCode: matter.catalog_code };
};

/** A licence that was issued, with the case out of which it came. */
export interface IssuedLicence {
  readonly licence: NewOf<typeof ELECTRONIC_LICENCES>;
  readonly applicantType: ServiceRecipient;
  readonly taskName: string;
  readonly decidedOn: string;
}

/**
 * Issues it to the applicant: by the name that the decision gives it, else by the result of the matter's version. Undefined for a
 * case that refuses, or that is no licensing: nothing is issued. The case was completed in this transaction, so that nobody else completes it.
 */
export const issueLicence = async (
  trx: WriteTransaction,
  caseNo: string,
  { today, validTo }: { readonly today: string; readonly validTo: string | undefined },
): Promise<IssuedLicence | undefined> => {
  const row = (await trx(SERVICE_CASES.name)
    .first(...SERVICE_CASES.columns(), "granted")
    .where("case_no", caseNo)) as RowOf<typeof SERVICE_CASES> & { readonly granted: boolean };
  if (!row.granted || row.task_type !== TaskType.LICENSING_01) return undefined;
  const { name, taskName, catalogCode } = await resultOf(trx, row);
  const { result } = STORED_CASE.read(row.content);
  const licence = {
    certificateNumber: await nextNumber(trx, row.division_code, today.slice(0, 4)),
    caseNo,
    matterId: row.matter_id,
    name: result?.resultName ?? name ?? taskName,
    licenceType: `LICENCE_${catalogCode ?? row.matter_id}`,
    subject: row.subject,
    holderName: row.applicant_name,
    holderOrgId: row.applicant_org_id ?? undefined,
    deptId: row.dept_id,
    deptUscc: row.dept_uscc,
    divisionCode: row.division_code,
    issuedOn: today,
    validTo,
    revokedOn: undefined,
  };
  await trx(ELECTRONIC_LICENCES.name).insert(toRow(ELECTRONIC_LICENCES, licence));
  return { licence, applicantType: row.applicant_type, taskName, decidedOn: result?.decidedOn ?? today };
};
