/** Severity rules as data: what ships, what a file may not say, and which rule counts for a decision of a day. */
import type { Knex } from "knex";
import { limitRule } from "../../platform/domain/index.js";
import { findLawEdition, loadLawEdition } from "../../platform/law/index.js";
import { PenaltyKind, Severity } from "../../subgraphs/credit/penalty/penalty.enums.js";
import { parseSeverityRules, SEVERITY_RULE_LAW } from "../../subgraphs/credit/severity-rule/severity-rule.law.js";
import { findSeverityRules } from "../../subgraphs/credit/severity-rule/severity-rule.repository.js";
import { classify, ruleOf } from "../../subgraphs/credit/severity-rule/severity-rule.js";
import { startStack, type TestStack } from "../support/stack.js";

let stack: TestStack;
let db: Knex;
beforeAll(async () => {
  stack = await startStack();
  db = stack.databases["credit"]!;
});
afterAll(() => stack.stop());

const REGULATOR = "11990101MB9000015E";
const rule = (id: string, more: object = {}): object => ({
  ...{ id, regulatorId: `CN-USCC-${REGULATOR}`, regulatorUscc: REGULATOR, severity: "GENERAL" },
  ...{ minMonths: 6, maxMonths: 12, whenUnperformed: "UNTIL_PERFORMED", kinds: ["FINE"], simpleProcedure: false },
  ...{ basis: "演示细则", docNo: "演监规〔2026〕1号", articleNo: "第三条", effectiveFrom: "2026-05-01" },
  ...{ jurisdiction: "990101", verified: true, ...more },
});
const NATIONAL = { regulatorId: undefined, regulatorUscc: undefined, jurisdiction: "000000" };
const file = (rules: readonly object[], edition = "2026-11-29"): string => JSON.stringify({ edition, rules });
const load = (rules: readonly object[], edition: string): Promise<boolean> =>
  loadLawEdition(db, SEVERITY_RULE_LAW, { edition, content: file(rules, edition) });

describe("the rules that ship", () => {
  it("bound publicity by the months of L23, whose figures the limits have too", () => {
    const { rules } = parseSeverityRules("shipped", SEVERITY_RULE_LAW.shipped());
    expect(rules.map(({ id, minMonths, maxMonths }) => [id, minMonths, maxMonths])).toEqual([
      ["L23-MINOR", 0, 0],
      ["L23-GENERAL", 3, 12],
      ["L23-SERIOUS", 12, 36],
    ]);
    for (const { id, minMonths, maxMonths } of rules)
      expect([id, limitRule(id).minimum ?? 0, limitRule(id).amount]).toEqual([id, minMonths, maxMonths]);
  });

  it("are told with a penalty, with their source and that kinds and fine were not read in it", async () => {
    const { body } = await stack.ask(
      `{ penalties(first: 100) { nodes { severity publicityRule { id minMonths maxMonths basis docNo effectiveFrom jurisdiction verified regulator { id } } } } }`,
    );
    const found = (body.data.penalties.nodes as { severity: string; publicityRule: Record<string, unknown> }[]).find(
      ({ publicityRule }) => publicityRule["id"] === "L23-GENERAL",
    );
    expect(found).toEqual({
      severity: "GENERAL",
      publicityRule: {
        ...{ id: "L23-GENERAL", minMonths: 3, maxMonths: 12, basis: "信用修复管理办法" },
        ...{ docNo: "国家发展和改革委员会令第36号", effectiveFrom: "2026-04-01", jurisdiction: "000000" },
        ...{ verified: false, regulator: null },
      },
    });
  });
});

