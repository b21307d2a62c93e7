/** SQL of the order of documents: what those of an import cite, what cites them, and what documents of their days say of each other. */
import type { Knex } from "knex";
import type { LocalDate } from "../../../platform/domain/index.js";
import type { DocumentItem } from "./accept-document.js";
import type { DocumentRelationKind } from "./public-document.enums.js";

/** A document that is here, as it is cited. */
export interface StoredDocument {
  readonly indexNo: string;
  readonly documentNo?: string | undefined;
  readonly title: string;
  readonly createdOn: LocalDate;
}

/** A citation that is here and was led to no document. */
export interface StoredCitation {
  readonly title: string;
  readonly documentNo: string;
  readonly kind: DocumentRelationKind;
  readonly citedOn: LocalDate;
  readonly citedBy: string;
}

/** What is here of the documents that items cite, and of the citations that mean items. */
export interface StoredOrder {
  readonly cited: readonly StoredDocument[];
  readonly citing: readonly StoredCitation[];
}

/** Reads both by numbers: a number and a title are a document. */
export const findCitedBy = async (db: Knex, items: readonly DocumentItem[]): Promise<StoredOrder> => {
  const numbers = items.flatMap(({ relations }) => relations.flatMap(({ documentNo }) => documentNo ?? []));
  const own = items.flatMap(({ documentNo }) => documentNo ?? []);
  const cited = (await db("public_documents")
    .select("index_no as indexNo", "document_no as documentNo", "title", "created_on as createdOn")
    .whereRaw("document_no = any(?::text[])", [numbers])) as StoredDocument[];
  const citing = (await db("document_relations as r")
    .join("public_documents as d", "d.index_no", "r.index_no")
    .select("r.other_title as title", "r.other_document_no as documentNo", "r.kind", "d.created_on as citedOn")
    .select("d.index_no as citedBy")
    .whereRaw("r.other_document_no = any(?::text[])", [own])) as StoredCitation[];
  return { cited, citing };
};

/** A relation between documents of one day. */
export interface StoredStep {
  readonly from: string;
  readonly to: string;
}

/** Relations between documents that were issued on the days of the items, but for those of the items themselves, which are replaced. */
export const findOfDays = async (db: Knex, items: readonly DocumentItem[]): Promise<StoredStep[]> =>
  (await db("document_relations as r")
    .join("public_documents as d", "d.index_no", "r.index_no")
    .select("r.index_no as from", "r.other_index_no as to")
    .whereRaw("d.created_on = any(?::date[])", [[...new Set(items.map(({ createdOn }) => createdOn))]])
    .whereRaw("r.index_no <> all(?::text[])", [items.map(({ indexNo }) => indexNo)])
    .whereNotNull("r.other_index_no")) as StoredStep[];
