/** SQL of documents; those that a viewer may not know of never leave the database. */
import type { Knex } from "knex";
import { divisionPrefix } from "../../../platform/auth/viewer.js";
import {
  beginningWith,
  readableRows,
  whereNameMatches,
  type RecordOf,
  type RowOf,
} from "../../../platform/database/index.js";
import { comeBy, foldCode, isDocumentNumber, normaliseDocumentNumber } from "../../../platform/domain/index.js";
import type { AskedBy } from "../context.js";
import { CHANGES_VALIDITY, ENDS, type EffectOnDocument } from "./public-document.js";
import { PublicDocumentOrder } from "./public-document.enums.js";
import type { PublicDocumentFilter } from "./public-document.input.js";
import { WHOSE_DOCUMENT } from "./public-document.policy.js";
import { DOCUMENT_RELATIONS, PUBLIC_DOCUMENTS, type PublicDocumentRow } from "./public-document.rows.js";
import type { PublicDocument } from "./public-document.type.js";

/** A relation of a document. */
export type StoredRelation = RecordOf<typeof DOCUMENT_RELATIONS>;

const shown = PUBLIC_DOCUMENTS.to<PublicDocument>()("publishedOn");

/** The document of a row: a publication after the day has not happened yet. */
export const toDocument =
  (day: string) =>
  (row: PublicDocumentRow): PublicDocument =>
    shown(row, { publishedOn: comeBy(row.published_on, day) });

/** Documents that are ended in whole by a published one on the day, or whose own time is over or not yet begun. */
const whereInForce = (query: Knex.QueryBuilder, on: string, today: string): Knex.QueryBuilder =>
  query
    .where("valid_from", "<=", on)
    .whereRaw("coalesce(valid_until >= ?, true)", [on])
    .whereRaw(
      `not exists (select 1 from document_relations r join public_documents p using (index_no)
         where r.other_index_no = public_documents.index_no and r.kind = any(?::text[]) and r.part is null
           and r.effective_on <= ? and p.published_on <= ?)`,
      [[...ENDS], on, today] as never,
    );

const INDEX_NUMBER = /^[0-9A-Z]{9,18}\/[0-9-]*$/;

/** Narrows to those whose number or index number is meant, in any of its spellings, or whose title or text holds what was typed. */
const whereMatches = (query: Knex.QueryBuilder, typed: string): Knex.QueryBuilder => {
  const number = normaliseDocumentNumber(typed);
  if (isDocumentNumber(number)) return query.where("document_no", number);
  const index = foldCode(typed);
  return INDEX_NUMBER.test(index)
    ? query.whereLike("index_no", beginningWith(index))
    : whereNameMatches(query, typed, "index_no");
};

/** What a list of documents is asked for. */
export interface DocumentQuery {
  readonly search?: string | undefined;
  readonly filter?: PublicDocumentFilter | undefined;
  /** @default ISSUED */
  readonly orderBy?: PublicDocumentOrder | null | undefined;
}

/** These columns of the documents that the viewer may know of. */
export const readableDocuments = (db: Knex, { viewer, day }: AskedBy, columns: readonly string[]): Knex.QueryBuilder =>
  readableRows(db(PUBLIC_DOCUMENTS.name).select([...columns]), WHOSE_DOCUMENT, { viewer, today: day });

/** Documents that fit and that the viewer may know of; the caller adds order and page. */
export const visibleDocuments = (
  db: Knex,
  asked: AskedBy,
  { search, filter, orderBy }: DocumentQuery = {},
): Knex.QueryBuilder => {
  const query = readableDocuments(db, asked, PUBLIC_DOCUMENTS.columns());
  if (orderBy === PublicDocumentOrder.PUBLISHED) query.where("published_on", "<=", asked.day);
  if (search != null) whereMatches(query, search);
  if (filter?.genres) query.whereIn("genre", filter.genres);
  if (filter?.documentNo != null) query.where("document_no", filter.documentNo);
  if (filter?.issuer != null) query.where("issuer_id", filter.issuer);
  if (filter?.division) query.whereLike("division_code", beginningWith(divisionPrefix(filter.division)));
  if (filter?.topic != null) query.where("topic", filter.topic);
  if (filter?.normative != null) query.where("normative", filter.normative);
  if (filter?.inForceOn) whereInForce(query, filter.inForceOn, asked.day);
  if (filter?.createdFrom) query.where("created_on", ">=", filter.createdFrom);
  if (filter?.createdTo) query.where("created_on", "<=", filter.createdTo);
  return query;
};

/** Those that an organisation issued. */
export const documentsOfIssuer = (db: Knex, asked: AskedBy, issuer: Knex.Raw): Knex.QueryBuilder =>
  visibleDocuments(db, asked).where("issuer_id", issuer);

/** Documents with these index numbers, in no order. */
export const findDocuments = async (db: Knex, asked: AskedBy, keys: readonly string[]): Promise<PublicDocument[]> =>
  ((await visibleDocuments(db, asked).whereIn("index_no", [...keys])) as PublicDocumentRow[]).map(
    toDocument(asked.day),
  );

/** A document as others cite it: orders of different offices share numbers, so that the title belongs to it. */
export interface Citation {
  readonly documentNo: string;
  readonly title: string;
}

/** Documents that are cited so, in no order. */
export const findCited = async (db: Knex, asked: AskedBy, cited: readonly Citation[]): Promise<PublicDocument[]> =>
  (
    (await visibleDocuments(db, asked).whereIn(
      ["document_no", "title"],
      cited.map(({ documentNo, title }) => [documentNo, title]),
    )) as PublicDocumentRow[]
  ).map(toDocument(asked.day));

/** What published documents do to the validity of one: the first day of each kind of effect, in whole or in part. */
export interface StoredEffect extends EffectOnDocument {
  readonly otherIndexNo: string;
}

/** Effects of published documents on the validity of these, whoever asks; all of them, however many documents cite one. */
export const findEffects = async (db: Knex, day: string, keys: readonly string[]): Promise<StoredEffect[]> => {
  const rows = (await db("document_relations")
    .select(
      ...["other_index_no as otherIndexNo", "kind"],
      db.raw(`min(effective_on) as "effectiveOn"`),
      db.raw("min(part) as part"),
    )
    .whereIn("other_index_no", [...keys])
    .whereIn("kind", [...CHANGES_VALIDITY])
    .whereIn("index_no", db("public_documents").select("index_no").where("published_on", "<=", day))
    .groupByRaw("other_index_no, kind, part is null")) as (StoredEffect & { readonly part: string | null })[];
  return rows.map((row) => ({ ...row, part: row.part ?? undefined }));
};

/** The first hundred relations of each of these documents: what it says of others, or what others say of it, those of documents that the viewer may know of. */
export const findRelations = async (
  db: Knex,
  asked: AskedBy,
  side: "index_no" | "other_index_no",
  keys: readonly string[],
): Promise<StoredRelation[]> => {
  const ranked = db("document_relations")
    .select(
      ...DOCUMENT_RELATIONS.columns(),
      db.raw("row_number() over (partition by ?? order by effective_on desc, index_no, position) as place", [side]),
    )
    .whereIn(side, [...keys])
    .whereIn("index_no", readableDocuments(db, asked, ["index_no"]));
  const rows = (await db.from(ranked.as("ranked")).where("place", "<=", 100).orderBy([side, "place"])) as RowOf<
    typeof DOCUMENT_RELATIONS
  >[];
  return rows.map(DOCUMENT_RELATIONS.toRecord);
};
