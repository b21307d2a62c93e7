/** SeverityRule (失信严重程度与公示期限规则): what this noun adds to the credit service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { CreditServices } from "../context.js";
import { addSources } from "./migrations/20261129161000_add_sources.js";
import { putRulesAside } from "./migrations/20261129170100_put_rules_aside.js";
import { stateRulesOfSystems } from "./migrations/20261129200000_state_rules_of_systems.js";
import { sayWhoClassified } from "./migrations/20261129210000_say_who_classified.js";
import { SEVERITY_RULE_LAW } from "./severity-rule.law.js";
import { SeverityRuleResolver } from "./severity-rule.resolver.js";
import { createSeverityRuleService } from "./severity-rule.service.js";

const services = { severityRules: createSeverityRuleService };

declare module "../context.js" {
  interface CreditServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const severityRule: Noun<CreditServices> = {
  resolvers: [SeverityRuleResolver],
  services,
  migrations: [addSources, putRulesAside, stateRulesOfSystems, sayWhoClassified],
  lawTables: [SEVERITY_RULE_LAW],
};
