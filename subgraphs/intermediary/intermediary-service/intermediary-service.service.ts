/** Finds and lists intermediary services; the list is public. */
import {
  createGroupLoader,
  createKeyLoader,
  readPage,
  type Page,
  type PageArgs,
} from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import type { IntermediaryServiceQuery } from "./intermediary-service.input.js";
import { findServices, listLinks, servicesQuery, toService } from "./intermediary-service.repository.js";
import type { ServiceRow } from "./intermediary-service.rows.js";
import type { IntermediaryService } from "./intermediary-service.type.js";

/** Service of intermediary services. */
export interface IntermediaryServiceService {
  find(code: string): Promise<IntermediaryService | undefined>;
  list(query: IntermediaryServiceQuery, page: PageArgs): Promise<Page<IntermediaryService>>;
  /** Keys of the matters that require the service. */
  matters(code: string): Promise<{ id: string }[]>;
  /** Services that a matter requires. */
  ofMatter(matterId: string): Promise<IntermediaryService[]>;
}

/** Creates the service for one request. */
export const createIntermediaryServiceService = ({ db, cursors }: ServiceDependencies): IntermediaryServiceService => {
  const byCode = createKeyLoader(
    (codes) => findServices(db, codes),
    ({ code }) => code,
  );
  const byMatter = createGroupLoader(
    (ids) => listLinks(db, "matter_id", ids),
    ({ matterId }) => matterId,
  );
  const byService = createGroupLoader(
    (codes) => listLinks(db, "service_code", codes),
    ({ serviceCode }) => serviceCode,
  );
  return {
    find: (code) => byCode.load(code),
    list: (asked, page) =>
      readPage<ServiceRow, IntermediaryService>({
        query: servicesQuery(db, asked),
        orderBy: [{ column: "code", direction: "asc" }],
        ordering: "intermediaryServices:CODE",
        filter: asked,
        page,
        cursors,
        toNode: toService,
      }),
    matters: async (code) => (await byService.load(code)).map(({ matterId }) => ({ id: matterId })),
    async ofMatter(matterId) {
      const links = await byMatter.load(matterId);
      const found = await Promise.all(links.map(({ serviceCode }) => byCode.load(serviceCode)));
      return found.filter((service) => service !== undefined);
    },
  };
};
