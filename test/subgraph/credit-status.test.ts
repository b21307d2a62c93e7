/** The state machines and rules of credit as tables: every step named, states of a day typed by hand, severity by rules. */
import "reflect-metadata";
import fc from "fast-check";
import { ANONYMOUS } from "../../platform/auth/index.js";
import { canRead } from "../../platform/disclosure/admission/index.js";
import { DutyPerformance, PenaltyKind, Procedure, Severity } from "../../subgraphs/credit/penalty/penalty.enums.js";
import { PublicityState } from "../../subgraphs/credit/penalty/publicity.state.js";
import { WHOSE_PENALTY } from "../../subgraphs/credit/penalty/penalty.policy.js";
import {
  isWithinPeriod,
  publicityUntil,
  repairEligibleOn,
  stateOn,
  type PublicityFacts,
} from "../../subgraphs/credit/penalty/penalty.status.js";
import { isLate } from "../../subgraphs/credit/publication/publication.status.js";
import { WhenUnperformed } from "../../subgraphs/credit/severity-rule/severity-rule.enums.js";
import { classify, ruleOf, type SeverityRuleFacts } from "../../subgraphs/credit/severity-rule/severity-rule.js";

describe("the state of a penalty on a day", () => {
  const { ENDS, UNTIL_PERFORMED } = WhenUnperformed;
  const { PERFORMED, NOT_PERFORMED, UNKNOWN } = DutyPerformance;
  const GENERAL = { minMonths: 3, maxMonths: 12, whenUnperformed: UNTIL_PERFORMED };
  /** The national rule of minor penalties, and a regulator's own. */
  const MINOR = { minMonths: 0, maxMonths: 0, whenUnperformed: ENDS };
  const REGULATORS_MINOR = { minMonths: 0, maxMonths: 3, whenUnperformed: ENDS };
  const facts: PublicityFacts = {
    decisionDate: "2026-01-31",
    publishedOn: "2026-02-05",
    sealed: false,
    performance: UNKNOWN,
  };
  const { NOT_PUBLISHED, PUBLISHED, SHIELDED, REPAIRED, EXPIRED, WITHDRAWN } = PublicityState;

  it.each<[string, Partial<PublicityFacts>, string, PublicityState]>([
    ["before publication", {}, "2026-02-04", NOT_PUBLISHED],
    ["on the day of publication", {}, "2026-02-05", PUBLISHED],
    ["on the last day", {}, "2027-01-31", PUBLISHED],
    ["after the last day", {}, "2027-02-01", EXPIRED],
    ["after a last day of its own", { publicityUntil: "2026-06-30" }, "2026-07-01", EXPIRED],
    ["before repair", { repairedOn: "2026-05-10" }, "2026-05-09", PUBLISHED],
    ["on the day of repair", { repairedOn: "2026-05-10" }, "2026-05-10", REPAIRED],
    ["repaired, long after", { repairedOn: "2026-05-10" }, "2028-01-01", REPAIRED],
    ["published again", { repairedOn: "2026-05-10", republishedOn: "2026-06-01" }, "2026-06-01", PUBLISHED],
    ["before it is published again", { repairedOn: "2026-05-10", republishedOn: "2026-06-01" }, "2026-05-31", REPAIRED],
    ["published again and ended", { repairedOn: "2026-05-10", republishedOn: "2026-06-01" }, "2027-02-01", EXPIRED],
    ["withdrawn", { withdrawnOn: "2026-03-01" }, "2026-03-01", WITHDRAWN],
    ["withdrawn though repaired", { withdrawnOn: "2026-06-01", repairedOn: "2026-05-10" }, "2026-06-02", WITHDRAWN],
    ["before it is withdrawn", { withdrawnOn: "2026-03-01" }, "2026-02-28", PUBLISHED],
    ["shielded", { shieldedFrom: "2026-04-01" }, "2026-04-01", SHIELDED],
    ["after the shield", { shieldedFrom: "2026-04-01", shieldedTo: "2026-05-01" }, "2026-05-02", PUBLISHED],
    ["on its last day of the shield", { shieldedFrom: "2026-04-01", shieldedTo: "2026-05-01" }, "2026-05-01", SHIELDED],
    ["sealed by a law", { sealed: true }, "2026-03-01", NOT_PUBLISHED],
    ["never published", { publishedOn: undefined }, "2026-12-01", NOT_PUBLISHED],
    ["not performed, after the longest", { performance: NOT_PERFORMED }, "2030-01-01", PUBLISHED],
    ["not performed and withdrawn", { performance: NOT_PERFORMED, withdrawnOn: "2028-01-01" }, "2028-01-01", WITHDRAWN],
    ["performed late, on that day", { performance: PERFORMED, dutyPerformedOn: "2027-06-15" }, "2027-06-15", PUBLISHED],
    ["performed late, a day after", { performance: PERFORMED, dutyPerformedOn: "2027-06-15" }, "2027-06-16", EXPIRED],
    ["performed early", { performance: PERFORMED, dutyPerformedOn: "2026-03-01" }, "2027-02-01", EXPIRED],
    ["performed on a day unknown", { performance: PERFORMED }, "2027-02-01", EXPIRED],
    ["of unknown performance", { performance: UNKNOWN }, "2027-02-01", EXPIRED],
  ])("%s", (_case, changes, day, expected) => {
    expect(stateOn({ ...facts, ...changes }, GENERAL, day)).toBe(expected);
  });

  it.each<[string, Partial<PublicityFacts>, typeof GENERAL, string | undefined, string | undefined]>([
    ["a general one", {}, GENERAL, "2027-01-31", "2026-04-30"],
    ["one not performed", { performance: NOT_PERFORMED }, GENERAL, undefined, undefined],
    [
      "one not performed where time ends it",
      { performance: NOT_PERFORMED },
      { ...GENERAL, whenUnperformed: ENDS },
      "2027-01-31",
      undefined,
    ],
    [
      "one performed after the least",
      { performance: PERFORMED, dutyPerformedOn: "2026-06-01" },
      GENERAL,
      "2027-01-31",
      "2026-06-01",
    ],
    [
      "one performed before it",
      { performance: PERFORMED, dutyPerformedOn: "2026-03-01" },
      GENERAL,
      "2027-01-31",
      "2026-04-30",
    ],
    ["a minor one", {}, MINOR, undefined, undefined],
    ["a minor one with days of its own", { publicityUntil: "2026-04-30" }, MINOR, undefined, undefined],
    ["a minor one that its regulator publishes", {}, REGULATORS_MINOR, "2026-04-30", "2026-01-31"],
    [
      "such a one, performed",
      { performance: PERFORMED, dutyPerformedOn: "2026-02-20" },
      REGULATORS_MINOR,
      "2026-04-30",
      "2026-02-20",
    ],
    [
      "such a one, not performed: three months at most",
      { performance: NOT_PERFORMED },
      REGULATORS_MINOR,
      "2026-04-30",
      undefined,
    ],
    ["a sealed one", { sealed: true }, GENERAL, undefined, undefined],
  ])("%s has its last day and its day of repair", (_case, changes, rule, until, eligible) => {
    const held = { ...facts, ...changes };
    expect([publicityUntil(held, rule), repairEligibleOn(held, rule, "2026-09-28")]).toEqual([until, eligible]);
  });

  it("is never PUBLISHED under the national rule of minor penalties, whatever days are stored", () => {
    for (const today of ["2026-01-31", "2026-02-05", "2026-04-30", "2028-01-01"])
      expect(stateOn({ ...facts, publishedOn: "2026-01-31", publicityUntil: "2028-06-01" }, MINOR, today)).toBe(
        NOT_PUBLISHED,
      );
  });

  it("is PUBLISHED exactly while everybody may know of the penalty", () => {
    const day = fc.constantFrom(undefined, "2026-02-05", "2026-03-01", "2026-05-10", "2026-06-01", "2026-12-31");
    const generated: fc.Arbitrary<PublicityFacts> = fc.record({
      decisionDate: fc.constantFrom("2025-05-31", "2026-01-31"),
      publishedOn: day,
      publicityUntil: day,
      withdrawnOn: day,
      repairedOn: day,
      republishedOn: day,
      shieldedFrom: day,
      shieldedTo: day,
      sealed: fc.boolean(),
      performance: fc.constantFrom(PERFORMED, NOT_PERFORMED, UNKNOWN),
      dutyPerformedOn: day,
    });
    const rules = fc.constantFrom(GENERAL, { ...GENERAL, whenUnperformed: ENDS }, MINOR, REGULATORS_MINOR);
    fc.assert(
      fc.property(
        generated,
        rules,
        fc.constantFrom("2026-02-05", "2026-03-01", "2026-06-01", "2027-02-01"),
        (held, rule, today) => {
          const row = {
            counterparty_minor: held.sealed,
            sealed: false,
            rule_seals: rule.maxMonths === 0,
            published_on: held.publishedOn,
            withdrawn_on: held.withdrawnOn,
            repaired_on: held.repairedOn,
            republished_on: held.republishedOn,
            shielded_from: held.shieldedFrom,
            shielded_to: held.shieldedTo,
            publicity_ends_on: publicityUntil(held, rule),
            counterparty_hash: null,
            counterparty_uscc: null,
            authority_uscc: null,
            division_code: null,
          };
          expect(canRead(WHOSE_PENALTY, { viewer: ANONYMOUS, today }, row)).toBe(
            stateOn(held, rule, today) === PUBLISHED,
          );
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it("counts months from the day of the decision, to the last day of a short month", () => {
    expect(publicityUntil({ ...facts, decisionDate: "2025-11-30" }, REGULATORS_MINOR)).toBe("2026-02-28");
    expect(repairEligibleOn({ ...facts, decisionDate: "2025-11-30" }, GENERAL, "2026-01-01")).toBe("2026-02-28");
  });

  it.each([
    ["2026-04-29", false],
    ["2026-04-30", true],
    ["2027-01-31", true],
    ["2027-02-01", false],
  ])("a last day of %s is within the rule: %s (C3)", (until, expected) => {
    expect(isWithinPeriod("2026-01-31", until, GENERAL)).toBe(expected);
  });

  it.each([
    ["2026-05-06", "2026-05-14", false],
    ["2026-05-06", "2026-05-15", true],
    ["2026-02-12", "2026-02-28", false],
    ["2026-02-12", "2026-03-01", true],
    ["2026-12-25", "2026-12-28", undefined],
    ["2026-12-25", "2027-02-05", undefined],
    // Four working days are left in 2026, no calendar puts the seventh after 5 February.
    ["2026-12-25", "2027-02-08", true],
    ["2009-03-02", "2009-12-31", undefined],
    ["2026-09-17", undefined, false],
    ["2026-09-15", undefined, true],
  ])("decided %s, published %s, is late on 2026-09-28: %s (L12)", (decided, published, expected) => {
    expect(isLate(decided, published, "2026-09-28")).toBe(expected);
  });
});

describe("severity", () => {
  const rule = (severity: Severity, more: Partial<SeverityRuleFacts>): SeverityRuleFacts => ({
    id: `N-${severity}`,
    severity,
    minMonths: 0,
    maxMonths: 36,
    whenUnperformed: WhenUnperformed.UNTIL_PERFORMED,
    kinds: [],
    simpleProcedure: false,
    ...more,
  });
  const of = (uscc: string): { uscc: string; division: string } => ({ uscc, division: "222401" });
  const RULES = [
    rule(Severity.MINOR, { kinds: [PenaltyKind.WARNING, PenaltyKind.CRITICISM], simpleProcedure: true }),
    rule(Severity.GENERAL, { kinds: [PenaltyKind.FINE] }),
    rule(Severity.SERIOUS, { kinds: [PenaltyKind.LICENCE_RESTRICTION], fineFrom: 10_000_000n }),
    rule(Severity.SERIOUS, { id: "R-SERIOUS", regulatorUscc: "R", kinds: [], fineFrom: 100n }),
  ];

  it.each<[string, string, Omit<Parameters<typeof classify>[2], "decisionDate">, Severity]>([
    ["a warning", "A", { kinds: [PenaltyKind.WARNING] }, Severity.MINOR],
    ["a warning with a fine", "A", { kinds: [PenaltyKind.WARNING, PenaltyKind.FINE], fine: 1n }, Severity.GENERAL],
    [
      "a small fine by simple procedure",
      "A",
      { kinds: [PenaltyKind.FINE], procedure: Procedure.SIMPLE_01, fine: 1n },
      Severity.MINOR,
    ],
    ["a fine", "A", { kinds: [PenaltyKind.FINE], procedure: Procedure.GENERAL_02, fine: 9_999_999n }, Severity.GENERAL],
    ["a huge fine", "A", { kinds: [PenaltyKind.FINE], fine: 10_000_000n }, Severity.SERIOUS],
    ["a licence revoked", "A", { kinds: [PenaltyKind.LICENCE_RESTRICTION] }, Severity.SERIOUS],
    ["what no rule names", "A", { kinds: [PenaltyKind.OTHER] }, Severity.GENERAL],
    ["a fine that the regulator calls serious", "R", { kinds: [PenaltyKind.FINE], fine: 100n }, Severity.SERIOUS],
  ])("of %s", (_case, authority, facts, expected) => {
    expect(classify(RULES, of(authority), { ...facts, decisionDate: "2026-05-06" })).toBe(expected);
  });

  it("takes the regulator's own rule before the national one", () => {
    expect(ruleOf(RULES, of("R"), Severity.SERIOUS, "2026-05-06").id).toBe("R-SERIOUS");
    expect(ruleOf(RULES, of("R"), Severity.MINOR, "2026-05-06").id).toBe("N-MINOR");
    expect(() => ruleOf([], of("R"), Severity.MINOR, "2026-05-06")).toThrow(/no national rule/);
  });
});
