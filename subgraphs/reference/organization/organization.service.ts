/** Finds and lists organisations, those that are no more included; all of them are public. */
import type { LocalDate } from "../../../platform/domain/index.js";
import type { Page, PageArgs } from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import { holderOn, parseIdentifier } from "./organization.identifier.js";
import type { OrgIdentifierInput, OrganizationQuery } from "./organization.input.js";
import { createOrganizationLoaders } from "./organization.loader.js";
import { listOrganizations } from "./organization.repository.js";
import type { Organization } from "./organization.js";

/** Service of organisations. */
export interface OrganizationService {
  find(id: string): Promise<Organization | undefined>;
  findByUscc(uscc: string): Promise<Organization | undefined>;
  /** Who held the identifier on the day, by default who holds it now or held it last. Throws BAD_USER_INPUT. */
  findByIdentifier(identifier: OrgIdentifierInput, on?: LocalDate): Promise<Organization | undefined>;
  /** The body that carries on after all mergers; undefined for a body that was not merged. */
  successor(organization: Organization): Promise<Organization | undefined>;
  predecessors(id: string): Promise<Organization[]>;
  list(query: OrganizationQuery, page: PageArgs): Promise<Page<Organization>>;
}

/** Creates the service for one request. */
export const createOrganizationService = ({ db, cursors }: ServiceDependencies): OrganizationService => {
  const loaders = createOrganizationLoaders(db);
  return {
    find: (id) => loaders.byId.load(id),
    findByUscc: (uscc) => loaders.byUscc.load(uscc),
    async findByIdentifier(identifier, on) {
      const holdings = await loaders.holdings.load(`${identifier.scheme} ${parseIdentifier(identifier)}`);
      const holder = holderOn(holdings, on);
      return holder && loaders.byId.load(holder.organizationId);
    },
    async successor(organization) {
      const seen = new Set([organization.id]);
      let last: Organization | undefined;
      for (let next = organization.mergedIntoId; next !== undefined && !seen.has(next); next = last?.mergedIntoId) {
        seen.add(next);
        last = (await loaders.byId.load(next)) ?? last;
        if (last?.id !== next) break;
      }
      return last;
    },
    predecessors: (id) => loaders.mergedInto.load(id),
    list: (query, page) => listOrganizations(db, query, page, cursors),
  };
};
