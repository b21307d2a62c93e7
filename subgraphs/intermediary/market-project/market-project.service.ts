/** Finds and lists market projects for one viewer on the request's day: a draft is not found, on every path. */
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
import type { MarketRole } from "./market-project.enums.js";
import { WHOSE_PROJECT } from "./market-project.policy.js";
import {
  findProjects,
  projectsOfCase,
  projectsOfOrganization,
  projectsQuery,
  toProject,
  type MarketProjectQuery,
} from "./market-project.repository.js";
import type { MarketProjectRow } from "./market-project.rows.js";
import type { MarketProject } from "./market-project.type.js";

/** Service of market projects. */
export interface MarketProjectService {
  find(projectNo: string): Promise<MarketProject | undefined>;
  list(query: MarketProjectQuery, page: PageArgs): Promise<Page<MarketProject>>;
  listOfOrganization(organizationId: string, role: MarketRole, page: PageArgs): Promise<Page<MarketProject>>;
  /** Projects commissioned for a case; empty for who may not know of the case. */
  listOfCase(caseNo: string, page: PageArgs): Promise<Page<MarketProject>>;
}

/** Newest first. */
const ORDER = [
  { column: "registered_on", direction: "desc" },
  { column: "project_no", direction: "asc" },
] as const;

/** Creates the service for one request. */
export const createMarketProjectService = ({
  db,
  viewer,
  asOf,
  cursors,
}: ServiceDependencies): MarketProjectService => {
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
    toNode: (row: MarketProjectRow) => toProject(row),
  });
  const ofOrganization = createParentPages<MarketRole, MarketProjectRow, MarketProject>(db, (role) => ({
    ...shape("marketProjects.organization", { role }),
    counted: true,
    query: (parent) => projectsOfOrganization(db, viewer, { role, today, parent }),
  }));
  const ofCase = createParentPages<object, MarketProjectRow, MarketProject>(db, () => ({
    ...shape("marketProjects.case", {}),
    query: (parent) => projectsOfCase(db, viewer, parent),
  }));
  return {
    find: (projectNo) => byNumber.load(projectNo),
    list: (asked, page) =>
      readPage<MarketProjectRow, MarketProject>({
        ...shape("marketProjects", asked),
        query: projectsQuery(db, viewer, asked),
        page,
      }),
    listOfOrganization: (organizationId, role, page) => ofOrganization.load(organizationId, role, page),
    listOfCase: (caseNo, page) => ofCase.load(caseNo, {}, page),
  };
};
