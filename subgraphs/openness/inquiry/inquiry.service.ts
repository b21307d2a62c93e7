/** Finds and lists inquiries for one viewer. */
import { localDateOf } from "../../../platform/domain/index.js";
import { createKeyLoader, readPage, type Page, type PageArgs } from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import { keptBy } from "./inquiry-keeper.js";
import type { InquiryFilter } from "./inquiry.input.js";
import { findInquiries, toInquiry, visibleInquiries } from "./inquiry.repository.js";
import type { InquiryRow } from "./inquiry.rows.js";
import type { KeptInquiry } from "./inquiry-keeper.js";

/** Service of inquiries. */
export interface InquiryService {
  find(inquiryNo: string): Promise<KeptInquiry | undefined>;
  /** The same, whatever was found before in this request. */
  findAnew(inquiryNo: string): Promise<KeptInquiry | undefined>;
  list(filter: InquiryFilter, page: PageArgs): Promise<Page<KeptInquiry>>;
}

/** The last one received first. */
const ORDER = [
  { column: "received_on", direction: "desc" },
  { column: "inquiry_no", direction: "asc" },
] as const;

/** Creates the service for one request. */
export const createInquiryService = ({ db, viewer, asOf, cursors }: ServiceDependencies): InquiryService => {
  const today = localDateOf(asOf);
  const asked = { viewer, day: today };
  const shown = keptBy(viewer, today);
  const byNo = createKeyLoader(
    async (inquiryNos) => (await findInquiries(db, asked, inquiryNos)).map(shown),
    ({ inquiryNo }) => inquiryNo,
  );
  return {
    find: (inquiryNo) => byNo.load(inquiryNo),
    findAnew: (inquiryNo) => byNo.clear(inquiryNo).load(inquiryNo),
    list: (filter, page) =>
      readPage<InquiryRow, KeptInquiry>({
        query: visibleInquiries(db, asked, filter),
        orderBy: ORDER,
        ordering: "inquiries",
        filter,
        page,
        cursors,
        toNode: (row) => shown(toInquiry(row)),
      }),
  };
};
