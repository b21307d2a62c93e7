/** The nouns of the intermediary service, a line for each. */
export { intermediaryComposite } from "./intermediary-composite/intermediary-composite.noun.js";
export { intermediaryProfile } from "./intermediary-profile/intermediary-profile.noun.js";
export { intermediarySanction } from "./intermediary-sanction/intermediary-sanction.noun.js";
export { bid } from "./bid/bid.noun.js";
export { division } from "./division/division.noun.js";
export { draw } from "./draw/draw.noun.js";
export { finding } from "./finding/finding.noun.js";
export { intermediaryService } from "./intermediary-service/intermediary-service.noun.js";
export { legalBasis } from "./legal-basis/legal-basis.noun.js";
export { intermediaryProcurement } from "./intermediary-procurement/intermediary-procurement.noun.js";
export { procurementHandling } from "./procurement-handling/procurement-handling.noun.js";
export { marketStatistics } from "./market-statistics/market-statistics.noun.js";
export { organization } from "./organization/organization.noun.js";
export { sanctionHandling } from "./sanction-handling/sanction-handling.noun.js";
export { sealedBid } from "./sealed-bid/sealed-bid.noun.js";
export { serviceCase } from "./service-case/service-case.noun.js";
export { serviceMatter } from "./service-matter/service-matter.noun.js";
