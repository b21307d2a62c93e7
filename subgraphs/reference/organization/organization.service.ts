/** Finds and lists organisations; all of them are public. */
import type { Page, PageArgs } from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import type { OrganizationFilter, OrganizationOrder } from "./organization.input.js";
import { createOrganizationLoaders } from "./organization.loader.js";
import { listOrganizations } from "./organization.repository.js";
import type { Organization } from "./organization.type.js";

/** What a list of organisations is asked for. */
export interface OrganizationQuery {
  readonly search?: string;
  readonly filter?: OrganizationFilter;
  readonly orderBy: OrganizationOrder;
}

/** Service of organisations. */
export interface OrganizationService {
  find(id: string): Promise<Organization | undefined>;
  findByUscc(uscc: string): Promise<Organization | undefined>;
  list(query: OrganizationQuery, page: PageArgs): Promise<Page<Organization>>;
}

/** Creates the service for one request. */
export const createOrganizationService = ({ db, cursors }: ServiceDependencies): OrganizationService => {
  const loaders = createOrganizationLoaders(db);
  return {
    find: (id) => loaders.byId.load(id),
    findByUscc: (uscc) => loaders.byUscc.load(uscc),
    list: (query, page) => listOrganizations(db, query, page, cursors),
  };
};
