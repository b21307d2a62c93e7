/** Finds and lists notices and computes whether they came in time; all of them are public, the amount of a few households for its time. */
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
  announcementsOf,
  findAnnouncements,
  toAnnouncement,
  type AnnouncementParent,
} from "./fund-announcement.repository.js";
import type { AnnouncementRow } from "./fund-announcement.rows.js";
import type { FundAnnouncement } from "./fund-announcement.type.js";

/** Service of notices. */
export interface FundAnnouncementService {
  listOfPolicy(policyCode: string, division: string | undefined, page: PageArgs): Promise<Page<FundAnnouncement>>;
  listOfAllotment(allotmentNo: string, page: PageArgs): Promise<Page<FundAnnouncement>>;
  listOfProject(projectCode: string, page: PageArgs): Promise<Page<FundAnnouncement>>;
  find(id: string): Promise<FundAnnouncement | undefined>;
  /** Amount that it names. Of a batch of one to four everyone is told while the roster is posted, afterwards who is entitled. */
  amount(announcement: FundAnnouncement): Promise<bigint | undefined>;
  /** Limit for the public notice of a result (L20); undefined for a notice beforehand. */
  deadline(announcement: FundAnnouncement): Deadline | undefined;
  /** True while it is posted. */
  isOpen(announcement: FundAnnouncement): boolean;
}

const LATEST_FIRST = [
  { column: "published_on", direction: "desc" },
  { column: "id", direction: "desc" },
] as const;

/** Creates the service for one request. */
export const createFundAnnouncementService = ({
  db,
  viewer,
  asOf,
  cursors,
}: ServiceDependencies): FundAnnouncementService => {
  const day = localDateOf(asOf);
  const pagesBy = (column: AnnouncementParent) =>
    createParentPages<{ division?: string }, AnnouncementRow, FundAnnouncement>(db, (filter) => ({
      orderBy: LATEST_FIRST,
      ordering: `fundAnnouncements:${column}`,
      filter,
      cursors,
      toNode: toAnnouncement,
      query: (parent) => announcementsOf(db, column, parent, day, filter.division),
    }));
  const [ofPolicy, ofAllotment, ofProject] = [pagesBy("policy_code"), pagesBy("allotment_no"), pagesBy("project_code")];
  const byId = createKeyLoader(
    (ids) => findAnnouncements(db, ids, day),
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
