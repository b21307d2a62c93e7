/** The nouns of the openness service, a line for each. */
export { legalBasis } from "./legal-basis/legal-basis.noun.js";
export { organization } from "./organization/organization.noun.js";
export { publicDocument } from "./public-document/public-document.noun.js";
