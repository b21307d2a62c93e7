/** Columns of public_documents and document_relations, once: row, select list and mapping come from here. */
import {
  day,
  defineTable,
  integer,
  searchWords,
  text,
  texts,
  truth,
  type RowOf,
} from "../../../platform/database/index.js";
import type { DocumentGenre, DocumentRelationKind } from "./public-document.enums.js";

/** Documents (公开文件). */
export const PUBLIC_DOCUMENTS = defineTable("public_documents", {
  indexNo: text("index_no"),
  documentNo: text("document_no").nullable(),
  title: text("title"),
  issuerName: text("issuer_name"),
  issuerId: text("issuer_id").nullable(),
  issuerUscc: text("issuer_uscc").nullable(),
  divisionCode: text("division_code"),
  genre: text("genre").of<DocumentGenre>(),
  topic: text("topic"),
  subtopic: text("subtopic").nullable(),
  keywords: texts("keywords").byDefault(),
  summary: text("summary").nullable(),
  body: text("body").nullable(),
  normative: truth("normative"),
  createdOn: day("created_on"),
  publishedOn: day("published_on").nullable(),
  validFrom: day("valid_from"),
  validUntil: day("valid_until").nullable(),
  version: integer("version").byDefault(),
  search: searchWords("search"),
});

/** A row of public_documents. */
export type PublicDocumentRow = RowOf<typeof PUBLIC_DOCUMENTS>;

/** What documents say of others. */
export const DOCUMENT_RELATIONS = defineTable("document_relations", {
  indexNo: text("index_no"),
  position: integer("position").unread("relations are ordered by it"),
  kind: text("kind").of<DocumentRelationKind>(),
  otherIndexNo: text("other_index_no").nullable(),
  otherTitle: text("other_title").nullable(),
  otherDocumentNo: text("other_document_no").nullable(),
  effectiveOn: day("effective_on"),
  part: text("part").nullable(),
});
