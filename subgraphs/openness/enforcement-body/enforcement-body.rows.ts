/** Columns of enforcement bodies and certificates of their staff, once: row, select list and mapping come from here. */
import { day, defineTable, text, texts, type RowOf } from "../../../platform/database/index.js";

/** What a body publishes of its enforcement (执法事前公开). */
export const ENFORCEMENT_BODIES = defineTable("enforcement_bodies", {
  organId: text("organ_id"),
  organUscc: text("organ_uscc"),
  divisionCode: text("division_code"),
  duties: texts("duties"),
  procedure: texts("procedure"),
  remedy: text("remedy"),
  hotline: text("hotline"),
  basisIds: texts("basis_ids").byDefault(),
  benchmarksOf: text("benchmarks_of").nullable(),
});

/** A row of enforcement_bodies. */
export type EnforcementBodyRow = RowOf<typeof ENFORCEMENT_BODIES>;

/** Certificates of staff who enforce (行政执法证). */
export const STAFF_CERTIFICATES = defineTable("staff_certificates", {
  number: text("number"),
  organId: text("organ_id"),
  organUscc: text("organ_uscc"),
  divisionCode: text("division_code"),
  organName: text("organ_name"),
  holderName: text("holder_name"),
  validFrom: day("valid_from"),
  validUntil: day("valid_until"),
  revokedOn: day("revoked_on").nullable(),
});

/** A row of staff_certificates. */
export type StaffCertificateRow = RowOf<typeof STAFF_CERTIFICATES>;
