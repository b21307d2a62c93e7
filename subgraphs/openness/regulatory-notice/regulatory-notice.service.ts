/** Finds and lists notices of regulators for one viewer. */
import { localDateOf } from "../../../platform/domain/index.js";
import {
  createKeyLoader,
  createParentPages,
  readPage,
  type Page,
  type PageArgs,
} from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import type { RegulatoryNoticeFilter } from "./regulatory-notice.input.js";
import { aboutBody, findNotices, toNotice, visibleNotices } from "./regulatory-notice.repository.js";
import type { RegulatoryNoticeRow } from "./regulatory-notice.rows.js";
import type { RegulatoryNotice } from "./regulatory-notice.type.js";

/** Service of notices. */
export interface RegulatoryNoticeService {
  find(id: string): Promise<RegulatoryNotice | undefined>;
  list(filter: RegulatoryNoticeFilter, page: PageArgs): Promise<Page<RegulatoryNotice>>;
  /** Those about a body. */
  listOfSubject(organizationId: string, page: PageArgs): Promise<Page<RegulatoryNotice>>;
}

const LATEST_FIRST = [
  { column: "issued_on", direction: "desc" },
  { column: "id", direction: "asc" },
] as const;

/** Creates the service for one request. */
export const createRegulatoryNoticeService = ({
  db,
  viewer,
  asOf,
  cursors,
}: ServiceDependencies): RegulatoryNoticeService => {
  const day = localDateOf(asOf);
  const asked = { viewer, day };
  const shape = { orderBy: LATEST_FIRST, cursors, toNode: toNotice(day) };
  const byId = createKeyLoader(
    (ids) => findNotices(db, asked, ids),
    ({ id }) => id,
  );
  const ofSubject = createParentPages<object, RegulatoryNoticeRow, RegulatoryNotice>(db, () => ({
    ...{ ...shape, ordering: "regulatoryNotices.subject", filter: {}, counted: true },
    query: (organizationId) => aboutBody(visibleNotices(db, asked), organizationId),
  }));
  return {
    find: (id) => byId.load(id),
    list: (filter, page) =>
      readPage<RegulatoryNoticeRow, RegulatoryNotice>({
        ...{ ...shape, ordering: "regulatoryNotices", filter, page },
        query: visibleNotices(db, asked, filter),
      }),
    listOfSubject: (organizationId, page) => ofSubject.load(organizationId, {}, page),
  };
};
