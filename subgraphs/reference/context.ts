/** What a request to the reference subgraph carries: its services, created for each request. */
import type { ServiceDependencies, SubgraphContext } from "../../platform/subgraph/index.js";
import { createDivisionService, type DivisionService } from "./division/division.service.js";
import { createLegalBasisService, type LegalBasisService } from "./legal-basis/legal-basis.service.js";
import { createOrganizationService, type OrganizationService } from "./organization/organization.service.js";
import { createWorkCalendarService, type WorkCalendarService } from "./work-calendar/work-calendar.service.js";

/** Services of the subgraph. */
export interface ReferenceServices {
  readonly organizations: OrganizationService;
  readonly divisions: DivisionService;
  readonly legalBases: LegalBasisService;
  readonly workCalendars: WorkCalendarService;
}

/** Context of its resolvers. */
export type ReferenceContext = SubgraphContext<ReferenceServices>;

/** Makes the services of one request. */
export const createServices = (dependencies: ServiceDependencies): ReferenceServices => ({
  organizations: createOrganizationService(dependencies),
  divisions: createDivisionService(dependencies),
  legalBases: createLegalBasisService(dependencies),
  workCalendars: createWorkCalendarService(),
});
