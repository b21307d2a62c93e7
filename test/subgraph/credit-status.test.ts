/** The state machines and rules of credit as tables: every step named, states of a day typed by hand, severity by rules. */
import "reflect-metadata";
import fc from "fast-check";
import { ANONYMOUS } from "../../platform/auth/index.js";
import { canRead } from "../../platform/disclosure/admission/index.js";
import { PenaltyKind, Procedure, Severity } from "../../subgraphs/credit/penalty/penalty.enums.js";
import { PublicityState } from "../../subgraphs/credit/penalty/penalty.machine.js";
import { WHOSE_PENALTY } from "../../subgraphs/credit/penalty/penalty.policy.js";
import {
  isWithinPeriod,
  publicityUntil,
  repairEligibleOn,
  stateOn,
  type PublicityFacts,
} from "../../subgraphs/credit/penalty/penalty.status.js";
import { isLate } from "../../subgraphs/credit/publication/publication.status.js";
import { classify, ruleOf, type SeverityRuleFacts } from "../../subgraphs/credit/severity-rule/severity-rule.js";

describe("the state of a penalty on a day", () => {
  const GENERAL = { minMonths: 3, maxMonths: 12 };
  const facts: PublicityFacts = { decisionDate: "2026-01-31", publishedOn: "2026-02-05", minor: false };
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
    ["of a minor", { minor: true }, "2026-03-01", NOT_PUBLISHED],
    ["never published", { publishedOn: undefined }, "2026-12-01", NOT_PUBLISHED],
  ])("%s", (_case, changes, day, expected) => {
    expect(stateOn({ ...facts, ...changes }, GENERAL, day)).toBe(expected);
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
      minor: fc.boolean(),
    });
    fc.assert(
      fc.property(generated, fc.constantFrom("2026-02-05", "2026-03-01", "2026-06-01", "2027-02-01"), (held, today) => {
        const row = {
          counterparty_minor: held.minor,
          published_on: held.publishedOn,
          withdrawn_on: held.withdrawnOn,
          repaired_on: held.repairedOn,
          republished_on: held.republishedOn,
          shielded_from: held.shieldedFrom,
          shielded_to: held.shieldedTo,
          publicity_ends_on: publicityUntil(held, GENERAL),
          counterparty_hash: null,
          counterparty_uscc: null,
          authority_uscc: null,
          division_code: null,
        };
        expect(canRead(WHOSE_PENALTY, { viewer: ANONYMOUS, today }, row)).toBe(
          stateOn(held, GENERAL, today) === PUBLISHED,
        );
      }),
      { numRuns: 2_000 },
    );
  });

  it("counts months from the day of the decision, to the last day of a short month", () => {
    expect(publicityUntil({ ...facts, decisionDate: "2025-11-30" }, { minMonths: 0, maxMonths: 3 })).toBe("2026-02-28");
    expect(
      repairEligibleOn({ ...facts, decisionDate: "2025-11-30" }, { minMonths: 3, maxMonths: 12 }, "2026-01-01"),
    ).toBe("2026-02-28");
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
    kinds: [],
    simpleProcedure: false,
    ...more,
  });
  const RULES = [
    rule(Severity.MINOR, { kinds: [PenaltyKind.WARNING, PenaltyKind.CRITICISM], simpleProcedure: true }),
    rule(Severity.GENERAL, { kinds: [PenaltyKind.FINE] }),
    rule(Severity.SERIOUS, { kinds: [PenaltyKind.LICENCE_RESTRICTION], fineFrom: 10_000_000n }),
    rule(Severity.SERIOUS, { id: "R-SERIOUS", regulatorUscc: "R", kinds: [], fineFrom: 100n }),
  ];

  it.each<[string, string, Parameters<typeof classify>[2], Severity]>([
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
    expect(classify(RULES, authority, facts)).toBe(expected);
  });

  it("takes the regulator's own rule before the national one", () => {
    expect(ruleOf(RULES, "R", Severity.SERIOUS).id).toBe("R-SERIOUS");
    expect(ruleOf(RULES, "R", Severity.MINOR).id).toBe("N-MINOR");
    expect(() => ruleOf([], "R", Severity.MINOR)).toThrow(/no national rule/);
  });
});
