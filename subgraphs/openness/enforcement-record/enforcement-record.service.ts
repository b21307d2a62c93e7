/** Finds and lists records of enforcement for one viewer on the request's day. */
import { comeBy, localDateOf, normaliseDocumentNumber, runningLimit } from "../../../platform/domain/index.js";
import {
  createKeyLoader,
  createParentPages,
  readPage,
  toDeadline,
  type Page,
  type PageArgs,
} from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import type { EnforcementRecordFilter } from "./enforcement-record.input.js";
import { findEnforcement, visibleEnforcement } from "./enforcement-record.repository.js";
import { ENFORCEMENT_RECORDS, type EnforcementRecordRow } from "./enforcement-record.rows.js";
import type { EnforcementRecord } from "./enforcement-record.type.js";

/** Limit from an inspection or a measure to its publication. */
const PUBLICATION_LIMIT = "L13";

/** Service of records of enforcement. */
export interface EnforcementRecordService {
  /** By the number of its document, in any spelling. */
  find(docNo: string): Promise<EnforcementRecord | undefined>;
  list(filter: EnforcementRecordFilter, page: PageArgs): Promise<Page<EnforcementRecord>>;
  /** Those about a body. */
  listOfObject(organizationId: string, page: PageArgs): Promise<Page<EnforcementRecord>>;
}

const LATEST_FIRST = [
  { column: "done_on", direction: "desc" },
  { column: "doc_no", direction: "asc" },
] as const;

const shown = ENFORCEMENT_RECORDS.to<EnforcementRecord>()("publishedOn");

/** Creates the service for one request. */
export const createEnforcementRecordService = ({
  db,
  viewer,
  asOf,
  cursors,
}: ServiceDependencies): EnforcementRecordService => {
  const day = localDateOf(asOf);
  const asked = { viewer, day };
  const toNode = (row: EnforcementRecordRow): EnforcementRecord => {
    const publishedOn = comeBy(row.published_on, day);
    return shown(row, {
      publishedOn,
      publicationDeadline: toDeadline({
        ...{ ...runningLimit(PUBLICATION_LIMIT, row.done_on), today: day },
        ...(publishedOn === undefined ? {} : { completedOn: publishedOn }),
      }),
    });
  };
  const byNumber = createKeyLoader(
    async (numbers) => (await findEnforcement(db, asked, numbers)).map(toNode),
    ({ docNo }) => docNo,
  );
  const ofObject = createParentPages<object, EnforcementRecordRow, EnforcementRecord>(db, () => ({
    ...{ orderBy: LATEST_FIRST, ordering: "enforcementRecords.object", filter: {}, cursors, toNode, counted: true },
    query: (organizationId) => visibleEnforcement(db, asked).where("object_id", organizationId),
  }));
  return {
    find: (docNo) => byNumber.load(normaliseDocumentNumber(docNo)),
    list: (filter, page) =>
      readPage<EnforcementRecordRow, EnforcementRecord>({
        ...{ orderBy: LATEST_FIRST, ordering: "enforcementRecords", filter, page, cursors, toNode },
        query: visibleEnforcement(db, asked, filter),
      }),
    listOfObject: (organizationId, page) => ofObject.load(organizationId, {}, page),
  };
};
