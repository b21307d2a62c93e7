/** The nouns of the credit service, a line for each. */
export { commitment } from "./commitment/commitment.noun.js";
export { division } from "./division/division.noun.js";
export { evaluation } from "./evaluation/evaluation.noun.js";
export { licence } from "./licence/licence.noun.js";
export { listEntry } from "./list-entry/list-entry.noun.js";
export { measure } from "./measure/measure.noun.js";
export { objection } from "./objection/objection.noun.js";
export { organization } from "./organization/organization.noun.js";
export { overview } from "./overview/overview.noun.js";
export { penalty } from "./penalty/penalty.noun.js";
export { record } from "./record/record.noun.js";
export { report } from "./report/report.noun.js";
export { repairCase } from "./repair-case/repair-case.noun.js";
export { serviceCase } from "./service-case/service-case.noun.js";
export { serviceMatter } from "./service-matter/service-matter.noun.js";
export { severityRule } from "./severity-rule/severity-rule.noun.js";
export { statistics } from "./statistics/statistics.noun.js";
