/** Finds and lists intermediary procurements for one viewer on the request's day: a draft is not found, on every path. */
import { canRead } from "../../../platform/disclosure/admission/index.js";
import { localDateOf } from "../../../platform/domain/index.js";
import {
  createKeyLoader,
  createParentPages,
  readPage,
  type Page,
  type PageArgs,
} from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import type { MarketRole } from "./intermediary-procurement.enums.js";
import { WHOSE_PROJECT } from "./intermediary-procurement.policy.js";
import {
  findProjects,
  projectsOfCase,
  projectsOfOrganization,
  projectsQuery,
  toProject,
  type IntermediaryProcurementQuery,
} from "./intermediary-procurement.repository.js";
import type { IntermediaryProcurementRow } from "./intermediary-procurement.rows.js";
import type { IntermediaryProcurement } from "./intermediary-procurement.type.js";

/** Service of intermediary procurements. */
export interface IntermediaryProcurementService {
  find(projectNo: string): Promise<IntermediaryProcurement | undefined>;
  /** As `find`, of what a write of this request left. */
  findAnew(projectNo: string): Promise<IntermediaryProcurement | undefined>;
  list(query: IntermediaryProcurementQuery, page: PageArgs): Promise<Page<IntermediaryProcurement>>;
  listOfOrganization(organizationId: string, role: MarketRole, page: PageArgs): Promise<Page<IntermediaryProcurement>>;
  /** Projects commissioned for a case; empty for who may not know of the case. */
  listOfCase(caseNo: string, page: PageArgs): Promise<Page<IntermediaryProcurement>>;
}

/** Newest first. */
const ORDER = [
  { column: "registered_on", direction: "desc" },
  { column: "project_no", direction: "asc" },
] as const;

/** Creates the service for one request. */
export const createIntermediaryProcurementService = ({
  db,
  viewer,
  asOf,
  cursors,
}: ServiceDependencies): IntermediaryProcurementService => {
  const today = localDateOf(asOf);
  const byNumber = createKeyLoader(
    async (numbers) =>
      (await findProjects(db, numbers)).filter((row) => canRead(WHOSE_PROJECT, { viewer }, row)).map(toProject),
    ({ projectNo }) => projectNo,
  );
  const shape = (ordering: string, filter: unknown) => ({
    orderBy: ORDER,
    ordering,
    filter,
    cursors,
    toNode: (row: IntermediaryProcurementRow) => toProject(row),
  });
  const ofOrganization = createParentPages<MarketRole, IntermediaryProcurementRow, IntermediaryProcurement>(
    db,
    (role) => ({
      ...shape("intermediaryProcurements.organization", { role }),
      counted: true,
      query: (parent) => projectsOfOrganization(db, viewer, { role, today, parent }),
    }),
  );
  const ofCase = createParentPages<object, IntermediaryProcurementRow, IntermediaryProcurement>(db, () => ({
    ...shape("intermediaryProcurements.case", {}),
    query: (parent) => projectsOfCase(db, viewer, parent),
  }));
  return {
    find: (projectNo) => byNumber.load(projectNo),
    findAnew(projectNo) {
      byNumber.clear(projectNo);
      return byNumber.load(projectNo);
    },
    list: (asked, page) =>
      readPage<IntermediaryProcurementRow, IntermediaryProcurement>({
        ...shape("intermediaryProcurements", asked),
        query: projectsQuery(db, viewer, asked),
        page,
      }),
    listOfOrganization: (organizationId, role, page) => ofOrganization.load(organizationId, role, page),
    listOfCase: (caseNo, page) => ofCase.load(caseNo, {}, page),
  };
};
