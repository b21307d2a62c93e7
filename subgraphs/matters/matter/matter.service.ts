/** Finds and lists matters for one viewer: what the viewer may not know of is not found, on every path. */
import { rankedBySearch } from "../../../platform/database/index.js";
import { divisionPrefix } from "../../../platform/auth/index.js";
import { localDateOf } from "../../../platform/domain/index.js";
import { readExchangePage } from "../../../platform/export/exchange-page.js";
import type { ExchangeRow } from "../../../platform/export/exchange-row.type.js";
import type { ExportScope } from "../../../platform/export/index.js";
import { canRead } from "../../../platform/disclosure/admission/index.js";
import {
  createGroupLoader,
  createKeyLoader,
  createParentPages,
  readPage,
  type Page,
  type PageArgs,
} from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import { matterExport } from "./matter.export.js";
import { ServiceMatterOrder } from "./matter.input.js";
import { WHOSE_MATTER, canReadVersion } from "./matter.policy.js";
import {
  findMatters,
  inDivision,
  listVersions,
  matterQuery,
  ofCatalogueItem,
  ofDept,
  ratedMatterQuery,
  toMatter,
  type MatterQuery,
} from "./matter.repository.js";
import type { MatterRow } from "./matter.rows.js";
import type { ServiceMatter, ServiceMatterVersion } from "./matter.js";

/** What a list of matters is asked for, and its order. @default RELEVANCE */
export interface OrderedMatters extends MatterQuery {
  readonly orderBy?: ServiceMatterOrder;
}

/** Service of matters. */
export interface MatterService {
  find(id: string): Promise<ServiceMatter | undefined>;
  findByTaskCode(taskCode: string): Promise<ServiceMatter | undefined>;
  /** Forgets what this request found of a matter: a write changed it. */
  forget(matter: Pick<ServiceMatter, "id" | "taskCode">): void;
  list(query: OrderedMatters, page: PageArgs): Promise<Page<ServiceMatter>>;
  listOfDept(deptId: string, query: OrderedMatters, page: PageArgs): Promise<Page<ServiceMatter>>;
  listOfDivision(code: string, query: OrderedMatters, page: PageArgs): Promise<Page<ServiceMatter>>;
  listOfCatalogueItem(catalogCode: string, division: string | undefined, page: PageArgs): Promise<Page<ServiceMatter>>;
  /** Rows of the national exchange table, as a reader without a token may know of them. */
  listExchangeRows(scope: Omit<ExportScope, "today">, page: PageArgs): Promise<Page<ExchangeRow>>;
  /** Versions of a matter that the viewer holds, newest first: published ones, to its agency and supervisors all. */
  versions(matter: ServiceMatter): Promise<ServiceMatterVersion[]>;
}

const BY_NAME = [
  { column: "task_name", direction: "asc" },
  { column: "id", direction: "asc" },
] as const;

const BY_MATCH = [{ column: "rank", direction: "desc" }, ...BY_NAME] as const;

const BY_RATING = [{ column: "rating", direction: "asc" }, ...BY_NAME] as const;

type Query = ReturnType<typeof matterQuery>;

/** Creates the service for one request. */
export const createMatterService = ({ db, viewer, asOf, cursors }: ServiceDependencies): MatterService => {
  const readable = (rows: readonly MatterRow[]): ServiceMatter[] =>
    rows.filter((row) => canRead(WHOSE_MATTER, { viewer }, row)).map(toMatter);
  const byId = createKeyLoader(
    async (ids) => readable(await findMatters(db, "id", ids)),
    ({ id }) => id,
  );
  const byTaskCode = createKeyLoader(
    async (codes) => readable(await findMatters(db, "task_code", codes)),
    ({ taskCode }) => taskCode,
  );
  const versions = createGroupLoader(
    (ids) => listVersions(db, ids),
    ({ matterId }) => matterId,
  );
  const orders = {
    [ServiceMatterOrder.NAME]: { columns: BY_NAME, fitted: (inner: Query) => inner },
    [ServiceMatterOrder.RELEVANCE]: {
      columns: BY_MATCH,
      fitted: (inner: Query, { search = "" }: MatterQuery) => rankedBySearch(db, inner, search),
    },
    [ServiceMatterOrder.RATING]: { columns: BY_RATING, fitted: (inner: Query) => ratedMatterQuery(db, inner) },
  };
  const shape = (name: string, { orderBy = ServiceMatterOrder.RELEVANCE, ...query }: OrderedMatters) => {
    const unranked = orderBy === ServiceMatterOrder.RELEVANCE && query.search == null;
    const order = unranked ? ServiceMatterOrder.NAME : orderBy;
    return {
      orderBy: orders[order].columns,
      ordering: `${name}:${order}`,
      filter: query,
      cursors,
      toNode: (row: MatterRow) => toMatter(row),
      fitted: (inner: Query) => orders[order].fitted(inner, query),
    };
  };
  const listsOf = (name: string, narrow: typeof ofDept) =>
    createParentPages<OrderedMatters, MatterRow, ServiceMatter>(db, (asked) => {
      const list = shape(name, asked);
      return {
        ...list,
        query: (parent) => list.fitted(narrow(matterQuery(db, viewer, asked), parent)),
      };
    });
  const pagesOfDept = listsOf("matters.dept", ofDept);
  // The parent is the prefix that the division's code stands for.
  const pagesOfDivision = listsOf("matters.division", inDivision);
  const pagesOfCatalogueItem = listsOf("matters.catalogue", ofCatalogueItem);
  return {
    find: (id) => byId.load(id),
    findByTaskCode: (taskCode) => byTaskCode.load(taskCode),
    forget({ id, taskCode }) {
      byId.clear(id);
      versions.clear(id);
      if (taskCode !== undefined) byTaskCode.clear(taskCode);
    },
    list(asked, page) {
      const list = shape("matters", asked);
      return readPage({ ...list, query: list.fitted(matterQuery(db, viewer, asked)), page });
    },
    listOfDept: (deptId, asked, page) => pagesOfDept.load(deptId, asked, page),
    listOfDivision: (code, asked, page) => pagesOfDivision.load(divisionPrefix(code), asked, page),
    listOfCatalogueItem: (catalogCode, division, page) =>
      pagesOfCatalogueItem.load(catalogCode, { filter: { division } }, page),
    listExchangeRows: (scope, page) =>
      readExchangePage(matterExport, page, { db, cursors, scope: { ...scope, today: localDateOf(asOf) } }),
    versions: async (matter) =>
      (await versions.load(matter.id)).filter((version) => canReadVersion(viewer, matter, version)),
  };
};
