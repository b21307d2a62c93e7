/** SQL of registrations of normative documents; the caller knows that the viewer may know of the documents. */
import type { Knex } from "knex";
import { comeBy, type LocalDate } from "../../../platform/domain/index.js";
import { DOCUMENT_REGISTRATIONS, type DocumentRegistrationRow } from "./document-registration.rows.js";
import type { DocumentRegistration } from "./document-registration.type.js";

const shown = DOCUMENT_REGISTRATIONS.to<DocumentRegistration>()(
  "registeredOn",
  "registrationNo",
  "filedOn",
  "filingNo",
);

/** What is done by the day: a registration or filing after it has not happened yet. */
const toRegistration =
  (day: LocalDate) =>
  (row: DocumentRegistrationRow): DocumentRegistration => {
    const [registeredOn, filedOn] = [comeBy(row.registered_on, day), comeBy(row.filed_on, day)];
    return shown(row, {
      ...{ registeredOn, registrationNo: registeredOn === undefined ? undefined : (row.registration_no ?? undefined) },
      ...{ filedOn, filingNo: filedOn === undefined ? undefined : (row.filing_no ?? undefined) },
    });
  };

/** Registrations of these documents, in no order. */
export const findRegistrations = async (
  db: Knex,
  day: LocalDate,
  indexNos: readonly string[],
): Promise<DocumentRegistration[]> =>
  (
    (await db(DOCUMENT_REGISTRATIONS.name)
      .select(DOCUMENT_REGISTRATIONS.columns())
      .whereIn("index_no", [...indexNos])) as DocumentRegistrationRow[]
  ).map(toRegistration(day));
