/** The reference subgraph: organisations, divisions, legal bases and the working-day calendar, on which all others join. */
import "reflect-metadata";
import type { SubgraphDefinition } from "../../platform/subgraph/index.js";
import { createServices, type ReferenceServices } from "./context.js";
import { DivisionResolver } from "./division/division.resolver.js";
import { findDivisionByReference } from "./division/division.reference.js";
import { LegalBasisResolver } from "./legal-basis/legal-basis.resolver.js";
import { migrations } from "./migrations/index.js";
import { findOrganizationByReference } from "./organization/organization.reference.js";
import { OrganizationResolver } from "./organization/organization.resolver.js";
import { seedReference } from "./seeds/seed.js";
import { WorkCalendarResolver } from "./work-calendar/work-calendar.resolver.js";

/** Definition of the subgraph. */
export const reference: SubgraphDefinition<ReferenceServices> = {
  name: "reference",
  owns: ["Organization", "Division", "LegalBasis", "WorkCalendar"],
  resolvers: [OrganizationResolver, DivisionResolver, LegalBasisResolver, WorkCalendarResolver],
  references: {
    Organization: findOrganizationByReference,
    Division: findDivisionByReference,
    LegalBasis: ({ id }, { legalBases }) => legalBases.find(String(id)),
    WorkCalendar: ({ year }, { workCalendars }) => workCalendars.find(Number(year)),
  },
  createServices,
  migrations,
  seed: seedReference,
};
