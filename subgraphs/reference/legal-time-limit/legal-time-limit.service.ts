/** Lists the limits of the law's data. */
import { findLimitRule, limitRules, localDateOf, type LimitRule } from "../../../platform/domain/index.js";
import { pageHeld, type Page, type PageArgs } from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import { LegalTimeUnit } from "./legal-time-limit.enums.js";
import type { LegalTimeLimit } from "./legal-time-limit.js";

/** Which limits. */
export interface LegalTimeLimitQuery {
  /** In force on this day, in the version of that day; by default all, as they are on the day of the request. */
  readonly on?: string | undefined;
  readonly verified?: boolean | undefined;
  /** Rules of this place alone. */
  readonly jurisdiction?: string | undefined;
}

/** Service of limits. */
export interface LegalTimeLimitService {
  find(id: string): LegalTimeLimit | undefined;
  /** A page by id. Throws BAD_USER_INPUT for a cursor of another list. */
  list(query: LegalTimeLimitQuery, page: PageArgs): Page<LegalTimeLimit>;
}

const UNITS: Readonly<Record<LimitRule["unit"], LegalTimeUnit>> = {
  WD: LegalTimeUnit.WORKING_DAY,
  D: LegalTimeUnit.NATURAL_DAY,
  H: LegalTimeUnit.HOUR,
  M: LegalTimeUnit.MONTH,
  Y: LegalTimeUnit.YEAR,
};

/** Limits by id, each in the version of the day. */
const onDay = (day: string): LimitRule[] =>
  [...new Set(limitRules().map(({ id }) => id))].sort().map((id) => findLimitRule(id, day)!);

const toNode = (rule: LimitRule): LegalTimeLimit => ({
  id: rule.id,
  unit: UNITS[rule.unit],
  amount: rule.amount,
  minimum: rule.minimum,
  extensionAmount: rule.extension?.amount,
  extensionVerified: rule.extension?.verified,
  instrument: rule.instrument.title,
  docNo: rule.instrument.number,
  articleNo: rule.article,
  effectiveFrom: rule.validFrom,
  jurisdiction: rule.jurisdiction,
  verified: rule.verified,
  texts: rule,
});

/** Creates the service of one request. */
export const createLegalTimeLimitService = ({ asOf, cursors }: ServiceDependencies): LegalTimeLimitService => ({
  find(id) {
    const rule = findLimitRule(id, localDateOf(asOf));
    return rule && toNode(rule);
  },
  list({ on, verified, jurisdiction }, page) {
    const nodes = onDay(on ?? localDateOf(asOf))
      .filter(
        (rule) =>
          (on === undefined || rule.validFrom <= on) &&
          (verified === undefined || rule.verified === verified) &&
          (jurisdiction === undefined || rule.jurisdiction === jurisdiction),
      )
      .map(toNode);
    const filter = { on, verified, jurisdiction };
    return pageHeld({ nodes, keysOf: ({ id }) => [id], ordering: "legalTimeLimits:ID", filter, cursors }, page);
  },
});
