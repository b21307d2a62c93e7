/** Mutants of the decision who sees what: audiences, guards, agreements, the class of viewers. */
import { mutantsOf, type CodeMutant } from "../code-mutant.js";

const DECISION = { file: "test/unit/disclosure/decision.test.ts" };
const WHOSE = { file: "test/unit/database/whose.test.ts" };
const AGREEMENTS = { file: "test/unit/disclosure/agreements.test.ts" };
const FIXTURE = { file: "test/unit/gateway/disclosure.test.ts" };
const READERS = { file: "test/unit/disclosure/readers.test.ts" };
const DIFFERENCE = { file: "test/contract/disclosure-diff.test.ts", name: "the difference of two policies" };

export const DECISION_MUTANTS: readonly CodeMutant[] = [
  ...mutantsOf("platform/disclosure/admission/reach.ts", DECISION, [
    [
      "OWNER: no citizen is needed to be one",
      'hasRole(viewer, "citizen") ? viewer.subjectHash : undefined',
      "viewer.subjectHash",
    ],
    [
      "OWNER: no agent is needed to be one",
      'hasRole(viewer, "enterprise_agent") ? viewer.subjectUscc : undefined',
      "viewer.subjectUscc",
    ],
    [
      "AGENCY: no officer is needed",
      'hasRole(viewer, "agency_officer") || hasRole(viewer, "agency_publisher") ? viewer.agencyUscc : undefined',
      "viewer.agencyUscc",
    ],
    [
      "AGENCY: publishers are no officers",
      'hasRole(viewer, "agency_officer") || hasRole(viewer, "agency_publisher")',
      'hasRole(viewer, "agency_officer")',
    ],
    [
      "SUPERVISOR: everybody with a division is one",
      '(hasRole(viewer, "supervisor") || (audited && hasRole(viewer, "auditor_finance"))) &&\n ',
      "",
    ],
    [
      "SUPERVISOR: auditors see what is no public money",
      '(audited && hasRole(viewer, "auditor_finance"))',
      'hasRole(viewer, "auditor_finance")',
    ],
    ["SUPERVISOR: auditors see no public money", '(audited && hasRole(viewer, "auditor_finance"))', "false"],
    [
      "a supervisor of a county sees the whole province",
      "? divisionPrefix(viewer.divisionCode)",
      "? divisionPrefix(viewer.divisionCode).slice(0, 2)",
    ],
    ["a supervisor of a prefecture sees no county", "? divisionPrefix(viewer.divisionCode)", "? viewer.divisionCode"],
  ]),
  ...mutantsOf("platform/disclosure/admission/whose.ts", DECISION, [
    [
      "OWNER: a person's row is anybody's who has a hash",
      "value !== undefined && value === personOf(viewer)",
      "value !== undefined && personOf(viewer) !== undefined",
    ],
    ["OWNER: a person's row is nobody's", "value !== undefined && value === personOf(viewer)", "false"],
    [
      "OWNER: a body's row is any agent's",
      "value !== undefined && value === bodyOf(viewer)",
      "value !== undefined && bodyOf(viewer) !== undefined",
    ],
    [
      "AGENCY: rows are any officer's",
      "value !== undefined && value === agencyOf(viewer)",
      "value !== undefined && agencyOf(viewer) !== undefined",
    ],
    [
      "SUPERVISOR: sees every division",
      'digits !== undefined && typeof value === "string" && value.startsWith(digits)',
      "digits !== undefined",
    ],
    ["before a row: nobody's agency is everybody's", "return agencyOf(viewer) !== undefined;", "return true;"],
  ]),
  ...mutantsOf("platform/disclosure/admission/whose.ts", WHOSE, [
    [
      "a row without a subject is a viewer's without claims",
      "value !== undefined && value === personOf(viewer)",
      "value === personOf(viewer)",
    ],
    [
      "a row without an agency is a viewer's without claims",
      "value !== undefined && value === agencyOf(viewer)",
      "value === agencyOf(viewer)",
    ],
    [
      "one rule of all is enough",
      "whose.rules.every((rule) => holds(rule, reader, row))",
      "whose.rules.some((rule) => holds(rule, reader, row))",
    ],
    [
      "a state that is missing is none of those that close",
      'typeof value === "string" && !whose.values.includes(value)',
      "!whose.values.includes(value as string)",
    ],
    ["small groups are told", "value >= whose.least", "value > 0"],
    [
      "what has no day has begun",
      'typeof value === "string" && value <= today',
      "value === undefined || (value as LocalDate) <= today",
    ],
    [
      "the day before counts",
      "value === undefined || (value as LocalDate) > today",
      "value === undefined || (value as LocalDate) >= today",
    ],
    ["the last day is over", "(value as LocalDate) >= today", "(value as LocalDate) > today"],
  ]),
  ...mutantsOf("platform/database/readable-rows.ts", WHOSE, [
    [
      "SQL: a supervisor of a county lists its neighbours",
      "beginningWith(supervisedBy(viewer, whose)!)",
      "beginningWith(supervisedBy(viewer, whose)!.slice(0, 4))",
    ],
    ["SQL: one rule of all is enough", 'whose.kind === "ANY_OF" ? " or " : " and "', '" or "'],
    ["SQL: a state that closes is listed", "${column} not in (", "${column} in ("],
    ["SQL: small groups are listed", "${column} >= ?`, bindings: [whose.least]", "${column} > ?`, bindings: [0]"],
    ["SQL: minors are listed", "`not ${column}`", "`${column} is not null`"],
    [
      "SQL: what has not begun is listed",
      "`${column} <= ?`, bindings: [today]",
      "`${column} is not null or ${column} <= ?`, bindings: [today]",
    ],
    [
      "SQL: what was withdrawn is listed on its day",
      "${column} is null or ${column} > ?",
      "${column} is null or ${column} >= ?",
    ],
    [
      "SQL: what ended stays listed",
      "${column} is null or ${column} >= ?",
      "${column} is null or true or ${column} >= ?",
    ],
    ["SQL: what nobody may know of is everybody's", '{ sql: "false", bindings: [] }', '{ sql: "true", bindings: [] }'],
    ["SQL: what is unknown is neither known nor unknown", "not coalesce(${sql}, false)", "not ${sql}"],
  ]),
  ...mutantsOf("platform/disclosure/decision/audience.ts", DECISION, [
    [
      "SUPERVISOR: auditors are not asked about public money",
      'tier === "SUPERVISOR" && audited === true ? "AUDITED" : tier',
      "tier",
    ],
    ["a path through a row ends at its first step", 'path.split(".")', 'path.split(".").slice(0, 1)'],
    [
      "before a row: an audience without a path holds somebody",
      "(root || paths?.[FACT_OF[tier]] !== undefined) && couldReadAny",
      "couldReadAny",
    ],
  ]),
  ...mutantsOf("platform/disclosure/decision/decision.ts", DECISION, [
    ["a guard is not asked", 'if (failedGuard(rule.requires, viewer)) return "WITHHELD";', ""],
    [
      "a guard that fails leaves the mask",
      'if (failedGuard(rule.requires, viewer)) return "WITHHELD";',
      "if (failedGuard(rule.requires, viewer)) return outside(rule);",
    ],
    ["those outside see the whole value where there is a mask", '? "MASKED" : "WITHHELD";', '? "FULL" : "WITHHELD";'],
    [
      "those outside see a mask that is not for them",
      'tier.includes("MASKED") && mask !== undefined',
      "mask !== undefined",
    ],
    [
      "a root field needs no audience",
      "if (!couldRead(rule.tier, viewer, { paths: pathsOf(rule), shared, root })) return outside(rule);",
      "if (!root && !couldRead(rule.tier, viewer, { paths: pathsOf(rule), shared, root })) return outside(rule);",
    ],
    ["any row of a type with owners is the viewer's", 'return root ? "FULL" : undefined;', 'return "FULL";'],
    ["an agreement opens what is not for sharing", 'rule.tier.includes("SHARED");', "true;"],
    [
      "an agreement of another client or day is taken for a row",
      "agreements.covers(viewer, rule, on)",
      "agreements.names(viewer.agreements, rule)",
    ],
    ["a class knows nothing of roles", "[...viewer.roles].sort(),", "[],"],
    ["a class knows nothing of scopes", "viewer.scopes.filter((scope) => names.scopes.has(scope)).sort(),", "[],"],
    ["a class knows nothing of agreements", "[...viewer.agreements].sort(),", "[],"],
    [
      "a class knows every scope, and so divides what is alike",
      "viewer.scopes.filter((scope) => names.scopes.has(scope)).sort(),",
      "viewer.scopes,",
    ],
    [
      "a class knows nothing of levels",
      "viewer.acr !== undefined && names.levels.has(viewer.acr) ? viewer.acr : null,",
      "null,",
    ],
    ["a class knows nothing of claims", "(claim) => claim !== undefined,", "() => true,"],
  ]),
  ...mutantsOf("platform/disclosure/decision/guards.ts", DECISION, [
    ["@requiresScopes lets everybody through", 'return "scopes";', "return undefined;"],
    ["@policy lets everybody through", 'return "policies";', "return undefined;"],
    [
      "a policy that is not about levels is granted by a level of its name",
      "viewer.acr !== undefined && acrLevelOf(policy) === viewer.acr",
      "viewer.acr !== undefined && (acrLevelOf(policy) ?? policy) === viewer.acr",
    ],
  ]),
  ...mutantsOf("platform/disclosure/decision/guards.ts", FIXTURE, [
    [
      "@authenticated lets everybody through",
      'if (guards.authenticated && viewer.kind === "anonymous") return "authenticated";',
      "",
    ],
    [
      "one scope of several is enough",
      "alternatives.some((names) => names.every(holds))",
      "alternatives.some((names) => names.some(holds))",
    ],
    [
      "all alternatives of scopes must be held",
      "alternatives.some((names) => names.every(holds))",
      "alternatives.every((names) => names.every(holds))",
    ],
    ["any level is strong enough", "acrLevelOf(policy) === viewer.acr", "true"],
  ]),
  ...mutantsOf("platform/composition/readers.ts", READERS, [
    ["a guard less is no wider", "(!loose.authenticated || signedIn) && within", "within"],
    [
      "an alternative more is no wider",
      "(strict?.[kind] ?? []).every((names) =>",
      "(strict?.[kind] ?? []).some((names) =>",
    ],
  ]),
  ...mutantsOf("platform/composition/readers.ts", READERS, [
    [
      "a scope less to bring is no weaker",
      "wanted.every((name) => names.includes(name))",
      "wanted.some((name) => names.includes(name))",
    ],
  ]),
  ...mutantsOf("platform/composition/readers.ts", READERS, [
    ["a field that is open may tell what is closed", "if (!one) return false;", "if (!one) return true;"],
    [
      "one audience in common is enough",
      "held(one.tier).every((tier) => other.tier.includes(tier))",
      "held(one.tier).some((tier) => other.tier.includes(tier))",
    ],
    [
      "guards do not count for who reads",
      "return audience && guardImplies(one.requires, other.requires);",
      "return audience;",
    ],
    ["whoever reads nothing tells", 'if (one.tier.includes("NEVER")) return true;', ""],
  ]),
  ...mutantsOf("platform/composition/readers.ts", READERS, [
    ["wider readers are called the same", 'if (grows) return "WEAKER";', 'if (grows) return "SAME";'],
    ["other readers are called stronger", 'return shrinks ? "STRONGER" : "OTHER";', 'return "STRONGER";'],
  ]),
  ...mutantsOf("platform/composition/policy-diff.ts", DIFFERENCE, [
    [
      "a field that became public breaks nothing",
      'change(old, "NEWLY_PUBLIC", true,',
      'change(old, "NEWLY_PUBLIC", false,',
    ],
    ["another mask is not named", "if (old.mask !== now.mask &&", "if (false &&"],
    [
      "another path to whose a row is is not named",
      "now === undefined || JSON.stringify(paths) === JSON.stringify(now)",
      "true",
    ],
    ["a review that has passed is not named", "now.until < on", "false"],
  ]),
  ...mutantsOf("platform/disclosure/decision/agreements.ts", DECISION, [
    [
      "an agreement is anybody's",
      'viewer.kind === "client" && client === viewer.clientId &&',
      'viewer.kind === "client" &&',
    ],
    ["an agreement is a person's who uses the client", 'viewer.kind === "client" && client', "client"],
    ["an agreement holds before its first day", "validFrom <= on && ", ""],
    ["an agreement holds after its last day", " && on <= validTo", ""],
    [
      "an agreement covers every field",
      "agreement !== undefined && isHeld(agreement, viewer, on) && isNamed(agreement, field)",
      "agreement !== undefined && isHeld(agreement, viewer, on)",
    ],
    ["an agreement of a type covers none of its fields", "types.includes(type) || ", ""],
  ]),
  ...mutantsOf("platform/disclosure/decision/agreements.ts", AGREEMENTS, [
    ["two agreements may have the same id", "if (byId.size < agreements.length)", "if (false)"],
    ["an agreement may end before it begins", "({ validFrom, validTo }) => validFrom <= validTo", "() => true"],
    ["an agreement may state no purpose", "purposes: z.array(name).min(1)", "purposes: z.array(name)"],
    ["an agreement may hold what is not known", "  .strictObject({", "  .object({"],
  ]),
];
