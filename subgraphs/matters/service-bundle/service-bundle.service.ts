/** Finds and lists bundles; all of them are public, and of their matters the published ones alone. */
import { rankedBySearch } from "../../../platform/database/index.js";
import { divisionPrefix } from "../../../platform/auth/index.js";
import {
  createGroupLoader,
  createKeyLoader,
  createParentPages,
  readPage,
  type Page,
  type PageArgs,
} from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import { EditorialStatus } from "../matter/matter.machine.js";
import type { MatterService } from "../matter/matter.service.js";
import type { ServiceMatter } from "../matter/matter.js";
import {
  bundleQuery,
  findBundles,
  listBundlesOfMatters,
  listMatterIds,
  toBundle,
  whereOffered,
  type BundleQuery,
} from "./service-bundle.repository.js";
import type { BundleRow } from "./service-bundle.rows.js";
import type { ServiceBundle } from "./service-bundle.js";

/** Service of bundles. */
export interface BundleService {
  find(code: string): Promise<ServiceBundle | undefined>;
  list(query: BundleQuery, page: PageArgs): Promise<Page<ServiceBundle>>;
  listOfDivision(code: string, query: BundleQuery, page: PageArgs): Promise<Page<ServiceBundle>>;
  /** Published matters of a bundle in its order, the same for every viewer, so that figures of the bundle are too. */
  matters(code: string): Promise<ServiceMatter[]>;
  /** Bundles that show the matter; none for one that is not published. */
  listOfMatter(matter: ServiceMatter): Promise<ServiceBundle[]>;
}

const BY_NAME = [
  { column: "name", direction: "asc" },
  { column: "code", direction: "asc" },
] as const;

const BY_MATCH = [{ column: "rank", direction: "desc" }, ...BY_NAME] as const;

const isPublished = ({ status }: ServiceMatter): boolean => status === EditorialStatus.PUBLISHED;

/** Creates the service for one request. */
export const createBundleService = (
  { db, cursors }: ServiceDependencies,
  { matters: { find: findMatter } }: { readonly matters: Pick<MatterService, "find"> },
): BundleService => {
  const byCode = createKeyLoader(
    (codes) => findBundles(db, codes),
    ({ code }) => code,
  );
  const matterIds = createGroupLoader(
    (codes) => listMatterIds(db, codes),
    (row) => row.bundle_code,
  );
  const ofMatter = createGroupLoader(
    (ids) => listBundlesOfMatters(db, ids),
    ({ matterId }) => matterId,
  );
  const shape = (name: string, query: BundleQuery) => ({
    orderBy: query.search == null ? BY_NAME : BY_MATCH,
    ordering: `${name}:${query.search == null ? "NAME" : "RELEVANCE"}`,
    filter: query,
    cursors,
    toNode: (row: BundleRow) => toBundle(row),
    fitted: (inner: ReturnType<typeof bundleQuery>) =>
      query.search == null ? inner : rankedBySearch(db, inner, query.search),
  });
  const ofDivision = createParentPages<BundleQuery, BundleRow, ServiceBundle>(db, (asked) => {
    const list = shape("bundles.division", asked);
    return { ...list, query: (parent) => list.fitted(whereOffered(bundleQuery(db, asked), parent)) };
  });
  return {
    find: (code) => byCode.load(code),
    list(asked, page) {
      const list = shape("bundles", asked);
      return readPage({ ...list, query: list.fitted(bundleQuery(db, asked)), page });
    },
    listOfDivision: (code, asked, page) => ofDivision.load(divisionPrefix(code), asked, page),
    async matters(code) {
      const rows = await matterIds.load(code);
      const found = await Promise.all(rows.map(({ matter_id }) => findMatter(matter_id)));
      return found.flatMap((matter) => (matter !== undefined && isPublished(matter) ? [matter] : []));
    },
    async listOfMatter(matter) {
      if (!isPublished(matter)) return [];
      return (await ofMatter.load(matter.id)).map(({ bundle }) => bundle);
    },
  };
};
