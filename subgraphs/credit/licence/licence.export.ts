/** Exchange file of licences that are public (双公示 行政许可, XK_*). */
import { codeOf, type ExportKind } from "../../../platform/export/index.js";
import { RECORD_REASONS, RECORD_WRITTEN, recordRows } from "../counterparty/counterparty.export.js";
import { CATEGORIES, licenceImport, REVOKED } from "./licence.import.js";
import { publicLicencesQuery, type LicenceRow } from "./licence.repository.js";

/** Rows of the table; the case in which a licence was granted is its agency's and supervisors' to see, so that there is no column of it. */
export const licenceExport: ExportKind<LicenceRow> = {
  kind: licenceImport.kind,
  fields: licenceImport.fields,
  written: [
    ...RECORD_WRITTEN,
    ...["docName", "category", "certName", "licenceNo", "content", "validFrom", "validTo", "state"],
  ],
  reasons: {
    ...RECORD_REASONS,
    CASE_NUMBER: "the case in which they were granted is not public; loaded over them, the file takes it away.",
  },
  publicRows: publicLicencesQuery,
  toRows: (rows, context) =>
    recordRows(rows, context, (row) => ({
      cells: {
        docName: row.doc_name ?? undefined,
        category: codeOf(CATEGORIES, row.category),
        certName: row.cert_name ?? undefined,
        licenceNo: row.licence_no ?? undefined,
        content: row.content,
        validFrom: row.valid_from ?? undefined,
        validTo: row.valid_to ?? undefined,
        state: codeOf(REVOKED, row.revoked),
      },
      ...(row.case_no === null ? {} : { leftOut: ["CASE_NUMBER"] }),
    })),
};
