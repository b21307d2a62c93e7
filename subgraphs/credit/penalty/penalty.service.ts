/** Finds and lists penalties for one viewer on the request's day: what is no longer in publicity is not found, on every path. */
import { canRead } from "../../../platform/disclosure/admission/index.js";
import { localDateOf, normaliseDocumentNumber } from "../../../platform/domain/index.js";
import {
  createGroupLoader,
  createKeyLoader,
  createParentPages,
  readPage,
  type Page,
  type PageArgs,
} from "../../../platform/graphql/index.js";
import type { ExportScope } from "../../../platform/export/index.js";
import { readExchangePage } from "../../../platform/export/exchange-page.js";
import type { ExchangeRow } from "../../../platform/export/exchange-row.type.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import type { DecidedFine } from "./decided-fine.type.js";
import { penaltyExport } from "./penalty.export.js";
import type { PenaltyFilter } from "./penalty.input.js";
import { WHOSE_PENALTY } from "./penalty.policy.js";
import { findPenalties, findPenaltiesByDocNo, ofBody, penaltiesQuery, publicFinesOf } from "./penalty.repository.js";
import { toPenalty, type PenaltyRow } from "./penalty.js";
import { ownRepairScheduleQuery, repairScheduleQuery, repairableQuery } from "./repair-schedule.repository.js";
import type { AdministrativePenalty } from "./penalty.type.js";

/** Service of penalties. */
export interface PenaltyService {
  find(id: string): Promise<AdministrativePenalty | undefined>;
  /** As `find`, of what a write of this request left. */
  findAnew(id: string): Promise<AdministrativePenalty | undefined>;
  /** The newest of those with this number of decision. */
  findByDocNo(docNo: string): Promise<AdministrativePenalty | undefined>;
  list(filter: PenaltyFilter, page: PageArgs): Promise<Page<AdministrativePenalty>>;
  listOfCounterparty(
    organizationId: string,
    filter: PenaltyFilter,
    page: PageArgs,
  ): Promise<Page<AdministrativePenalty>>;
  /** The latest 200 fines of an authority that everybody may know of, whoever asks. */
  publicFinesOf(authorityId: string): Promise<DecidedFine[]>;
  /** Those of an organisation that may be repaired now, for whoever may know of repair. */
  listRepairable(organizationId: string, page: PageArgs): Promise<Page<AdministrativePenalty>>;
  /** Those of an organisation that may be repaired now or later, soonest first, for whoever may know of repair. */
  listRepairSchedule(organizationId: string, page: PageArgs): Promise<Page<AdministrativePenalty>>;
  /** Those of the viewer, or of the enterprise the viewer acts for. */
  listOwnRepairSchedule(page: PageArgs): Promise<Page<AdministrativePenalty>>;
  /** Rows of the exchange table, as nobody reads them. */
  listExchangeRows(scope: Omit<ExportScope, "today">, page: PageArgs): Promise<Page<ExchangeRow>>;
}

/** Newest decision first. */
const ORDER = [
  { column: "decision_date", direction: "desc" },
  { column: "id", direction: "asc" },
] as const;

/** Soonest repairable first. */
const BY_REPAIR_DAY = [
  { column: "repair_eligible_on", direction: "asc" },
  { column: "id", direction: "asc" },
] as const;

/** Creates the service for one request. */
export const createPenaltyService = ({ db, viewer, asOf, cursors }: ServiceDependencies): PenaltyService => {
  const today = localDateOf(asOf);
  const toNode = (row: PenaltyRow): AdministrativePenalty => toPenalty(row, today);
  const byId = createKeyLoader(
    async (ids) =>
      (await findPenalties(db, ids)).filter((row) => canRead(WHOSE_PENALTY, { viewer, today }, row)).map(toNode),
    ({ id }) => id,
  );
  const byDocNo = createKeyLoader(
    async (numbers) => (await findPenaltiesByDocNo(db, viewer, today, numbers)).map(toNode),
    ({ docNo }) => docNo,
  );
  const fines = createGroupLoader(
    (ids) => publicFinesOf(db, today, ids),
    ({ authorityId }) => authorityId,
  );
  const shape = { orderBy: ORDER, cursors, toNode, counted: true };
  const ofCounterparty = createParentPages<PenaltyFilter, PenaltyRow, AdministrativePenalty>(db, (filter) => ({
    ...shape,
    ordering: "penalties.counterparty",
    filter,
    query: (parent) => ofBody(penaltiesQuery(db, viewer, today, filter), parent),
  }));
  const repairable = createParentPages<object, PenaltyRow, AdministrativePenalty>(db, () => ({
    ...shape,
    ordering: "penalties.repairable",
    filter: {},
    query: (parent) => ofBody(repairableQuery(db, viewer, today), parent),
  }));
  const schedule = createParentPages<object, PenaltyRow, AdministrativePenalty>(db, () => ({
    ...shape,
    orderBy: BY_REPAIR_DAY,
    ordering: "penalties.repairSchedule",
    filter: {},
    query: (parent) => ofBody(repairScheduleQuery(db, viewer, today), parent),
  }));
  return {
    find: (id) => byId.load(id),
    findAnew: (id) => byId.clear(id).load(id),
    findByDocNo: (docNo) => byDocNo.load(normaliseDocumentNumber(docNo)),
    list: (filter, page) =>
      readPage({
        query: penaltiesQuery(db, viewer, today, filter),
        orderBy: ORDER,
        ordering: "penalties",
        filter,
        page,
        cursors,
        toNode,
      }),
    listOfCounterparty: (organizationId, filter, page) => ofCounterparty.load(organizationId, filter, page),
    publicFinesOf: (authorityId) => fines.load(authorityId),
    listRepairable: (organizationId, page) => repairable.load(organizationId, {}, page),
    listRepairSchedule: (organizationId, page) => schedule.load(organizationId, {}, page),
    listOwnRepairSchedule: (page) =>
      readPage({
        query: ownRepairScheduleQuery(db, viewer, today),
        orderBy: BY_REPAIR_DAY,
        ordering: "penalties.ownRepairSchedule",
        filter: {},
        page,
        cursors,
        toNode,
      }),
    listExchangeRows: (scope, page) =>
      readExchangePage(penaltyExport, page, { db, cursors, scope: { ...scope, today } }),
  };
};
