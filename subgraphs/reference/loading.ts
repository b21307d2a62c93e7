/** What the reference service loads, and what it answers to loaders of other services. */
import type { Loading } from "../../platform/subgraph/loading.js";
import { appsInForce, appsOfRealm } from "./app/app.batches.js";
import { knownDivisions } from "./division/division.batches.js";
import { registerLegalBases } from "./legal-basis/legal-basis.batches.js";
import { organizationCodes, organizationsByUscc, registerOrganizations } from "./organization/organization.batches.js";
import { organizationImport } from "./organization/organization.import.js";

/** Its loading. */
export const loading: Loading = {
  imports: [organizationImport],
  batches: {
    appsInForce,
    appsOfRealm,
    knownDivisions,
    organizationCodes,
    organizationsByUscc,
    registerLegalBases,
    registerOrganizations,
  },
};
