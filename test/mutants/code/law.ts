/** Mutants of the law as data: what a file may not say, when a limit is late, what nobody can know yet. */
import { mutantsOf, type CodeMutant } from "../code-mutant.js";

const LAW = { file: "test/unit/domain/law.test.ts" };
const STEPS = { file: "test/unit/domain/law-of-steps.test.ts" };
const RANKS = { file: "test/subgraph/intermediary-legal-ranks.test.ts" };
const SEVERITIES = { file: "test/subgraph/credit-severity-rules.test.ts" };
const ALERTS = { file: "test/subgraph/matters-alerts.test.ts", name: "time alerts|counts" };
const NOTICES = { file: "test/subgraph/credit-notices.test.ts", name: "notice of repair" };

export const LAW_MUTANTS: readonly CodeMutant[] = [
  ...mutantsOf("platform/domain/time-limit.ts", LAW, [
    [
      "what is past the latest thinkable day is not late",
      '(completedOn ?? today) > deadline.latestOn ? "LATE" : "PROVISIONAL"',
      'false ? "LATE" : "PROVISIONAL"',
    ],
    [
      "a light falls silent where the calendar ends",
      'if (promised.certainty === "PROVISIONAL") return "PROVISIONAL";',
      "",
    ],
    ["nothing is late in a year without a calendar", "  dueOn ?? latestOn;", "  dueOn;"],
    [
      "a limit that is not confirmed makes late",
      'state === "LATE" && deadline.confirmed === false ? "PROVISIONAL" : state',
      "state",
    ],
    ["a limit that is not confirmed is black", 'statutory.confirmed === false ? "PROVISIONAL" : "BLACK"', '"BLACK"'],
    ["a limit that is not confirmed is red", 'promised.confirmed === false ? "PROVISIONAL" : "RED"', '"RED"'],
  ]),
  ...mutantsOf("platform/domain/law/work-calendar.ts", LAW, [
    [
      "a year to come has no holidays",
      "for (let day = `${year}-01-01`, left = mostWeekdaysOff(); left > 0;",
      "for (let day = `${year}-01-01`, left = 0; left > 0;",
    ],
    ["a calendar may leave a year out", "if (missing.length > 0)", "if (missing.length > 9)"],
    ["a calendar may lack National Day", "...ALWAYS_OFF.filter(", "...[].filter("],
    ["a loaded calendar is forgotten by what was computed", "  edition += 1;\n  index = undefined;", "  edition += 1;"],
  ]),
  ...mutantsOf("platform/domain/law/limit-rules.ts", LAW, [
    ["a limit may be older than its law", "since < set.inForceFrom", 'since < ""'],
    [
      "a limit may cite nothing",
      "article === undefined && set.number === undefined",
      "article !== undefined && set.number === undefined && false",
    ],
  ]),
  ...mutantsOf("platform/domain/law/repair-measures.ts", STEPS, [
    ["measures may count by a limit that is none", '["WD", "D"].includes(findLimitRule(limit)?.unit ?? "")', "true"],
    ["a system may have no authorities", "(id === GENERAL) === (authorities === undefined) ?", "true ?"],
    ["measures may hide that they were not read", "verified || note !== undefined ? []", "true ? []"],
    ["a system's measures hold before their day", "versions.inForce(system, on)", "versions.of(system)[0]"],
  ]),
  ...mutantsOf("platform/domain/law/procedures.ts", STEPS, [
    ["a value for demonstration may be verified", "demonstration && (verified ||", "demonstration && (false ||"],
    ["a procedure may rest on nothing that can be found", "number === undefined && source === undefined", "false"],
    [
      "a figure that the product counts by may be left out",
      "if (given === undefined) return [",
      "if (given === undefined) return true ? [] : [",
    ],
  ]),
  ...mutantsOf("subgraphs/funds/subsidy/roster-end.ts", STEPS, [
    ["a value for demonstration lengthens a roster", "if (confirmed === false) return postedTo;", ""],
    ["a roster ends before its least span", "dueOn === undefined || dueOn > postedTo ? dueOn : postedTo", "postedTo"],
  ]),
  ...mutantsOf("platform/domain/law/versions.ts", LAW, [
    [
      "a limit that changes holds for what began before",
      "find(({ validFrom }) => validFrom <= on)",
      "find(() => true)",
    ],
  ]),
  ...mutantsOf("platform/domain/law/limits-in-force.ts", LAW, [
    ["an extension that is not confirmed counts as confirmed", "verified && used?.verified !== false", "verified"],
    ["the database calls late by a limit that is not confirmed", "verified ? amount : NEVER", "amount"],
    ["a loaded limit may change its unit", "known.unit === unit", "true"],
    ["a loaded limit may change its place", "known.demonstration || known.jurisdiction === jurisdiction", "true"],
    ["SQL counts by the first version alone", "cases.length === 0 ? String", "cases.length >= 0 ? String"],
  ]),
  ...mutantsOf("subgraphs/intermediary/finding/finding.of-services.repository.ts", RANKS, [
    [
      "a local regulation sets services everywhere",
      "else starts_with(s.division_code, regexp_replace(p.jurisdiction, '(00)+$', '')) end",
      "else true end",
    ],
    [
      "what nobody knows is too low",
      "bool_and(coalesce(not ${SUFFICIENT}, false)) as low",
      "bool_and(coalesce(not ${SUFFICIENT}, true)) as low",
    ],
    ["a basis that sets none suffices", "or coalesce(not p.sets_intermediary_service, false)) as none", ") as none"],
  ]),
  ...mutantsOf("subgraphs/credit/severity-rule/severity-rule.ts", SEVERITIES, [
    [
      "a regulator's rule holds before its first day",
      "inForce(own, on) ?? ofSystem(",
      "inForce(own, on) ?? inOrder(own)[0] ?? ofSystem(",
    ],
    ["a system's rule holds in other places", "division.startsWith(within(rule.jurisdiction))", "true"],
    ["a system's rule holds for other systems", "rule.system === system &&", "true &&"],
    ["a system's rule holds before its first day", '(rule.effectiveFrom ?? "") <= on', "true"],
    ["a province's rule goes before its city's", "const narrowest = Math.max(", "const narrowest = Math.min("],
  ]),
  ...mutantsOf("subgraphs/credit/severity-rule/severity-rule-file.ts", SEVERITIES, [
    ["a file may publish what is minor", "minor && national && maxMonths > 0", "false"],
    ["a kind may be of two severities", "...faultsBetween(rules),", ""],
  ]),
  ...mutantsOf("subgraphs/credit/severity-rule/severity-rule.law.ts", SEVERITIES, [
    ["a rule may be of a system of which no bureau is known", "...faultsOfSystems(inTable), ", ""],
    ["a file may contradict what is there", "if (faults.length > 0) throw", "if (faults.length > 9) throw"],
  ]),
  ...mutantsOf("platform/domain/law/legal-ranks.ts", RANKS, [
    [
      "a ministry's rule sets services",
      '  "LOCAL_REGULATION",\n];',
      '  "LOCAL_REGULATION",\n  "DEPARTMENTAL_RULE",\n];',
    ],
    ["办法 is taken for a law", '!name.endsWith("办法") && ', ""],
  ]),
  ...mutantsOf("subgraphs/matters/case-clock/case-clock.repository.ts", ALERTS, [
    ["alerts fall silent where the calendar ends", "when ${UNKNOWN_DAY_SQL} then 'PROVISIONAL' ", ""],
    ["a clock that stands still is provisional", " and not paused.still", ""],
    [
      "the database knows no latest thinkable day",
      "if (LATEST_CALENDAR.isWorkday(day) === true) days.push(day);",
      "if (calendar.isWorkday(day) === true) days.push(day);",
    ],
  ]),
  ...mutantsOf("subgraphs/matters/monitor-alert/clock-alerts.repository.ts", ALERTS, [
    ["a light of another calendar or law is answered", ', "raised.edition": edition', ""],
  ]),
  ...mutantsOf("subgraphs/credit/penalty/penalty.status.ts", NOTICES, [
    [
      "a notice after the working days of service is together",
      'state === "PROVISIONAL" ? undefined : state === "MET"',
      'state === "PROVISIONAL" ? undefined : true',
    ],
  ]),
];