describe("a file of severity rules", () => {
  it.each([
    ["one twice", [rule("A"), rule("A", { severity: "SERIOUS", minMonths: 12, kinds: [] })], "A is there twice"],
    ["general for two months", [rule("A", { minMonths: 2 })], "GENERAL is public for 3 to 12 months"],
    ["general for longer than serious begins", [rule("A", { maxMonths: 13 })], "not for 6 to 13"],
    ["at least more than at most", [rule("A", { minMonths: 12, maxMonths: 6 })], "at least 12 and at most 6 months"],
    [
      "minor by the nation",
      [rule("A", { ...NATIONAL, severity: "MINOR", minMonths: 0, maxMonths: 1, whenUnperformed: "ENDS" })],
      "the nation publishes no minor breach",
    ],
    [
      "minor for four months",
      [rule("A", { severity: "MINOR", minMonths: 0, maxMonths: 4, whenUnperformed: "ENDS" })],
      "MINOR is public for 0 to 3 months",
    ],
    [
      "minor until it is performed",
      [rule("A", { severity: "MINOR", minMonths: 0, maxMonths: 1 })],
      "what is minor ends by time",
    ],
    ["a kind of two severities", [rule("A"), rule("B", { severity: "SERIOUS", minMonths: 12 })], "FINE of "],
    ["two rules for one severity and day", [rule("A"), rule("B", { kinds: [] })], "there are two rules for GENERAL"],
    ["half a regulator", [rule("A", { regulatorId: undefined })], "half of who its regulator is"],
    ["a credit code that is none", [rule("A", { regulatorUscc: "11990101MB9000015A" })], "is no credit code"],
    ["an unknown kind", [rule("A", { kinds: ["SCOLDING"] })], "rules.0.kinds.0"],
    ["a fine without places", [rule("A", { fineFrom: "100000" })], "is no amount in yuan"],
  ])("is refused for %s", (_name, rules, fault) => {
    expect(() => parseSeverityRules("rules.json", file(rules))).toThrow(fault);
    expect(() => parseSeverityRules("rules.json", file(rules))).toThrow(/^rules\.json is refused: /);
  });

  it("is loaded whole or not at all, also where it contradicts what is there", async () => {
    expect(await load([rule("T-GENERAL")], "2026-11-29")).toBe(true);
    expect(await load([rule("T-GENERAL")], "2026-11-29")).toBe(false);
    const before = await findSeverityRules(db);
    await expect(load([rule("T-NEW", { effectiveFrom: "2026-08-01" }), rule("T-OTHER")], "2026-11-30")).rejects.toThrow(
      "there are two rules for GENERAL of 11990101MB9000015E since 2026-05-01",
    );
    expect(await findSeverityRules(db)).toEqual(before);
    expect((await findLawEdition(db, "severity-rules"))!.edition).toBe("2026-11-29");
    await expect(load([rule("T-GENERAL")], "2026-11-28")).rejects.toThrow("which is newer than that of 2026-11-28");
    // Nothing was loaded yet, and what ships is newer.
    await db("law_editions").where("kind", "severity-rules").delete();
    await expect(load([rule("T-GENERAL")], "2020-01-01")).rejects.toThrow(
      "ships, which is newer than that of 2020-01-01",
    );
    expect(await load([rule("T-GENERAL")], "2026-11-29")).toBe(true);
  });

  it("adds a later version, which counts for decisions from its day on", async () => {
    const serious = { severity: "SERIOUS", minMonths: 12, maxMonths: 24, kinds: [], fineFrom: "5000.00" };
    await load([rule("T-GENERAL-2", { effectiveFrom: "2026-09-01" }), rule("T-SERIOUS", serious)], "2026-12-01");
    const rules = await findSeverityRules(db);
    const idOf = (day: string): string => ruleOf(rules, REGULATOR, Severity.GENERAL, day).id;
    expect(["2026-08-31", "2026-09-01", "2026-01-01"].map(idOf)).toEqual(["T-GENERAL", "T-GENERAL-2", "L23-GENERAL"]);
    expect(ruleOf(rules, "91990101MA9000011P", Severity.GENERAL, "2026-09-01").id).toBe("L23-GENERAL");
    const fined = (fine: bigint): Severity =>
      classify(rules, REGULATOR, { kinds: [PenaltyKind.FINE], fine, decisionDate: "2026-09-01" });
    expect([fined(499_999n), fined(500_000n)]).toEqual([Severity.GENERAL, Severity.SERIOUS]);
  });
});
