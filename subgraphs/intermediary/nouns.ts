/** The nouns of the intermediary service, a line for each. */
export { agencyComposite } from "./agency-composite/agency-composite.noun.js";
export { agencyProfile } from "./agency-profile/agency-profile.noun.js";
export { agencySanction } from "./agency-sanction/agency-sanction.noun.js";
export { bid } from "./bid/bid.noun.js";
export { division } from "./division/division.noun.js";
export { draw } from "./draw/draw.noun.js";
export { finding } from "./finding/finding.noun.js";
export { intermediaryService } from "./intermediary-service/intermediary-service.noun.js";
export { legalBasis } from "./legal-basis/legal-basis.noun.js";
export { marketProject } from "./market-project/market-project.noun.js";
export { marketStatistics } from "./market-statistics/market-statistics.noun.js";
export { organization } from "./organization/organization.noun.js";
export { serviceCase } from "./service-case/service-case.noun.js";
export { serviceMatter } from "./service-matter/service-matter.noun.js";
