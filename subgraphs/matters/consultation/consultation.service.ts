/** Finds and lists consultations for one viewer: what the viewer may not know of is not found, on every path. */
import { canRead } from "../../../platform/disclosure/admission/index.js";
import { localDateOf } from "../../../platform/domain/index.js";
import {
  createGroupLoader,
  createKeyLoader,
  readPage,
  type Page,
  type PageArgs,
} from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import type { ConsultationFilter } from "./consultation.input.js";
import { WHOSE_CONSULTATION } from "./consultation.policy.js";
import { consultationsQuery, findConsultations, listTurns, toConsultation } from "./consultation.repository.js";
import type { ConsultationRow } from "./consultation.rows.js";
import type { Consultation, ConsultationTurn } from "./consultation.js";

/** Service of consultations. */
export interface ConsultationService {
  find(id: string): Promise<Consultation | undefined>;
  /** The same, whatever was found before in this request. */
  findAnew(id: string): Promise<Consultation | undefined>;
  list(filter: ConsultationFilter, page: PageArgs): Promise<Page<Consultation>>;
  /** Questions and answers of a consultation that the viewer may read as it was written, in their order. */
  turns(id: string): Promise<ConsultationTurn[]>;
}

/** Newest question first. */
const ORDER = [
  { column: "asked_on", direction: "desc" },
  { column: "id", direction: "asc" },
] as const;

/** Creates the service for one request. */
export const createConsultationService = ({ db, viewer, asOf, cursors }: ServiceDependencies): ConsultationService => {
  const today = localDateOf(asOf);
  const toNode = (row: ConsultationRow): Consultation => toConsultation(row, today);
  const byId = createKeyLoader(
    async (ids) =>
      (await findConsultations(db, ids)).filter((row) => canRead(WHOSE_CONSULTATION, { viewer }, row)).map(toNode),
    ({ id }) => id,
  );
  const turns = createGroupLoader(
    (ids) => listTurns(db, ids),
    ({ consultationId }) => consultationId,
  );
  return {
    find: (id) => byId.load(id),
    findAnew(id) {
      turns.clear(id);
      return byId.clear(id).load(id);
    },
    list: (filter, page) =>
      readPage<ConsultationRow, Consultation>({
        query: consultationsQuery(db, viewer, filter),
        orderBy: ORDER,
        ordering: "consultations",
        filter,
        page,
        cursors,
        toNode,
      }),
    turns: async (id) => (await turns.load(id)).map(({ turn }) => turn),
  };
};
