/** Lists bids for one viewer: before opening, nobody learns of another's bid, its price, or how many there are (招标投标法 22). */
import { localDateOf } from "../../../platform/domain/index.js";
import { createParentPages, type Page, type PageArgs } from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import { bidsOfProject, toBid, type BidRow } from "./bid.repository.js";
import type { Bid } from "./bid.type.js";

/** Service of bids. */
export interface BidService {
  listOfProject(projectNo: string, page: PageArgs): Promise<Page<Bid>>;
}

/** Creates the service for one request. */
export const createBidService = ({ db, viewer, asOf, cursors }: ServiceDependencies): BidService => {
  const today = localDateOf(asOf);
  const ofProject = createParentPages<object, BidRow, Bid>(db, () => ({
    orderBy: [
      { column: "submitted_on", direction: "asc" },
      { column: "agency_id", direction: "asc" },
    ],
    ordering: "bids.project",
    filter: {},
    cursors,
    toNode: toBid,
    counted: true,
    query: (parent) => bidsOfProject(db, viewer, today, parent),
  }));
  return { listOfProject: (projectNo, page) => ofProject.load(projectNo, {}, page) };
};
