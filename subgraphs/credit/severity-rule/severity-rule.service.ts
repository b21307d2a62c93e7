/** Finds and lists severity rules, all of them public. */
import type { LocalDate } from "../../../platform/domain/index.js";
import { createKeyLoader, pageHeld, type Page, type PageArgs } from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import type { Severity } from "../penalty/penalty.enums.js";
import { inForce, ownerOf } from "./severity-rule.js";
import { findSeverityRules, findSeverityRulesById, type KeptSeverityRule } from "./severity-rule.repository.js";

/** Which rules. */
export interface SeverityRuleQuery {
  /** Those that count for a decision of this day; by default all, of earlier and later days too. */
  readonly on?: LocalDate | undefined;
  readonly severity?: Severity | undefined;
  /** Rules of this place alone. */
  readonly jurisdiction?: string | undefined;
  readonly verified?: boolean | undefined;
}

/** Service of severity rules. */
export interface SeverityRuleService {
  /** By id; also one that is out of force, because penalties name theirs. */
  find(id: string): Promise<KeptSeverityRule | undefined>;
  /** A page of those in force, by id. Throws BAD_USER_INPUT for a cursor of another list. */
  list(query: SeverityRuleQuery, page: PageArgs): Promise<Page<KeptSeverityRule>>;
}

/** Of each owner and severity the rule that counts on the day. */
const onDay = (rules: readonly KeptSeverityRule[], on: LocalDate): KeptSeverityRule[] =>
  rules.filter(
    (rule) =>
      inForce(
        rules.filter((other) => other.severity === rule.severity && ownerOf(other) === ownerOf(rule)),
        on,
      ) === rule,
  );

/** Creates the service for one request. */
export const createSeverityRuleService = ({ db, cursors }: ServiceDependencies): SeverityRuleService => {
  const byId = createKeyLoader(
    (ids) => findSeverityRulesById(db, ids),
    ({ id }) => id,
  );
  return {
    find: (id) => byId.load(id),
    async list(filter, page) {
      const { on, severity, jurisdiction, verified } = filter;
      const all = await findSeverityRules(db);
      const nodes = (on === undefined ? all : onDay(all, on))
        .filter(
          (rule) =>
            (severity === undefined || rule.severity === severity) &&
            (jurisdiction === undefined || rule.jurisdiction === jurisdiction) &&
            (verified === undefined || rule.verified === verified),
        )
        .sort((left, right) => (left.id < right.id ? -1 : 1));
      return pageHeld({ nodes, keysOf: ({ id }) => [id], ordering: "severityRules:ID", filter, cursors }, page);
    },
  };
};
