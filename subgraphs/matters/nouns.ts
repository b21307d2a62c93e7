/** The nouns of the matters service, a line for each. */
export { caseProgress } from "./case-progress/case-progress.noun.js";
export { caseStatistics } from "./case-statistics/case-statistics.noun.js";
export { catalogueItem } from "./catalogue-item/catalogue-item.noun.js";
export { division } from "./division/division.noun.js";
export { electronicLicence } from "./electronic-licence/electronic-licence.noun.js";
export { intermediaryService } from "./intermediary-service/intermediary-service.noun.js";
export { legalBasis } from "./legal-basis/legal-basis.noun.js";
export { matterComparison } from "./matter-comparison/matter-comparison.noun.js";
export { matterVersion } from "./matter-version/matter-version.noun.js";
export { matter } from "./matter/matter.noun.js";
export { me } from "./me/me.noun.js";
export { monitorAlert } from "./monitor-alert/monitor-alert.noun.js";
export { organization } from "./organization/organization.noun.js";
export { publicInstitutionService } from "./public-institution-service/public-institution-service.noun.js";
export { serviceBundle } from "./service-bundle/service-bundle.noun.js";
export { serviceCase } from "./service-case/service-case.noun.js";
export { serviceRating } from "./service-rating/service-rating.noun.js";
