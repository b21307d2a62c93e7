/** The nouns of the funds service, a line for each. */
export { fundPublication } from "./publication/fund-publication.noun.js";
export { assistance } from "./assistance/assistance.noun.js";
export { budgetDisclosure } from "./budget-disclosure/budget-disclosure.noun.js";
export { budgetAllotment } from "./budget-allotment/budget-allotment.noun.js";
export { classification } from "./classification/classification.noun.js";
export { division } from "./division/division.noun.js";
export { fundAllocation } from "./fund-allocation/fund-allocation.noun.js";
export { fundPolicy } from "./fund-policy/fund-policy.noun.js";
export { fundProject } from "./fund-project/fund-project.noun.js";
export { organization } from "./organization/organization.noun.js";
export { payment } from "./payment/payment.noun.js";
export { performance } from "./performance/performance.noun.js";
export { reconciliation } from "./reconciliation/reconciliation.noun.js";
export { serviceCase } from "./service-case/service-case.noun.js";
export { serviceMatter } from "./service-matter/service-matter.noun.js";
export { spending } from "./spending/spending.noun.js";
export { subsidy } from "./subsidy/subsidy.noun.js";
