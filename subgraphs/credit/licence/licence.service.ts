/** Finds and lists licences for one viewer on the request's day: what is not published is not found, on every path. */
import { canRead } from "../../../platform/disclosure/admission/index.js";
import { localDateOf, normaliseDocumentNumber } from "../../../platform/domain/index.js";
import {
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
import { OF_PARTIES } from "../counterparty/counterparty.policy.js";
import { licenceExport } from "./licence.export.js";
import type { LicenceFilter } from "./licence.input.js";
import { WHOSE_LICENCE } from "./licence.policy.js";
import {
  counterpartyLicencesQuery,
  findLicences,
  findLicencesByDocNo,
  licencesQuery,
  toLicence,
  type LicenceRow,
} from "./licence.repository.js";
import type { AdministrativeLicence } from "./licence.type.js";

/** Service of licences. */
export interface LicenceService {
  find(id: string): Promise<AdministrativeLicence | undefined>;
  /** As `find`, of what a write of this request left. */
  findAnew(id: string): Promise<AdministrativeLicence | undefined>;
  /** The newest of those with this number of decision. */
  findByDocNo(docNo: string): Promise<AdministrativeLicence | undefined>;
  /** The one that a case produced, for those who may know of the case. */
  findOfCase(caseNo: string): Promise<AdministrativeLicence | undefined>;
  list(filter: LicenceFilter, page: PageArgs): Promise<Page<AdministrativeLicence>>;
  listOfCounterparty(
    organizationId: string,
    filter: LicenceFilter,
    page: PageArgs,
  ): Promise<Page<AdministrativeLicence>>;
  /** Rows of the exchange table, as nobody reads them. */
  listExchangeRows(scope: Omit<ExportScope, "today">, page: PageArgs): Promise<Page<ExchangeRow>>;
}

/** Newest decision first. */
const ORDER = [
  { column: "decision_date", direction: "desc" },
  { column: "id", direction: "asc" },
] as const;

/** Creates the service for one request. */
export const createLicenceService = ({ db, viewer, asOf, cursors }: ServiceDependencies): LicenceService => {
  const today = localDateOf(asOf);
  const toNode = (row: LicenceRow): AdministrativeLicence => toLicence(row, today);
  const byId = createKeyLoader(
    async (ids) =>
      (await findLicences(db, "id", ids)).filter((row) => canRead(WHOSE_LICENCE, { viewer, today }, row)).map(toNode),
    ({ id }) => id,
  );
  const byCase = createKeyLoader(
    async (numbers) =>
      (await findLicences(db, "case_no", numbers)).filter((row) => canRead(OF_PARTIES, { viewer }, row)).map(toNode),
    ({ caseNo }) => caseNo,
  );
  const byDocNo = createKeyLoader(
    async (numbers) => (await findLicencesByDocNo(db, viewer, today, numbers)).map(toNode),
    ({ docNo }) => docNo,
  );
  const ofCounterparty = createParentPages<LicenceFilter, LicenceRow, AdministrativeLicence>(db, (filter) => ({
    orderBy: ORDER,
    ordering: "licences.counterparty",
    filter,
    cursors,
    toNode,
    counted: true,
    query: (parent) => counterpartyLicencesQuery(db, viewer, today, filter, parent),
  }));
  return {
    find: (id) => byId.load(id),
    findAnew: (id) => byId.clear(id).load(id),
    findByDocNo: (docNo) => byDocNo.load(normaliseDocumentNumber(docNo)),
    findOfCase: (caseNo) => byCase.load(caseNo),
    list: (filter, page) =>
      readPage({
        query: licencesQuery(db, viewer, today, filter),
        orderBy: ORDER,
        ordering: "licences",
        filter,
        page,
        cursors,
        toNode,
      }),
    listOfCounterparty: (organizationId, filter, page) => ofCounterparty.load(organizationId, filter, page),
    listExchangeRows: (scope, page) =>
      readExchangePage(licenceExport, page, { db, cursors, scope: { ...scope, today } }),
  };
};
