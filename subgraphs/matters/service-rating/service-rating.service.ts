/** Finds and lists ratings; they are public, what is shown of their comments is decided per viewer. */
import { localDateOf } from "../../../platform/domain/index.js";
import type { ExchangeRow } from "../../../platform/export/exchange-row.type.js";
import { readExchangePage } from "../../../platform/export/exchange-page.js";
import type { ExportScope } from "../../../platform/export/index.js";
import { createKeyLoader, createParentPages, type Page, type PageArgs } from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import { ratingExport } from "./service-rating.export.js";
import { shownComment } from "./service-rating.policy.js";
import { findRatingSums, findRatings, ofCase, ofMatter, ratingsQuery, toRating } from "./service-rating.repository.js";
import type { RatingRow } from "./service-rating.rows.js";
import type { ServiceRating } from "./service-rating.js";

/** Service of ratings. */
export interface RatingService {
  find(id: string): Promise<ServiceRating | undefined>;
  /** As `find`, of what a write of this request left. */
  findAnew(id: string): Promise<ServiceRating | undefined>;
  listOfMatter(matterId: string, filter: { bad: boolean }, page: PageArgs): Promise<Page<ServiceRating>>;
  listOfCase(caseNo: string, filter: { bad: boolean }, page: PageArgs): Promise<Page<ServiceRating>>;
  /** Rows of the exchange table, as everybody may read them. */
  listExchangeRows(scope: Omit<ExportScope, "today">, page: PageArgs): Promise<Page<ExchangeRow>>;
  /** Average of stars with one decimal; undefined without ratings. */
  average(matterId: string): Promise<number | undefined>;
}

/** Newest first. */
const ORDER = [
  { column: "rated_on", direction: "desc" },
  { column: "id", direction: "asc" },
] as const;

/** Creates the service for one request. */
export const createRatingService = ({ db, viewer, asOf, cursors }: ServiceDependencies): RatingService => {
  const today = localDateOf(asOf);
  const toNode = (row: RatingRow): ServiceRating => toRating(row, today, shownComment(viewer, row));
  const byId = createKeyLoader(
    async (ids) => (await findRatings(db, ids)).map(toNode),
    ({ id }) => id,
  );
  const sums = createKeyLoader(
    (ids) => findRatingSums(db, ids),
    (row) => row.matter_id,
  );
  const listsOf = (name: string, narrow: typeof ofMatter) =>
    createParentPages<{ bad: boolean }, RatingRow, ServiceRating>(db, (filter) => ({
      orderBy: ORDER,
      ordering: `ratings.${name}`,
      filter,
      cursors,
      toNode,
      query: (parent) => narrow(ratingsQuery(db, filter.bad), parent),
    }));
  const pagesOfMatter = listsOf("matter", ofMatter);
  const pagesOfCase = listsOf("case", ofCase);
  return {
    find: (id) => byId.load(id),
    findAnew: (id) => byId.clear(id).load(id),
    listOfMatter: (matterId, filter, page) => pagesOfMatter.load(matterId, filter, page),
    listOfCase: (caseNo, filter, page) => pagesOfCase.load(caseNo, filter, page),
    listExchangeRows: (scope, page) =>
      readExchangePage(ratingExport, page, { db, cursors, scope: { ...scope, today } }),
    async average(matterId) {
      const row = await sums.load(matterId);
      return row && Math.round((row.stars * 10) / row.ratings) / 10;
    },
  };
};
