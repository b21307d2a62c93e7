/** Finds and lists services of public enterprises and institutions; all of them are public. */
import { rankedBySearch } from "../../../platform/database/index.js";
import { divisionPrefix } from "../../../platform/auth/index.js";
import {
  createKeyLoader,
  createParentPages,
  readPage,
  type Page,
  type PageArgs,
} from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import {
  findPublicServices,
  publicServiceQuery,
  toPublicService,
  inDivision,
  ofInstitution,
  type PublicServiceQuery,
} from "./public-institution-service.repository.js";
import type { PublicServiceRow } from "./public-institution-service.rows.js";
import type { PublicServiceSector } from "./public-institution-service.enums.js";
import type { PublicInstitutionService } from "./public-institution-service.js";

type Services = Promise<Page<PublicInstitutionService>>;

/** Service of these services. */
export interface PublicServiceService {
  find(id: string): Promise<PublicInstitutionService | undefined>;
  list(query: PublicServiceQuery, page: PageArgs): Services;
  listOfOrganization(id: string, page: PageArgs): Services;
  listOfDivision(code: string, sectors: PublicServiceSector[] | undefined, page: PageArgs): Services;
}

const BY_NAME = [
  { column: "service_name", direction: "asc" },
  { column: "id", direction: "asc" },
] as const;

const BY_MATCH = [{ column: "rank", direction: "desc" }, ...BY_NAME] as const;

/** Creates the service for one request. */
export const createPublicServiceService = ({ db, cursors }: ServiceDependencies): PublicServiceService => {
  const byId = createKeyLoader(
    (ids) => findPublicServices(db, ids),
    ({ id }) => id,
  );
  const toNode = (row: PublicServiceRow): PublicInstitutionService => toPublicService(row);
  const listsOf = (name: string, narrow: typeof ofInstitution) =>
    createParentPages<PublicServiceQuery, PublicServiceRow, PublicInstitutionService>(db, (asked) => ({
      orderBy: BY_NAME,
      ordering: `publicServices.${name}:NAME`,
      filter: asked,
      cursors,
      toNode,
      query: (parent) => narrow(publicServiceQuery(db, asked), parent),
    }));
  const ofOrganization = listsOf("organization", ofInstitution);
  // The parent is the prefix that the division's code stands for.
  const ofDivision = listsOf("division", inDivision);
  return {
    find: (id) => byId.load(id),
    list(asked, page) {
      const { search } = asked;
      const query = publicServiceQuery(db, asked);
      return readPage({
        query: search == null ? query : rankedBySearch(db, query, search),
        orderBy: search == null ? BY_NAME : BY_MATCH,
        ordering: `publicServices:${search == null ? "NAME" : "RELEVANCE"}`,
        filter: asked,
        cursors,
        toNode,
        page,
      });
    },
    listOfOrganization: (id, page) => ofOrganization.load(id, {}, page),
    listOfDivision: (code, sectors, page) => ofDivision.load(divisionPrefix(code), { filter: { sectors } }, page),
  };
};
