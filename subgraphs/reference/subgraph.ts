/** The reference subgraph: organisations, divisions, legal bases and the working-day calendar, on which all others join. */
import "reflect-metadata";
import { inTransaction } from "../../platform/database/index.js";
import { RecordKind } from "../../platform/graphql/index.js";
import type { SubgraphDefinition } from "../../platform/subgraph/index.js";
import { createServices, type ReferenceServices } from "./context.js";
import { DivisionAsOfResolver, DivisionResolver, DivisionVersionResolver } from "./division/division.resolver.js";
import { findDivisions } from "./division/division.repository.js";
import { findDivisionAsOfByReference, findDivisionByReference } from "./division/division.reference.js";
import { registerLegalBases, type LegalBasisRegistration } from "./legal-basis/legal-basis.registration.js";
import { DivisionAsOf } from "./division/division.type.js";
import { LegalBasisResolver } from "./legal-basis/legal-basis.resolver.js";
import { migrations } from "./migrations/index.js";
import { organizationImport } from "./organization/organization.import.js";
import { findOrganizations } from "./organization/organization.repository.js";
import { registerOrganizations, type OrganizationRegistration } from "./organization/organization.registration.js";
import { findOrganizationByReference } from "./organization/organization.reference.js";
import { OrganizationResolver } from "./organization/organization.resolver.js";
import { referenceData } from "./seeds/reference-data.js";
import { clearReference, seedReference } from "./seeds/seed.js";
import { WorkCalendarResolver } from "./work-calendar/work-calendar.resolver.js";

/** Definition of the subgraph. */
export const reference: SubgraphDefinition<ReferenceServices> = {
  name: "reference",
  owns: ["Organization", "Division", "DivisionAsOf", "LegalBasis", "WorkCalendar"],
  resolvers: [
    OrganizationResolver,
    DivisionResolver,
    DivisionVersionResolver,
    DivisionAsOfResolver,
    LegalBasisResolver,
    WorkCalendarResolver,
  ],
  // Records of other subgraphs alone lead to it.
  orphanedTypes: [DivisionAsOf],
  references: {
    Organization: findOrganizationByReference,
    Division: findDivisionByReference,
    DivisionAsOf: findDivisionAsOfByReference,
    LegalBasis: ({ id }, { legalBases }) => legalBases.find(String(id)),
    WorkCalendar: ({ year }, { workCalendars }) => workCalendars.find(Number(year)),
  },
  createServices,
  imports: [organizationImport],
  batches: {
    /** Organisations for registrations, found or created, in the same order. */
    registerOrganizations: (input, { db }) =>
      inTransaction(db, (trx) => registerOrganizations(trx, input as OrganizationRegistration[])),
    /** Legal bases for citations, found or created, in the same order. */
    registerLegalBases: (input, { db }) =>
      inTransaction(db, (trx) => registerLegalBases(trx, input as LegalBasisRegistration[])),
    /** Organisations by credit code, in the same order; null where there is none, and none is created. */
    organizationsByUscc: async (input, { db }) => {
      const codes = input as string[];
      const found = new Map((await findOrganizations(db, "uscc", codes)).map((body) => [body.uscc, body]));
      return codes.map((code) => {
        const body = found.get(code);
        return body ? { id: body.id, uscc: body.uscc, name: body.name, divisionCode: body.divisionCode } : null;
      });
    },
    /** Those of the codes that are divisions. */
    knownDivisions: async (input, { db }) => (await findDivisions(db, input as string[])).map(({ code }) => code),
  },
  migrations,
  changes: [{ kind: RecordKind.ORGANIZATION }],
  referenceData,
  clear: clearReference,
  seed: seedReference,
};
