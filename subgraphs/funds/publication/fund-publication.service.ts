/** Finds and lists publications and computes whether they came in time; all of them are public, the amount of a few households for its time. */
import { runningLimit, localDateOf } from "../../../platform/domain/index.js";
import {
  createKeyLoader,
  createParentPages,
  toDeadline,
  type Deadline,
  type Page,
  type PageArgs,
} from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import { findBatchGroups } from "../access/batch-groups.repository.js";
import { isToldOf } from "../access/person-group.js";
import {
  publicationsOf,
  findPublications,
  toPublication,
  type PublicationParent,
} from "./fund-publication.repository.js";
import type { PublicationRow } from "./fund-publication.rows.js";
import type { FundPublication } from "./fund-publication.type.js";

/** Service of publications. */
export interface FundPublicationService {
  listOfPolicy(policyCode: string, division: string | undefined, page: PageArgs): Promise<Page<FundPublication>>;
  listOfAllotment(allotmentNo: string, page: PageArgs): Promise<Page<FundPublication>>;
  listOfProject(projectCode: string, page: PageArgs): Promise<Page<FundPublication>>;
  find(id: string): Promise<FundPublication | undefined>;
  /** Amount that it names. Of a batch of one to four everyone is told while the roster is posted, afterwards who is entitled. */
  amount(publication: FundPublication): Promise<bigint | undefined>;
  /** Limit for the public notice of a result (L20); undefined for publicity. */
  deadline(publication: FundPublication): Deadline | undefined;
  /** True while it is posted. */
  isOpen(publication: FundPublication): boolean;
}

const LATEST_FIRST = [
  { column: "published_on", direction: "desc" },
  { column: "id", direction: "desc" },
] as const;

/** Creates the service for one request. */
export const createFundPublicationService = ({
  db,
  viewer,
  asOf,
  cursors,
}: ServiceDependencies): FundPublicationService => {
  const day = localDateOf(asOf);
  const pagesBy = (column: PublicationParent) =>
    createParentPages<{ division?: string }, PublicationRow, FundPublication>(db, (filter) => ({
      orderBy: LATEST_FIRST,
      ordering: `fundPublications:${column}`,
      filter,
      cursors,
      toNode: toPublication,
      query: (parent) => publicationsOf(db, column, parent, day, filter.division),
    }));
  const [ofPolicy, ofAllotment, ofProject] = [pagesBy("policy_code"), pagesBy("allotment_no"), pagesBy("project_code")];
  const byId = createKeyLoader(
    (ids) => findPublications(db, ids, day),
    ({ id }) => id,
  );
  const groups = createKeyLoader(
    (numbers) => findBatchGroups(db, numbers),
    ({ batchNo }) => batchNo,
  );
  return {
    find: (id) => byId.load(id),
    async amount({ batchNo, endsOn, postedAmount }) {
      if (batchNo === undefined || (endsOn !== undefined && day <= endsOn)) return postedAmount;
      return isToldOf(viewer, await groups.load(batchNo)) ? postedAmount : undefined;
    },
    listOfPolicy: (policyCode, division, page) =>
      ofPolicy.load(policyCode, division === undefined ? {} : { division }, page),
    listOfAllotment: (allotmentNo, page) => ofAllotment.load(allotmentNo, {}, page),
    listOfProject: (projectCode, page) => ofProject.load(projectCode, {}, page),
    deadline: ({ decidedOn, publishedOn }) =>
      decidedOn === undefined
        ? undefined
        : toDeadline({ ...runningLimit("L20", decidedOn), today: day, completedOn: publishedOn }),
    isOpen: ({ publishedOn, endsOn }) => publishedOn <= day && (endsOn === undefined || day <= endsOn),
  };
};
