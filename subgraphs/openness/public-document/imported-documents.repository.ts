/** SQL of documents that are imported: those that changed are written, and citations are led to the documents that they mean. */
import type { Knex } from "knex";
import { insertRecords, textVector, toSet, type NewOf } from "../../../platform/database/index.js";
import { CHANGES_VALIDITY } from "./public-document.js";
import { DOCUMENT_RELATIONS, PUBLIC_DOCUMENTS, type PublicDocumentRow } from "./public-document.rows.js";

/** A document as an export says it, and what it says of others by title and number. */
export interface ImportedDocument {
  readonly document: Omit<NewOf<typeof PUBLIC_DOCUMENTS>, "version" | "search">;
  readonly relations: readonly NewOf<typeof DOCUMENT_RELATIONS>[];
}

const sorted = (record: object): string =>
  JSON.stringify(
    Object.entries(record)
      .filter(([, value]) => value !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

/** What is compared; the version, and which document a citation was led to, are none of what an export says. */
const contentOf = ({ document, relations }: ImportedDocument): string =>
  [
    { ...document, version: undefined },
    ...relations.map((relation) => ({ ...relation, position: undefined, otherIndexNo: undefined })),
  ]
    .map(sorted)
    .join("\n");

const findStored = async (trx: Knex, keys: readonly string[]): Promise<Map<string, ImportedDocument>> => {
  const rows = (await trx(PUBLIC_DOCUMENTS.name)
    .select(PUBLIC_DOCUMENTS.columns())
    .whereIn("index_no", [...keys])
    .forUpdate()) as PublicDocumentRow[];
  const relations = (await trx(DOCUMENT_RELATIONS.name)
    .select(DOCUMENT_RELATIONS.columns())
    .whereIn("index_no", [...keys])
    .orderBy(["index_no", "position"])) as Parameters<typeof DOCUMENT_RELATIONS.toRecord>[0][];
  const said = new Map<string, ImportedDocument["relations"][number][]>();
  for (const relation of relations.map(DOCUMENT_RELATIONS.toRecord) as ImportedDocument["relations"][number][])
    said.set(relation.indexNo, [...(said.get(relation.indexNo) ?? []), relation]);
  return new Map(
    rows.map((row) => {
      const document = PUBLIC_DOCUMENTS.toRecord(row);
      return [document.indexNo, { document, relations: said.get(document.indexNo) ?? [] } as ImportedDocument];
    }),
  );
};

/** The document, which stays published once it was. */
const keptPublic = (given: ImportedDocument, stored: ImportedDocument | undefined): ImportedDocument => ({
  ...given,
  document: { ...given.document, publishedOn: given.document.publishedOn ?? stored?.document.publishedOn },
});

/** Citations lead to these documents no more: what they are called by, and their day, may have changed. */
const unlinkCitations = async (trx: Knex, keys: readonly string[]): Promise<void> => {
  await trx(DOCUMENT_RELATIONS.name)
    .whereIn("other_index_no", [...keys])
    .whereNotNull("other_document_no")
    .whereNotNull("other_title")
    .update({ other_index_no: null });
};

/** Leads citations from or to these documents to what they mean: the same number, one title in the other, issued before. */
const linkCitations = async (trx: Knex, keys: readonly string[]): Promise<void> => {
  const folded = (column: string): string => `regexp_replace(${column}, '[[:space:]]', '', 'g')`;
  await trx.raw(
    `update document_relations r set other_index_no = o.index_no
     from public_documents o, public_documents d
     where r.other_index_no is null and d.index_no = r.index_no and o.document_no = r.other_document_no
       and o.index_no <> d.index_no and (d.index_no = any(?::text[]) or o.index_no = any(?::text[]))
       and (strpos(${folded("o.title")}, ${folded("r.other_title")}) > 0 or strpos(${folded("r.other_title")}, ${folded("o.title")}) > 0)
       and (o.created_on < d.created_on or (o.created_on = d.created_on and r.kind <> all(?::text[])))`,
    [[...keys], [...keys], [...CHANGES_VALIDITY]],
  );
};

/** Writes documents, each of another index number. Gives how many are new or changed. */
export const writeDocuments = async (trx: Knex, given: readonly ImportedDocument[]): Promise<number> => {
  const stored = await findStored(
    trx,
    given.map(({ document }) => document.indexNo),
  );
  const changed = given
    .map((one) => keptPublic(one, stored.get(one.document.indexNo)))
    .filter((one) => {
      const before = stored.get(one.document.indexNo);
      return before === undefined || contentOf(before) !== contentOf(one);
    });
  if (changed.length === 0) return 0;
  const keys = changed.map(({ document }) => document.indexNo);
  const withWords = changed.map(({ document }) => ({
    ...document,
    search: textVector(trx as Knex, document.title, document.body ?? ""),
  }));
  await insertRecords(
    trx,
    PUBLIC_DOCUMENTS,
    withWords.filter(({ indexNo }) => !stored.has(indexNo)),
  );
  for (const record of withWords.filter(({ indexNo }) => stored.has(indexNo)))
    await trx(PUBLIC_DOCUMENTS.name)
      .where("index_no", record.indexNo)
      .update({ ...toSet(PUBLIC_DOCUMENTS, record), version: trx.raw("version + 1") });
  await trx(DOCUMENT_RELATIONS.name).whereIn("index_no", keys).delete();
  await insertRecords(
    trx,
    DOCUMENT_RELATIONS,
    changed.flatMap(({ relations }) => relations),
  );
  await unlinkCitations(trx, keys);
  await linkCitations(trx, keys);
  return changed.length;
};
