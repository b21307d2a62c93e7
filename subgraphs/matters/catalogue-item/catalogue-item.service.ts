/** Finds and lists catalogue items; all of them are public. */
import { createKeyLoader, type Page, type PageArgs } from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import { findCatalogueItems, listCatalogueItems, type CatalogueQuery } from "./catalogue-item.repository.js";
import type { CatalogueItem } from "./catalogue-item.js";

/** Service of catalogue items. */
export interface CatalogueService {
  find(catalogCode: string): Promise<CatalogueItem | undefined>;
  list(query: CatalogueQuery, page: PageArgs): Promise<Page<CatalogueItem>>;
}

/** Creates the service for one request. */
export const createCatalogueService = ({ db, cursors }: ServiceDependencies): CatalogueService => {
  const byCode = createKeyLoader(
    (codes) => findCatalogueItems(db, codes),
    ({ catalogCode }) => catalogCode,
  );
  return {
    find: (catalogCode) => byCode.load(catalogCode),
    list: (query, page) => listCatalogueItems(db, query, page, cursors),
  };
};
