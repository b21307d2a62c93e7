/** Lists bids for one viewer: before opening, nobody learns of another's bid, its price, or how many there are (招标投标法 22). */
import { localDateOf } from "../../../platform/domain/index.js";
import { createKeyLoader, createParentPages, type Page, type PageArgs } from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import { publicCheckOf, type StandingEntry } from "./bid.policy.js";
import { bidsOfProject, findBidOf, findBids, toBid } from "./bid.repository.js";
import type { BidRow } from "./bid.rows.js";
import type { CreditCheck } from "./bid.enums.js";
import type { Bid } from "./bid.type.js";

/** Service of bids. */
export interface BidService {
  /** The firm's bid, read past what the request has read before. */
  findAnew(projectNo: string, firmUscc: string): Promise<Bid | undefined>;
  listOfProject(projectNo: string, page: PageArgs): Promise<Page<Bid>>;
  /** What everybody may know of the check of credit for the intermediary's bid. */
  publicCheck(projectNo: string, intermediaryId: string, standing: StandingEntry): Promise<CreditCheck | undefined>;
}

/** Creates the service for one request. */
export const createBidService = ({ db, viewer, asOf, cursors }: ServiceDependencies): BidService => {
  const today = localDateOf(asOf);
  const ofProject = createParentPages<object, BidRow, Bid>(db, () => ({
    orderBy: [
      { column: "submitted_on", direction: "asc" },
      { column: "intermediary_id", direction: "asc" },
    ],
    ordering: "bids.project",
    filter: {},
    cursors,
    toNode: toBid,
    counted: true,
    query: (parent) => bidsOfProject(db, viewer, today, parent),
  }));
  const byKey = createKeyLoader(
    (keys) =>
      findBids(
        db,
        { viewer, today },
        keys.map((key) => JSON.parse(key) as [string, string]),
      ),
    ({ projectNo, intermediaryId }) => JSON.stringify([projectNo, intermediaryId]),
  );
  return {
    findAnew: (projectNo, firmUscc) => findBidOf(db, { viewer, today }, { projectNo, firmUscc }),
    listOfProject: (projectNo, page) => ofProject.load(projectNo, {}, page),
    async publicCheck(projectNo, intermediaryId, standing) {
      const bid = await byKey.load(JSON.stringify([projectNo, intermediaryId]));
      return bid && publicCheckOf(bid, standing);
    },
  };
};
