/** Finds and lists intermediaries with figures derived from their finished engagements. */
import { localDateOf } from "../../../platform/domain/index.js";
import {
  createGroupLoader,
  createKeyLoader,
  createParentPages,
  type Page,
  type PageArgs,
} from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import { AgencyOrder } from "./agency-profile.input.js";
import {
  agenciesOfService,
  findAgencies,
  listDeclared,
  listProvided,
  staffQuery,
  toAgency,
  toStaff,
  type AgencyRow,
  type StaffRow,
} from "./agency-profile.repository.js";
import type { AgencyProfile } from "./agency-profile.type.js";
import type { AgencyStaff } from "./agency-staff.type.js";

/** What a list of agencies is asked for. */
export interface AgencyQuery {
  readonly division?: string;
  readonly orderBy: AgencyOrder;
}

/** Service of intermediaries. */
export interface AgencyProfileService {
  find(organizationId: string): Promise<AgencyProfile | undefined>;
  listOfService(code: string, query: AgencyQuery, page: PageArgs): Promise<Page<AgencyProfile>>;
  staff(organizationId: string, page: PageArgs): Promise<Page<AgencyStaff>>;
  /** Codes of the services that it provides. */
  provided(organizationId: string): Promise<readonly string[]>;
  /** Ids of departments to which the agency declared a relation; closed by its type. */
  declared(organizationId: string): Promise<readonly string[]>;
}

const ORDERS = {
  [AgencyOrder.NAME]: [],
  [AgencyOrder.ON_TIME_RATE]: [{ column: "on_time_order", direction: "desc" }],
  [AgencyOrder.PRICE]: [{ column: "price_order", direction: "asc" }],
  [AgencyOrder.DAYS]: [{ column: "days_order", direction: "asc" }],
} as const;

/** Creates the service for one request. */
export const createAgencyProfileService = ({ db, asOf, cursors }: ServiceDependencies): AgencyProfileService => {
  const byId = createKeyLoader(
    (ids) => findAgencies(db, ids),
    ({ id }) => id,
  );
  const ofService = createParentPages<AgencyQuery, AgencyRow, AgencyProfile>(db, (asked) => ({
    orderBy: [
      ...ORDERS[asked.orderBy],
      { column: "name", direction: "asc" },
      { column: "organization_id", direction: "asc" },
    ],
    ordering: `agencies:${asked.orderBy}`,
    filter: asked,
    cursors,
    toNode: toAgency,
    query: (parent) => agenciesOfService(db, parent, asked.division),
  }));
  const staff = createParentPages<object, StaffRow, AgencyStaff>(db, () => ({
    orderBy: [{ column: "position", direction: "asc" }],
    ordering: "agencies.staff",
    filter: {},
    cursors,
    toNode: toStaff,
    counted: true,
    query: (parent) => staffQuery(db, parent),
  }));
  const declared = createGroupLoader(
    (ids) => listDeclared(db, ids, localDateOf(asOf)),
    ({ agencyId }) => agencyId,
  );
  const provided = createGroupLoader(
    (ids) => listProvided(db, ids),
    ({ agencyId }) => agencyId,
  );
  return {
    find: (organizationId) => byId.load(organizationId),
    listOfService: (code, asked, page) =>
      ofService.load(code, { ...asked, division: asked.division ?? undefined }, page),
    staff: (organizationId, page) => staff.load(organizationId, {}, page),
    provided: async (organizationId) => (await provided.load(organizationId)).map(({ serviceCode }) => serviceCode),
    declared: async (organizationId) => (await declared.load(organizationId)).map(({ relatedId }) => relatedId),
  };
};
