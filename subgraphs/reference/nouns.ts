/** The nouns of the reference service, a line for each. */
export { app } from "./app/app.noun.js";
export { division } from "./division/division.noun.js";
export { legalBasis } from "./legal-basis/legal-basis.noun.js";
export { legalTimeLimit } from "./legal-time-limit/legal-time-limit.noun.js";
export { organization } from "./organization/organization.noun.js";
export { workCalendar } from "./work-calendar/work-calendar.noun.js";
