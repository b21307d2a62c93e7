/** SQL of enforcement bodies and certificates: all of them are public, and the names of holders closed by the schema. */
import type { Knex } from "knex";
import type { LocalDate } from "../../../platform/domain/index.js";
import { comeBy } from "../../../platform/domain/index.js";
import {
  ENFORCEMENT_BODIES,
  STAFF_CERTIFICATES,
  type EnforcementBodyRow,
  type StaffCertificateRow,
} from "./enforcement-body.rows.js";
import type { EnforcementBody, StaffCertificate } from "./enforcement-body.type.js";

const shown = STAFF_CERTIFICATES.to<StaffCertificate>()("revokedOn");

/** The certificate of a row: a revocation after the day has not happened yet. */
export const toCertificate =
  (day: LocalDate) =>
  (row: StaffCertificateRow): StaffCertificate =>
    shown(row, { revokedOn: comeBy(row.revoked_on, day) });

/** Bodies with these ids of organisations, in no order. */
export const findEnforcementBodies = async (db: Knex, organs: readonly string[]): Promise<EnforcementBody[]> =>
  (
    (await db(ENFORCEMENT_BODIES.name)
      .select(ENFORCEMENT_BODIES.columns())
      .whereIn("organ_id", [...organs])) as EnforcementBodyRow[]
  ).map(ENFORCEMENT_BODIES.toRecord);

/** Certificates; the caller adds parent, order and page. */
export const certificatesQuery = (db: Knex): Knex.QueryBuilder =>
  db(STAFF_CERTIFICATES.name).select(STAFF_CERTIFICATES.columns());

/** Certificates with these numbers, in no order. */
export const findCertificates = async (
  db: Knex,
  day: LocalDate,
  numbers: readonly string[],
): Promise<StaffCertificate[]> =>
  ((await certificatesQuery(db).whereIn("number", [...numbers])) as StaffCertificateRow[]).map(toCertificate(day));
