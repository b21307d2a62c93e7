/** The nouns of the openness service, a line for each. */
export { agencyList } from "./agency-list/agency-list.noun.js";
export { decision } from "./decision/decision.noun.js";
export { decisionConsultation } from "./decision-consultation/decision-consultation.noun.js";
export { decisionPublishing } from "./decision-publishing/decision-publishing.noun.js";
export { disclosureHandling } from "./disclosure-handling/disclosure-handling.noun.js";
export { disclosureReport } from "./disclosure-report/disclosure-report.noun.js";
export { disclosureRequest } from "./disclosure-request/disclosure-request.noun.js";
export { division } from "./division/division.noun.js";
export { legalBasis } from "./legal-basis/legal-basis.noun.js";
export { opennessOffice } from "./openness-office/openness-office.noun.js";
export { opennessStandard } from "./openness-standard/openness-standard.noun.js";
export { opinion } from "./opinion/opinion.noun.js";
export { opinionHandling } from "./opinion-handling/opinion-handling.noun.js";
export { organization } from "./organization/organization.noun.js";
export { policyInterpretation } from "./policy-interpretation/policy-interpretation.noun.js";
export { publicDocument } from "./public-document/public-document.noun.js";
export { serviceMatter } from "./service-matter/service-matter.noun.js";
