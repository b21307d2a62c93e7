/** Import of documents: a list of them, or the page of one (政府信息公开目录; index, body, dates, number, title, text). */
import type { NewOf } from "../../../platform/database/index.js";
import type { ImportContext, ImportKind, WriteResult } from "../../../platform/import/index.js";
import type { Knex } from "knex";
import { acceptDocument, type DocumentItem } from "./accept-document.js";
import { writeDocuments, type ImportedDocument } from "./imported-documents.repository.js";
import { DOCUMENT_FIELDS } from "./public-document.fields.js";
import type { DOCUMENT_RELATIONS } from "./public-document.rows.js";
import { resolveDocuments } from "./resolve-documents.js";

/** Rows of a list of documents. */
export const documentImport: ImportKind<DocumentItem> = {
  kind: "documents",
  fields: DOCUMENT_FIELDS,
  keyOf: ({ indexNo, documentNo, title }) => indexNo ?? `${documentNo}《${title}》`,
  accept: acceptDocument,
  unpublishedOf: ({ publishedOn }) =>
    publishedOn === undefined
      ? {
          field: "publishedOn",
          rule: "NOT_PUBLISHED",
          remedy:
            "No day of publication: its body and its supervisors alone read it. Give the day, for a whole file by --published-on, and load it again.",
        }
      : undefined,
  resolve: resolveDocuments,
  write: writeItems,
};

/** A new document is inserted, a changed one becomes the next version; what it says of others is replaced as a whole. */
async function writeItems(
  trx: Knex.Transaction,
  items: readonly DocumentItem[],
  _context: ImportContext,
): Promise<WriteResult> {
  // One row per document: the last of equal rows of a file.
  const last = [...new Map(items.map((item) => [item.indexNo, item])).values()];
  const accepted = await writeDocuments(trx, last.map(toRecord));
  return { accepted, unchanged: items.length - accepted };
}

const toRecord = (item: DocumentItem): ImportedDocument => {
  const { relations, divisionCode, keywords } = item;
  return {
    document: {
      indexNo: item.indexNo,
      documentNo: item.documentNo,
      title: item.title,
      issuerName: item.issuerName,
      issuerId: item.issuerId,
      issuerUscc: item.issuerUscc,
      divisionCode: divisionCode!,
      genre: item.genre,
      topic: item.topic,
      subtopic: item.subtopic,
      keywords: [...keywords],
      summary: item.summary,
      body: item.body,
      normative: item.normative,
      createdOn: item.createdOn,
      publishedOn: item.publishedOn,
      validFrom: item.validFrom,
      validUntil: item.validUntil,
    },
    relations: relations.map(
      ({ kind, title, documentNo, part, effectiveOn }, position): NewOf<typeof DOCUMENT_RELATIONS> => ({
        indexNo: item.indexNo,
        position,
        kind,
        otherIndexNo: undefined,
        otherTitle: title,
        otherDocumentNo: documentNo,
        effectiveOn,
        part,
      }),
    ),
  };
};
