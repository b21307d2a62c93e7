/** Finds and lists requests for information for one viewer, with their clocks. */
import { localDateOf } from "../../../platform/domain/index.js";
import {
  createGroupLoader,
  createKeyLoader,
  readPage,
  type Deadline,
  type Page,
  type PageArgs,
} from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import { answerDeadline, noticeDeadline, type DisclosureClockFacts } from "./disclosure-clock.js";
import type { DisclosureRequestFilter } from "./disclosure-request.input.js";
import type { DisclosureRequest } from "./disclosure-request.js";
import {
  findRequests,
  listConsultations,
  toRequest,
  visibleRequests,
  type ConsultationOfRequest,
} from "./disclosure-request.repository.js";
import type { DisclosureRequestRow } from "./disclosure-request.rows.js";

/** Service of requests for information. */
export interface DisclosureRequestService {
  find(requestNo: string): Promise<DisclosureRequest | undefined>;
  /** The same, whatever was found before in this request. */
  findAnew(requestNo: string): Promise<DisclosureRequest | undefined>;
  list(filter: DisclosureRequestFilter, page: PageArgs): Promise<Page<DisclosureRequest>>;
  /** Third parties that were asked about a request that the viewer may know of, in their order. */
  consultations(requestNo: string): Promise<ConsultationOfRequest[]>;
  /** What its clocks are computed from. */
  clockFacts(request: DisclosureRequest): Promise<DisclosureClockFacts>;
  /** Limit of the answer, L09. */
  deadline(request: DisclosureRequest): Promise<Deadline | undefined>;
  /** Limit of the notice of what is unclear, L10. */
  noticeDeadline(request: DisclosureRequest): Deadline | undefined;
}

/** The last one received first. */
const ORDER = [
  { column: "received_on", direction: "desc" },
  { column: "request_no", direction: "asc" },
] as const;

/** Creates the service for one request. */
export const createDisclosureRequestService = ({
  db,
  viewer,
  asOf,
  cursors,
}: ServiceDependencies): DisclosureRequestService => {
  const today = localDateOf(asOf);
  const asked = { viewer, day: today };
  const byNo = createKeyLoader(
    (requestNos) => findRequests(db, asked, requestNos),
    ({ requestNo }) => requestNo,
  );
  const consultations = createGroupLoader(
    (requestNos) => listConsultations(db, requestNos, today),
    ({ requestNo }) => requestNo,
  );
  const clockFacts = async (request: DisclosureRequest): Promise<DisclosureClockFacts> => ({
    ...request,
    consultations: await consultations.load(request.requestNo),
  });
  return {
    find: (requestNo) => byNo.load(requestNo),
    findAnew(requestNo) {
      consultations.clear(requestNo);
      return byNo.clear(requestNo).load(requestNo);
    },
    list: (filter, page) =>
      readPage<DisclosureRequestRow, DisclosureRequest>({
        query: visibleRequests(db, asked, filter),
        orderBy: ORDER,
        ordering: "disclosureRequests",
        filter,
        page,
        cursors,
        toNode: toRequest,
      }),
    consultations: (requestNo) => consultations.load(requestNo),
    clockFacts,
    deadline: async (request) => answerDeadline(await clockFacts(request), today),
    noticeDeadline: (request) => noticeDeadline({ ...request, consultations: [] }, today),
  };
};
