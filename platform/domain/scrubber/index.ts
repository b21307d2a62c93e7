/** The scrubber of texts: rules as data, one function that applies them. */
export { labelledHomeRule } from "./address-rule.js";
export { holdsIdentityNumber, type CodeKind } from "./identity-rules.js";
export { givesNoName, namesIn } from "./name-rule.js";
export { privacyFindings, type PrivacyFinding, type PrivacyKind } from "./privacy-check.js";
export { withoutPersons, type PublicTextSubject } from "./public-text.js";
export { PERSONAL_RULES, scrubPersonal, scrubWith, type ScrubbedText } from "./scrubber.js";
export type { PersonalKind, Span, TextRule, TextSubject } from "./text-rule.js";
