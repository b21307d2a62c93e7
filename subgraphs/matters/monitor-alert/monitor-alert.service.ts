/** Finds, lists and counts alerts for one viewer on the request's day. */
import { createBatchLoader } from "../../../platform/database/index.js";
import { divisionPrefix } from "../../../platform/auth/index.js";
import { canRead } from "../../../platform/disclosure/admission/index.js";
import { localDateOf } from "../../../platform/domain/index.js";
import {
  Light,
  createKeyLoader,
  createParentPages,
  type Page,
  type PageArgs,
} from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import { clockCalendar } from "../case-clock/case-clock.repository.js";
import { WHOSE_CASE } from "../service-case/service-case.policy.js";
import {
  alertsQuery,
  countOpenAlerts,
  findAlerts,
  inDivision,
  ofCase,
  ofDept,
  toAlert,
  type AlertFilter,
  type AlertRow,
} from "./monitor-alert.repository.js";
import type { AlertCounts, MonitorAlert } from "./monitor-alert.js";

/** Service of alerts. */
export interface AlertService {
  find(id: string): Promise<MonitorAlert | undefined>;
  /** The same, whatever was found before in this request. */
  findAnew(id: string): Promise<MonitorAlert | undefined>;
  listOfDivision(code: string, filter: AlertFilter, page: PageArgs): Promise<Page<MonitorAlert>>;
  listOfOrganization(organizationId: string, filter: AlertFilter, page: PageArgs): Promise<Page<MonitorAlert>>;
  listOfCase(caseNo: string, filter: AlertFilter, page: PageArgs): Promise<Page<MonitorAlert>>;
  /** Open alerts of a division and below it, by light: what the public may know. */
  countOfDivision(code: string): Promise<AlertCounts>;
  countOfOrganization(organizationId: string): Promise<AlertCounts>;
}

/** By division, then by case: the order of the index of running cases. */
const ORDER = [
  { column: "division_code", direction: "asc" },
  { column: "case_no", direction: "asc" },
  { column: "id", direction: "asc" },
] as const;

/** Creates the service for one request. */
export const createAlertService = ({ db, viewer, asOf, cursors }: ServiceDependencies): AlertService => {
  const calendar = clockCalendar(localDateOf(asOf));
  const byId = createKeyLoader(
    async (ids) =>
      (await findAlerts(db, calendar, ids))
        // Who may know of the case may know of its alerts; everybody else is told how many there are.
        .filter((row) => canRead(WHOSE_CASE, { viewer }, { ...row, state: row.case_state }))
        .map(toAlert),
    ({ id }) => id,
  );
  const listsOf = (name: string, narrow: typeof inDivision) =>
    createParentPages<AlertFilter, AlertRow, MonitorAlert>(db, (filter) => ({
      orderBy: ORDER,
      ordering: `alerts.${name}`,
      filter,
      cursors,
      toNode: toAlert,
      query: (parent) => alertsQuery(db, viewer, { calendar, filter, narrow: narrow(parent) }),
    }));
  const countsOf = (narrow: typeof inDivision) =>
    createBatchLoader<AlertCounts>(async (parents) => {
      const counts = await countOpenAlerts(db, calendar, parents, narrow);
      const of = (parent: string, light: Light): number =>
        counts.find((entry) => entry.parent === parent && entry.light === light)?.count ?? 0;
      return parents.map((parent) => ({
        yellow: of(parent, Light.YELLOW),
        red: of(parent, Light.RED),
        black: of(parent, Light.BLACK),
        provisional: of(parent, Light.PROVISIONAL),
      }));
    });
  const divisions = listsOf("division", inDivision);
  const organizations = listsOf("organization", ofDept);
  const cases = listsOf("case", ofCase);
  const divisionCounts = countsOf(inDivision);
  const organizationCounts = countsOf(ofDept);
  return {
    find: (id) => byId.load(id),
    findAnew: (id) => byId.clear(id).load(id),
    listOfDivision: (code, filter, page) => divisions.load(divisionPrefix(code), filter, page),
    listOfOrganization: (organizationId, filter, page) => organizations.load(organizationId, filter, page),
    listOfCase: (caseNo, filter, page) => cases.load(caseNo, filter, page),
    countOfDivision: (code) => divisionCounts.load(divisionPrefix(code)),
    countOfOrganization: (organizationId) => organizationCounts.load(organizationId),
  };
};
