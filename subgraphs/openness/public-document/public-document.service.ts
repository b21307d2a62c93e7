/** Finds, searches and walks documents for one viewer, and says whether they are in force. */
import { rankedBySearch } from "../../../platform/database/index.js";
import { localDateOf, normaliseDocumentNumber, type LocalDate } from "../../../platform/domain/index.js";
import {
  createGroupLoader,
  createKeyLoader,
  createParentPages,
  readPage,
  type Page,
  type PageArgs,
} from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import { PublicDocumentOrder, type DocumentValidity } from "./public-document.enums.js";
import { validityOn } from "./public-document.js";
import {
  documentsOfIssuer,
  findCited,
  findDocuments,
  findEffects,
  findRelations,
  toDocument,
  visibleDocuments,
  type Citation,
  type DocumentQuery,
  type StoredRelation,
} from "./public-document.repository.js";
import type { PublicDocumentRow } from "./public-document.rows.js";
import type { PublicDocument } from "./public-document.type.js";

/** Service of documents. */
export interface PublicDocumentService {
  find(indexNo: string): Promise<PublicDocument | undefined>;
  /** The one that is cited so, its number in any of its spellings. */
  findCited(citation: Citation): Promise<PublicDocument | undefined>;
  list(query: DocumentQuery, page: PageArgs): Promise<Page<PublicDocument>>;
  listOfIssuer(issuerId: string, page: PageArgs): Promise<Page<PublicDocument>>;
  /** What it says of others, at most 100. */
  relations(indexNo: string): Promise<StoredRelation[]>;
  /** What others say of it, at most 100. */
  relatedBy(indexNo: string): Promise<StoredRelation[]>;
  validity(document: PublicDocument, on: LocalDate | undefined): Promise<DocumentValidity>;
}

const keyOf = ({ documentNo, title }: Citation): string => JSON.stringify([documentNo, title]);

const citationOf = (key: string): Citation => {
  const [documentNo, title] = JSON.parse(key) as [string, string];
  return { documentNo, title };
};

const LATEST_FIRST = [
  { column: "created_on", direction: "desc" },
  { column: "index_no", direction: "desc" },
] as const;
const LAST_PUBLISHED_FIRST = [
  { column: "published_on", direction: "desc" },
  { column: "index_no", direction: "desc" },
] as const;
const BEST_FIRST = [{ column: "rank", direction: "desc" }, ...LATEST_FIRST] as const;

/** Creates the service for one request. */
export const createPublicDocumentService = ({
  db,
  viewer,
  asOf,
  cursors,
}: ServiceDependencies): PublicDocumentService => {
  const day = localDateOf(asOf);
  const asked = { viewer, day };
  const toNode = toDocument(day);
  const byIndexNo = createKeyLoader(
    (keys) => findDocuments(db, asked, keys),
    ({ indexNo }) => indexNo,
  );
  const byCitation = createKeyLoader(
    (keys) => findCited(db, asked, keys.map(citationOf)),
    ({ documentNo = "", title }) => keyOf({ documentNo, title }),
  );
  const relations = createGroupLoader(
    (keys) => findRelations(db, asked, "index_no", keys),
    ({ indexNo }) => indexNo,
  );
  const relatedBy = createGroupLoader(
    (keys) => findRelations(db, asked, "other_index_no", keys),
    ({ otherIndexNo = "" }) => otherIndexNo,
  );
  const effects = createGroupLoader(
    (keys) => findEffects(db, day, keys),
    ({ otherIndexNo }) => otherIndexNo,
  );
  const ofIssuer = createParentPages<object, PublicDocumentRow, PublicDocument>(db, (filter) => ({
    orderBy: LATEST_FIRST,
    ordering: "publicDocuments:issuer",
    filter,
    cursors,
    toNode,
    query: (issuer) => documentsOfIssuer(db, asked, issuer),
  }));
  return {
    find: (indexNo) => byIndexNo.load(indexNo),
    findCited: ({ documentNo, title }) =>
      byCitation.load(keyOf({ documentNo: normaliseDocumentNumber(documentNo), title })),
    list({ search, filter, orderBy }, page) {
      const query = visibleDocuments(db, asked, { search, filter, orderBy });
      if (orderBy === PublicDocumentOrder.PUBLISHED)
        return readPage<PublicDocumentRow, PublicDocument>({
          ...{ query, orderBy: LAST_PUBLISHED_FIRST, ordering: "publicDocuments:published" },
          ...{ filter: { search, filter }, page, cursors, toNode },
        });
      return readPage<PublicDocumentRow, PublicDocument>({
        query: search == null ? query : rankedBySearch(db, query, search),
        orderBy: search == null ? LATEST_FIRST : BEST_FIRST,
        ordering: search == null ? "publicDocuments" : "publicDocuments:search",
        filter: { search, filter },
        page,
        cursors,
        toNode,
      });
    },
    listOfIssuer: (issuerId, page) => ofIssuer.load(issuerId, {}, page),
    relations: (indexNo) => relations.load(indexNo),
    relatedBy: (indexNo) => relatedBy.load(indexNo),
    async validity(document, on) {
      return validityOn(document, await effects.load(document.indexNo), on ?? day);
    },
  };
};
