/** Domain primitives: codes, money, days, time limits. No clock, and no I/O but for the law's data, read once. */
export {
  bilingual,
  faultsOfTwice,
  inOrderOfDay,
  instrumentShape,
  lawArticle,
  lawDay,
  LawFileRefused,
  lawPlace,
  namedTwice,
  readLaw,
  type Bilingual,
} from "./law/law-file.js";
export {
  LEGAL_RANKS,
  RANK_NEEDED_SINCE,
  RANKS_THAT_SET_SERVICES,
  rankOfTitle,
  type LegalRank,
} from "./law/legal-ranks.js";
export { parseLegalBases, type LegalBasisEntry, type LegalBasisFile } from "./law/legal-bases.js";
export {
  budgetCodes,
  budgetCodesOf,
  codeStanding,
  findBudgetCode,
  shippedBudgetCodesEdition,
  useBudgetCodes,
  type CodeStanding,
} from "./law/budget-codes.js";
export {
  CLASSIFICATIONS,
  parseBudgetCodes,
  type BudgetCode,
  type BudgetCodes,
  type Classification,
} from "./law/budget-codes-file.js";
export {
  parseLimits,
  type Instrument,
  type LimitExtension,
  type LimitRule,
  type LimitRuleUnit,
} from "./law/limit-rules.js";
export {
  basisOfLimit,
  findLimitRule,
  limitAmountSql,
  limitRule,
  limitRules,
  limitsEdition,
  runningLimit,
  SHIPPED_LIMITS_EDITION,
  useLimits,
} from "./law/limits-in-force.js";
export {
  basisOfProcedure,
  figureOf,
  figuresOf,
  parseProcedures,
  procedures,
  SHIPPED_PROCEDURES_EDITION,
  useProcedures,
  type Procedure,
} from "./law/procedures.js";
export {
  parseRepairMeasures,
  repairMeasures,
  repairMeasuresOf,
  repairSystemOf,
  SHIPPED_REPAIR_MEASURES_EDITION,
  useRepairMeasures,
  type RepairMeasures,
} from "./law/repair-measures.js";
export {
  parseSealingLaws,
  sealingLaws,
  sealingLawsOn,
  SHIPPED_SEALING_LAWS_EDITION,
  useSealingLaws,
  type SealingLaw,
} from "./law/sealing-laws.js";
export { createVersions, type Versioned, type VersionedFile, type Versions } from "./law/versions.js";
export {
  createWorkCalendar,
  LATEST_CALENDAR,
  parseWorkCalendar,
  SHIPPED_CALENDAR_EDITION,
  useWorkCalendar,
  WORK_CALENDAR,
  workCalendarEdition,
  workCalendarYears,
  type WorkCalendarFile,
  type WorkCalendarIndex,
  type WorkCalendarYear,
} from "./law/work-calendar.js";
export { codeTable, type CodeTable } from "./code-table.js";
export { division12, parseDivisionCode, parseJurisdiction, validOn, type ValidityPeriod } from "./division-code.js";
export {
  formerDocumentNumber,
  isDocumentNumber,
  normaliseDocumentNumber,
  parseDocumentNumber,
  parseIndexNumber,
} from "./document-number.js";
export { timedPasses, type TimedPasses } from "./timed-pass.js";
export { createCodeKey, NO_CODE_KEYS, parseCodeKeys, type CodeKeys, type KeyedCodes } from "./keyed-code.js";
export {
  addDays,
  comeBy,
  addMonths,
  daysBetween,
  isLocalDate,
  localDateOf,
  parseLocalDate,
  weekdayOf,
  type LocalDate,
} from "./local-date.js";
export { amountBand, maskAccount, maskAddress, maskName, maskPhone } from "./masking.js";
export {
  draw,
  DRAW_ALGORITHM,
  listHashOf,
  recomputes,
  type DrawFacts,
  type KeptDraw,
  type PublishedDraw,
  type RandomSource,
} from "./draw.js";
export { divideRoundHalfUp, fenFromYuan, multiplyRoundHalfUp, yuanFromFen, type Fen } from "./money.js";
export { isValidOrgCode, orgCodeCheckCharacter, parseOrgCode } from "./org-code.js";
export {
  birthOf,
  hashResidentId,
  isValidResidentId,
  maskResidentId,
  parseResidentId,
  residentIdCheckCharacter,
  spelledResidentId,
} from "./resident-id.js";
export {
  LOCAL_CODE_LENGTH,
  classifyTaskCode,
  isValidTaskCode,
  parseCatalogCode,
  parseTaskCode,
  type ClassifiedTaskCode,
} from "./task-code.js";
export { looksLikePersonName } from "./surnames.js";
export {
  PERSONAL_RULES,
  holdsIdentityNumber,
  labelledHomeRule,
  givesNoName,
  namesIn,
  privacyFindings,
  scrubPersonal,
  scrubWith,
  withoutPersons,
  type CodeKind,
  type PersonalKind,
  type PrivacyFinding,
  type PrivacyKind,
  type PublicTextSubject,
  type ScrubbedText,
  type Span,
  type TextRule,
  type TextSubject,
} from "./scrubber/index.js";
export { foldCode, foldText, nullIfEmptyText } from "./text.js";
export {
  computeDeadline,
  deadlineState,
  lastDayOf,
  lightOf,
  type Deadline,
  type DeadlineState,
  type Light,
  type LimitFacts,
  type Suspension,
} from "./time-limit.js";
export { isValidUscc, orgCodeOfUscc, parseUscc, usccCheckCharacter, usccFromParts } from "./uscc.js";
export { PROVISIONAL, addWorkdays, workdaysBetween } from "./working-days.js";
export { isWellFormed } from "./well-formed.js";
export { stableJson } from "./stable-json.js";
