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
import { IntermediaryOrder } from "./intermediary-profile.input.js";
import {
  intermediariesOfService,
  findIntermediaries,
  listDeclared,
  listProvided,
  staffQuery,
  toIntermediary,
  toStaff,
  type IntermediaryRow,
  type StaffRow,
} from "./intermediary-profile.repository.js";
import type { IntermediaryProfile } from "./intermediary-profile.type.js";
import type { IntermediaryStaff } from "./intermediary-staff.type.js";

/** What a list of intermediaries is asked for. */
export interface IntermediaryQuery {
  readonly division?: string;
  readonly orderBy: IntermediaryOrder;
}

/** Service of intermediaries. */
export interface IntermediaryProfileService {
  find(organizationId: string): Promise<IntermediaryProfile | undefined>;
  listOfService(code: string, query: IntermediaryQuery, page: PageArgs): Promise<Page<IntermediaryProfile>>;
  staff(organizationId: string, page: PageArgs): Promise<Page<IntermediaryStaff>>;
  /** Codes of the services that it provides. */
  provided(organizationId: string): Promise<readonly string[]>;
  /** Ids of departments to which the intermediary declared a relation; closed by its type. */
  declared(organizationId: string): Promise<readonly string[]>;
}

const ORDERS = {
  [IntermediaryOrder.NAME]: [],
  [IntermediaryOrder.ON_TIME_RATE]: [{ column: "on_time_order", direction: "desc" }],
  [IntermediaryOrder.PRICE]: [{ column: "price_order", direction: "asc" }],
  [IntermediaryOrder.DAYS]: [{ column: "days_order", direction: "asc" }],
} as const;

/** Creates the service for one request. */
export const createIntermediaryProfileService = ({
  db,
  asOf,
  cursors,
}: ServiceDependencies): IntermediaryProfileService => {
  const byId = createKeyLoader(
    (ids) => findIntermediaries(db, ids),
    ({ id }) => id,
  );
  const ofService = createParentPages<IntermediaryQuery, IntermediaryRow, IntermediaryProfile>(db, (asked) => ({
    orderBy: [
      ...ORDERS[asked.orderBy],
      { column: "name", direction: "asc" },
      { column: "organization_id", direction: "asc" },
    ],
    ordering: `intermediaries:${asked.orderBy}`,
    filter: asked,
    cursors,
    toNode: toIntermediary,
    query: (parent) => intermediariesOfService(db, parent, asked.division),
  }));
  const staff = createParentPages<object, StaffRow, IntermediaryStaff>(db, () => ({
    orderBy: [{ column: "position", direction: "asc" }],
    ordering: "intermediaries.staff",
    filter: {},
    cursors,
    toNode: toStaff,
    counted: true,
    query: (parent) => staffQuery(db, parent),
  }));
  const declared = createGroupLoader(
    (ids) => listDeclared(db, ids, localDateOf(asOf)),
    ({ intermediaryId }) => intermediaryId,
  );
  const provided = createGroupLoader(
    (ids) => listProvided(db, ids),
    ({ intermediaryId }) => intermediaryId,
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
