/** Finds and lists licences; they are public, names of natural persons masked. */
import { localDateOf } from "../../../platform/domain/index.js";
import {
  createKeyLoader,
  createParentPages,
  readPage,
  type Page,
  type PageArgs,
} from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import { licencesQuery, toLicence, type LicenceRow } from "./licence.repository.js";
import type { AdministrativeLicence } from "./licence.type.js";

/** Service of licences. */
export interface LicenceService {
  find(id: string): Promise<AdministrativeLicence | undefined>;
  list(page: PageArgs): Promise<Page<AdministrativeLicence>>;
  listOfCounterparty(organizationId: string, page: PageArgs): Promise<Page<AdministrativeLicence>>;
}

/** Newest decision first. */
const ORDER = [
  { column: "decision_date", direction: "desc" },
  { column: "id", direction: "asc" },
] as const;

/** Creates the service for one request. */
export const createLicenceService = ({ db, viewer, asOf, cursors }: ServiceDependencies): LicenceService => {
  const today = localDateOf(asOf);
  const toNode = (row: LicenceRow): AdministrativeLicence => toLicence(row, viewer, today);
  const byId = createKeyLoader(
    async (ids) => ((await licencesQuery(db).whereIn("id", [...ids])) as LicenceRow[]).map(toNode),
    ({ id }) => id,
  );
  const ofCounterparty = createParentPages<object, LicenceRow, AdministrativeLicence>(db, () => ({
    orderBy: ORDER,
    ordering: "licences.counterparty",
    filter: {},
    cursors,
    toNode,
    counted: true,
    query: (parent) => licencesQuery(db).where("counterparty_id", parent),
  }));
  return {
    find: (id) => byId.load(id),
    list: (page) =>
      readPage({ query: licencesQuery(db), orderBy: ORDER, ordering: "licences", filter: {}, page, cursors, toNode }),
    listOfCounterparty: (organizationId, page) => ofCounterparty.load(organizationId, {}, page),
  };
};
