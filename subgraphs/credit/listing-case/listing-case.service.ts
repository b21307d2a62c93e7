/** Finds and lists cases of listing for one viewer on the request's day. */
import { canRead } from "../../../platform/disclosure/admission/index.js";
import { localDateOf } from "../../../platform/domain/index.js";
import { createKeyLoader, readPage, type Page, type PageArgs } from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import type { ListingState } from "./listing-case.machine.js";
import { WHOSE_LISTING_CASE } from "./listing-case.policy.js";
import { findListingCases, listingCasesQuery, toListingCase } from "./listing-case.repository.js";
import type { ListingCaseRow } from "./listing-case.rows.js";
import type { ListingCase } from "./listing-case.type.js";

/** Service of cases of listing. */
export interface ListingCaseService {
  find(no: string): Promise<ListingCase | undefined>;
  /** As `find`, of what a write of this request left. */
  findAnew(no: string): Promise<ListingCase | undefined>;
  list(state: ListingState | undefined, page: PageArgs): Promise<Page<ListingCase>>;
}

/** Newest first. */
const ORDER = [
  { column: "prior_notice_on", direction: "desc" },
  { column: "no", direction: "asc" },
] as const;

/** Creates the service for one request. */
export const createListingCaseService = ({ db, viewer, asOf, cursors }: ServiceDependencies): ListingCaseService => {
  const today = localDateOf(asOf);
  const toNode = (row: ListingCaseRow): ListingCase => toListingCase(row, today);
  const byNo = createKeyLoader(
    async (numbers) =>
      (await findListingCases(db, numbers)).filter((row) => canRead(WHOSE_LISTING_CASE, { viewer }, row)).map(toNode),
    ({ no }) => no,
  );
  return {
    find: (no) => byNo.load(no),
    findAnew: (no) => byNo.clear(no).load(no),
    list: (state, page) =>
      readPage({
        query: listingCasesQuery(db, viewer, state),
        orderBy: ORDER,
        ordering: "listingCases",
        filter: { state },
        page,
        cursors,
        toNode,
      }),
  };
};
