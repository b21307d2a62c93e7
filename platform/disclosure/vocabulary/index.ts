/** The words of "disclosure v1.0": audiences, reasons, masks, guards, their texts, and the directives that carry them in SDL. */
export { GUARD_DIRECTIVES, acrLevelOf, type Guards } from "./guards.js";
export {
  MASK_TEXTS,
  REASON_TEXTS,
  TIER_TEXTS,
  basisText,
  reasonText,
  type BasisText,
  type Language,
  type Text,
} from "./texts.js";
export {
  DISCLOSURE_DIRECTIVES,
  DISCLOSURE_DIRECTIVE_NAMES,
  DISCLOSURE_LINK,
  GATEWAY_PREFIXES,
  MASKS,
  REASONS,
  TIERS,
  type Mask,
  type PersonalCategory,
  type Reason,
  type Tier,
} from "./vocabulary.js";
