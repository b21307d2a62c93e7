/** Severity rules as data: what ships, what a file may not say, and which rule counts for a decision of a day. */
import type { Knex } from "knex";
import { limitRule, usccFromParts } from "../../platform/domain/index.js";
import { createRecordKey, parseRecordKeys } from "../../platform/import/index.js";
import { findLawEdition, loadLawEdition, loadShippedLaw } from "../../platform/law/index.js";
import { SUBGRAPHS } from "../../schema/subgraph-definitions.js";
import { PenaltyKind, Severity } from "../../subgraphs/credit/penalty/penalty.enums.js";
import { parseSeverityRules } from "../../subgraphs/credit/severity-rule/severity-rule-file.js";
import { SEVERITY_RULE_LAW } from "../../subgraphs/credit/severity-rule/severity-rule.law.js";
import { findSeverityRules } from "../../subgraphs/credit/severity-rule/severity-rule.repository.js";
import {
  classify,
  ruleOf,
  type Decider,
  type SeverityRuleFacts,
} from "../../subgraphs/credit/severity-rule/severity-rule.js";
import { importPenalties } from "../support/penalty-file.js";
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
const of = (uscc: string): Decider => ({ uscc, division: "990101" });
const NATIONAL = { regulatorId: undefined, regulatorUscc: undefined, jurisdiction: "000000" };
const OF_PROVINCE = { system: "MARKET_SUPERVISION", jurisdiction: "220000" };
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

  it("are listed for everybody with their source, narrowed by day, severity, place and confirmation", async () => {
    const listed = async (args = "", fields = "id"): Promise<unknown> => {
      const { body } = await stack.ask(`{ severityRules(first: 100 ${args}) { totalCount nodes { ${fields} } } }`, {
        headers: { "accept-language": "en" },
      });
      return body.data.severityRules;
    };
    const nodes = (...ids: string[]): object => ({ totalCount: ids.length, nodes: ids.map((id) => ({ id })) });
    // The province of the demonstration tries rules for market supervision in one city.
    expect(await listed()).toEqual(nodes("222404-GENERAL", "222404-MINOR", "L23-GENERAL", "L23-MINOR", "L23-SERIOUS"));
    expect(await listed(`jurisdiction: "000000"`)).toEqual(nodes("L23-GENERAL", "L23-MINOR", "L23-SERIOUS"));
    expect(await listed('severity: MINOR, on: "2026-04-01", jurisdiction: "000000"')).toEqual(nodes("L23-MINOR"));
    expect(await listed(`on: "2026-03-31", jurisdiction: "000000"`)).toEqual(nodes());
    expect(
      await listed(
        `severity: SERIOUS, jurisdiction: "000000"`,
        "id severity kinds fineFrom simpleProcedure minMonths maxMonths whenUnperformed basis docNo articleNo effectiveFrom jurisdiction verified note regulator { id }",
      ),
    ).toEqual({
      totalCount: 1,
      nodes: [
        {
          ...{ id: "L23-SERIOUS", severity: "SERIOUS", fineFrom: "100000.00", simpleProcedure: false },
          ...{ kinds: ["LICENCE_RESTRICTION", "BUSINESS_RESTRICTION", "DETENTION"], minMonths: 12, maxMonths: 36 },
          ...{ whenUnperformed: "UNTIL_PERFORMED", basis: "信用修复管理办法", effectiveFrom: "2026-04-01" },
          ...{
            docNo: "国家发展和改革委员会令第36号",
            articleNo: null,
            jurisdiction: "000000",
            verified: false,
            note: expect.stringContaining("100,000 yuan is a value for demonstration"),
            regulator: null,
          },
        },
      ],
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
    [
      "two rules of one system, place and day",
      [rule("A", OF_PROVINCE), rule("B", { ...OF_PROVINCE, kinds: [] })],
      "there are two rules for GENERAL of MARKET_SUPERVISION in 220000 since 2026-05-01",
    ],
    [
      "a kind of two severities by one system in one place",
      [rule("A", OF_PROVINCE), rule("B", { ...OF_PROVINCE, severity: "SERIOUS", minMonths: 12 })],
      "FINE of MARKET_SUPERVISION in 220000 is of two severities since 2026-05-01",
    ],
    [
      "minor for four months by a system",
      [rule("A", { ...OF_PROVINCE, severity: "MINOR", minMonths: 0, maxMonths: 4, whenUnperformed: "ENDS" })],
      "MINOR is public for 0 to 3 months",
    ],
    ["a system that is none", [rule("A", { system: "market" })], "is no name of a system"],
    ["half of who set a system's rule", [rule("A", { ...OF_PROVINCE, regulatorUscc: undefined })], "half of who"],
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

  it("lies below what ships later, and its own rules stay; earlier files that were loaded are not forgotten", async () => {
    await load([rule("T-GENERAL")], "2026-12-02");
    const { rules } = JSON.parse(SEVERITY_RULE_LAW.shipped()) as { rules: { id: string }[] };
    const corrected = rules.map((entry) => (entry.id === "L23-GENERAL" ? { ...entry, maxMonths: 6 } : entry));
    await load([corrected.find(({ id }) => id === "L23-GENERAL")!], "2026-12-03");
    await load([rule("T-GENERAL-3", { effectiveFrom: "2028-01-01" })], "2026-12-04");
    const months = async (): Promise<unknown> =>
      (await findSeverityRules(db)).find(({ id }) => id === "L23-GENERAL")!.maxMonths;
    expect(await months()).toBe(6);
    const release = (edition: string): Promise<unknown> =>
      loadShippedLaw(db, { ...SEVERITY_RULE_LAW, shipped: () => JSON.stringify({ edition, rules }) });
    expect([await release("2026-12-01"), await months()]).toEqual([[], 6]);
    expect([await release("2026-12-05"), await months()]).toEqual([[], 12]);
    expect((await findSeverityRules(db)).map(({ id }) => id)).toEqual(
      expect.arrayContaining(["T-GENERAL", "T-GENERAL-3"]),
    );
    await db("law_editions").where("kind", "severity-rules").delete();
    await db("severity_rules").where("id", "T-GENERAL-3").delete();
    await loadShippedLaw(db, SEVERITY_RULE_LAW);
  });

  it("is refused where a kind is of two severities while spans overlap, whatever the days of the rules", () => {
    const serious = (since: string): object =>
      rule("S", { severity: "SERIOUS", minMonths: 12, maxMonths: 12, effectiveFrom: since });
    const fault = "FINE of 11990101MB9000015E is of two severities since 2027-01-01";
    expect(() => parseSeverityRules("rules.json", file([rule("G"), serious("2027-01-01")]))).toThrow(fault);
    const none = rule("G-2", { kinds: [], effectiveFrom: "2027-01-01" });
    expect(parseSeverityRules("rules.json", file([rule("G"), serious("2027-01-01"), none])).rules).toHaveLength(3);
    expect(() => parseSeverityRules("rules.json", file([rule("G"), serious("2026-06-01"), none]))).toThrow(
      "since 2026-06-01",
    );
    // Another regulator's rules are its own.
    const other = { regulatorId: "CN-USCC-X", regulatorUscc: "12990101MB90000236" };
    expect(
      parseSeverityRules("rules.json", file([rule("G"), rule("S", { ...other, severity: "SERIOUS", minMonths: 12 })]))
        .rules,
    ).toHaveLength(2);
  });

  it("adds a later version, which counts for decisions from its day on", async () => {
    const serious = { severity: "SERIOUS", minMonths: 12, maxMonths: 24, kinds: [], fineFrom: "5000.00" };
    await load([rule("T-GENERAL-2", { effectiveFrom: "2026-09-01" }), rule("T-SERIOUS", serious)], "2026-12-01");
    const rules = await findSeverityRules(db);
    const idOf = (day: string): string => ruleOf(rules, of(REGULATOR), Severity.GENERAL, day).id;
    expect(["2026-08-31", "2026-09-01", "2026-01-01"].map(idOf)).toEqual(["T-GENERAL", "T-GENERAL-2", "L23-GENERAL"]);
    expect(ruleOf(rules, of("91990101MA9000011P"), Severity.GENERAL, "2026-09-01").id).toBe("L23-GENERAL");
    const fined = (fine: bigint): Severity =>
      classify(rules, of(REGULATOR), { kinds: [PenaltyKind.FINE], fine, decisionDate: "2026-09-01" });
    expect([fined(499_999n), fined(500_000n)]).toEqual([Severity.GENERAL, Severity.SERIOUS]);
  });
});

describe("a rule of a system in a place", () => {
  const PROVINCE = {
    ...OF_PROVINCE,
    ...{ regulatorId: "CN-USCC-PROVINCE", regulatorUscc: "12990101MB90000236", basis: "吉林省演示规定" },
  };
  const keys = parseRecordKeys(createRecordKey("systems"));
  const codeOf = async (division: string, purpose: string): Promise<string> =>
    (
      (await stack.databases["reference"]!("organizations")
        .where("division_code", division)
        .whereLike("name", `%${purpose}%`)
        .first("uscc")) as { uscc: string }
    ).uscc;

  it("decides for the bureaus of that system in all counties of the province, and for no other system or province", async () => {
    const [market, emergency] = [await codeOf("222403", "市场监督管理"), await codeOf("222403", "应急管理")];
    // A county of another province has its bureau of market supervision too.
    const reference = stack.databases["reference"]!;
    const [model] = (await reference("organizations").where("uscc", market)) as Record<string, unknown>[];
    const elsewhere = usccFromParts("11", "990101", "MB900099");
    await reference("organizations").insert({
      ...{ id: "T-ELSEWHERE", uscc: elsewhere, name: "和平区市场监督管理局（演示）", division_code: "210102" },
      ...{ kind: model!["kind"], status: model!["status"], search: "和平区市场监督管理局" },
    });
    const serious = { severity: "SERIOUS", minMonths: 12, maxMonths: 24, kinds: [], fineFrom: "5000.00" };
    const rules = [rule("T-JL-GENERAL", PROVINCE), rule("T-JL-SERIOUS", { ...PROVINCE, ...serious })];
    await load(rules, "2026-12-10");
    const line = (
      docNo: string,
      authority: string,
      more: object = {},
    ): Parameters<typeof importPenalties>[1][number] => ({
      ...{ docNo, authority, severity: "", decided: "2026-08-03" },
      ...more,
    });
    const summary = await importPenalties(
      stack,
      [
        line("敦市监罚〔2026〕1号", market),
        line("敦市监罚〔2026〕2号", market, { fineWan: "0.6" }),
        line("敦市监罚〔2026〕3号", market, { fineWan: "0.6", decided: "2026-04-30" }),
        line("敦应急罚〔2026〕4号", emergency, { fineWan: "0.6" }),
        line("沈市监罚〔2026〕5号", elsewhere, { fineWan: "0.6" }),
      ],
      keys,
    );
    expect(summary.quarantined).toEqual([]);
    const told = async (docNo: string): Promise<unknown> => {
      const fields = "severity repairEligibleOn publicityUntil publicityRule { id system jurisdiction basis }";
      const { body } = await stack.ask(`query($n: String) { administrativePenalty(docNo: $n) { ${fields} } }`, {
        variables: { n: docNo },
      });
      return body.data.administrativePenalty;
    };
    const ofProvince = (id: string): object => ({ id, ...OF_PROVINCE, basis: "吉林省演示规定" });
    const national = { id: "L23-GENERAL", system: null, jurisdiction: "000000", basis: "信用修复管理办法" };
    const general = { severity: "GENERAL", repairEligibleOn: "2026-11-03", publicityUntil: "2027-08-03" };
    expect(await told("敦市监罚〔2026〕1号")).toEqual({
      ...{ ...general, repairEligibleOn: "2027-02-03" },
      publicityRule: ofProvince("T-JL-GENERAL"),
    });
    expect(await told("敦市监罚〔2026〕2号")).toEqual({
      ...{ severity: "SERIOUS", repairEligibleOn: "2027-08-03", publicityUntil: "2028-08-03" },
      publicityRule: ofProvince("T-JL-SERIOUS"),
    });
    expect(await told("敦市监罚〔2026〕3号")).toEqual({
      ...{ severity: "GENERAL", repairEligibleOn: "2026-07-30", publicityUntil: "2027-04-30" },
      publicityRule: national,
    });
    for (const docNo of ["敦应急罚〔2026〕4号", "沈市监罚〔2026〕5号"])
      expect(await told(docNo)).toEqual({ ...general, publicityRule: national });
  });

  it("that changes reaches what is stored: classified by the rules again, closed or public for less long, never for longer", async () => {
    const market = await codeOf("222403", "市场监督管理");
    const [byRule, bySource, before] = ["敦市监罚〔2026〕11号", "敦市监罚〔2026〕12号", "敦市监罚〔2026〕13号"];
    const line = { docNo: byRule!, authority: market, severity: "", published: "2026-08-05" };
    const lines = [
      line,
      { ...line, docNo: bySource!, severity: "一般", until: "2027-06-03" },
      { ...line, docNo: before!, decided: "2026-07-31" },
    ];
    await importPenalties(stack, lines, keys);
    const told = async (): Promise<unknown[]> => {
      const fields = "severity publicityUntil publicityRule { id }";
      const found: unknown[] = [];
      for (const n of [byRule, bySource, before]) {
        const query = `query($n: String) { administrativePenalty(docNo: $n) { ${fields} } }`;
        const { body } = await stack.ask(query, { variables: { n } });
        const penalty = body.data.administrativePenalty;
        found.push(penalty && [penalty.severity, penalty.publicityUntil, penalty.publicityRule.id]);
      }
      return found;
    };
    const untouched = ["GENERAL", "2027-07-31", "T-JL-GENERAL"];
    expect(await told()).toEqual([
      ["GENERAL", "2027-08-03", "T-JL-GENERAL"],
      ["GENERAL", "2027-06-03", "T-JL-GENERAL"],
      untouched,
    ]);
    const { reconsider } = SUBGRAPHS.find(({ name }) => name === "credit")!;
    const run = (): Promise<number> => reconsider!.run(db, stack.batchCall, "2026-09-28");
    await run();
    const since = { ...PROVINCE, effectiveFrom: "2026-08-01" };
    const minor = { severity: "MINOR", minMonths: 0, maxMonths: 0, whenUnperformed: "ENDS", kinds: ["FINE"] };
    await load(
      [rule("T-JL-GENERAL-2", { ...since, kinds: [], maxMonths: 8 }), rule("T-JL-MINOR", { ...since, ...minor })],
      "2026-12-12",
    );
    // The province's minor penalties of the first test are closed too.
    expect([await run(), await run()]).toEqual([3, 0]);
    expect(await told()).toEqual([null, ["GENERAL", "2027-04-03", "T-JL-GENERAL-2"], untouched]);
    expect(
      await db("penalties").where("doc_no", byRule).select("severity", "severity_rule_id", "published_on"),
    ).toEqual([{ severity: "MINOR", severity_rule_id: "T-JL-MINOR", published_on: null }]);
    // What would open or prolong waits for the export.
    const later = { ...PROVINCE, effectiveFrom: "2026-08-02" };
    await load([rule("T-JL-GENERAL-3", later), rule("T-JL-MINOR-2", { ...later, ...minor, kinds: [] })], "2026-12-13");
    expect(await run()).toBe(0);
    expect(await told()).toEqual([null, ["GENERAL", "2027-04-03", "T-JL-GENERAL-2"], untouched]);
    await importPenalties(stack, lines, keys);
    expect(await told()).toEqual([
      ["GENERAL", "2027-08-03", "T-JL-GENERAL-3"],
      ["GENERAL", "2027-06-03", "T-JL-GENERAL-3"],
      untouched,
    ]);
  });

  it("gives way to a bureau's own and to a narrower place's; of one place the later counts, of none the nation's", async () => {
    const shipped = await findSeverityRules(db);
    const of = (id: string, more: Partial<SeverityRuleFacts>): SeverityRuleFacts => ({
      ...shipped.find((known) => known.id === "L23-GENERAL")!,
      ...{ id, system: "MARKET_SUPERVISION", effectiveFrom: "2026-05-01" },
      ...more,
    });
    const rules = [
      ...shipped.filter(({ system, regulatorUscc }) => system === undefined && regulatorUscc === undefined),
      of("MINISTRY", { jurisdiction: "000000", effectiveFrom: "2026-09-01" }),
      of("PROVINCE", { jurisdiction: "220000" }),
      of("PROVINCE-LATER", { jurisdiction: "220000", effectiveFrom: "2026-08-01" }),
      of("PREFECTURE", { jurisdiction: "222400", effectiveFrom: "2026-07-01" }),
      of("BUREAU", { system: undefined, regulatorUscc: "OWN", jurisdiction: "222403", effectiveFrom: "2026-06-01" }),
    ];
    const found = (uscc: string, division: string, on: string, system: string | null = "MARKET_SUPERVISION"): string =>
      ruleOf(rules, { uscc, division, system }, Severity.GENERAL, on).id;
    expect(found("OWN", "222403", "2026-09-01")).toBe("BUREAU");
    expect(found("OWN", "222403", "2026-05-31")).toBe("PROVINCE");
    expect(found("A", "222403", "2026-09-01")).toBe("PREFECTURE");
    expect(found("A", "222403", "2026-06-30")).toBe("PROVINCE");
    expect(found("A", "220102", "2026-07-31")).toBe("PROVINCE");
    expect(found("A", "220102", "2026-09-01")).toBe("PROVINCE-LATER");
    expect(found("A", "210102", "2026-09-01")).toBe("MINISTRY");
    expect(found("A", "210102", "2026-08-31")).toBe("L23-GENERAL");
    expect(found("A", "222403", "2026-09-01", "ECOLOGY")).toBe("L23-GENERAL");
    expect(found("A", "222403", "2026-09-01", null)).toBe("L23-GENERAL");
  });

  it("may differ from that of another place, and is refused for a system of which no bureau is known", async () => {
    const serious = { severity: "SERIOUS", minMonths: 12, maxMonths: 24 };
    const elsewhere = rule("B", { ...PROVINCE, ...serious, jurisdiction: "210000" });
    expect(parseSeverityRules("rules.json", file([rule("A", PROVINCE), elsewhere])).rules).toHaveLength(2);
    const before = await findSeverityRules(db);
    for (const system of ["ECOLOGY", "GENERAL"])
      await expect(load([rule("T-NOBODY", { ...PROVINCE, system })], "2026-12-14")).rejects.toThrow(
        `T-NOBODY is of ${system}, a system without measures of repair`,
      );
    expect(await findSeverityRules(db)).toEqual(before);
    await load([rule("T-MINISTRY", { ...PROVINCE, jurisdiction: "000000" })], "2026-12-14");
    const { body } = await stack.ask(
      `{ severityRules(first: 100, jurisdiction: "000000", severity: GENERAL) { nodes { id system regulator { id } } } }`,
    );
    expect(body.data.severityRules.nodes).toEqual([
      { id: "L23-GENERAL", system: null, regulator: null },
      { id: "T-MINISTRY", system: "MARKET_SUPERVISION", regulator: { id: "CN-USCC-PROVINCE" } },
    ]);
  });
});
