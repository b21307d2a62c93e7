/** Editions that an operator loaded and a later release contradicts: preparing puts them aside, says so, loads what ships and loses nothing. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectPath } from "../../platform/config/index.js";
import { keepLaw } from "../../platform/law/index.js";
import { createLogger } from "../../platform/telemetry/index.js";
import { SUBGRAPHS } from "../../schema/subgraph-definitions.js";
import { runNode } from "../support/commands.js";
import { startStack, type TestStack } from "../support/stack.js";

let stack: TestStack;
let directory: string;
beforeAll(async () => {
  stack = await startStack();
  directory = mkdtempSync(join(tmpdir(), "govgraph-law-"));
});
afterAll(async () => {
  rmSync(directory, { recursive: true });
  await stack.stop();
});

const run = async (command: string, ...args: string[]): Promise<{ code: number | null; output: string }> => {
  const urls = SUBGRAPHS.map(({ name }) => [`${name.toUpperCase()}_DATABASE_URL`, stack.database.urlOf(name)]);
  const started = runNode([projectPath(`dist/commands/${command}.js`), ...args], {
    ...(Object.fromEntries(urls) as Record<string, string>),
    GOVGRAPH_DIRECTORY: directory,
  });
  const code = await started.ended;
  return { code, output: started.output() };
};

/** As an earlier release loaded it, which did not contradict it. */
const loadedBefore = async (service: string, kind: string, edition: object): Promise<string> => {
  const content = JSON.stringify(edition, undefined, 2);
  const db = stack.databases[service]!;
  await db("law_editions").insert({ kind, edition: (edition as { edition: string }).edition, content });
  // What this release ships is new to the database.
  await db("load_marks")
    .where({ name: `law: ${kind}` })
    .delete();
  return content;
};

const limits = (unit: string): object => ({
  edition: "2026-12-01",
  instruments: { LAW: { title: "演示条例", number: "演示令第1号" } },
  limits: [
    {
      ...{ id: "L22", trigger: { en: "bad rating → put right", zh: "差评 → 整改" }, unit, amount: 3 },
      ...{ instrument: "LAW", article: "第三条", since: "2020-06-01", jurisdiction: "000000", verified: true },
    },
  ],
});

const rule = (id: string, effectiveFrom: string): Record<string, unknown> => ({
  ...{ id, severity: "GENERAL", minMonths: 3, maxMonths: 6, whenUnperformed: "ENDS", kinds: ["OTHER"] },
  ...{ simpleProcedure: false, basis: "演示令", docNo: "演示令第2号", effectiveFrom, jurisdiction: "000000" },
  verified: true,
});

const divisions = {
  edition: "2026-12-01",
  jurisdiction: "220000",
  documents: { D: { title: "测试用批复", number: "测〔2026〕1号" } },
  changes: [
    {
      code: "222407",
      name: "汪清市",
      level: "COUNTY",
      parent: "222400",
      validFrom: "2026-09-01",
      document: "D",
      verified: true,
    },
  ],
};

const ruleIds = async (): Promise<string[]> =>
  (
    await stack.ask(`{ severityRules(first: 100, jurisdiction: "000000") { nodes { id } } }`)
  ).body.data.severityRules.nodes.map(({ id }: { id: string }) => id);

const limitOf = async (): Promise<unknown> =>
  (await stack.ask(`{ legalTimeLimit(id: "L22") { unit amount effectiveFrom } }`)).body.data.legalTimeLimit;

describe("an edition that this release contradicts", () => {
  it("is put aside by preparing with why, what ships holds, and it can be written out as it was loaded", async () => {
    const credit = stack.databases["credit"]!;
    const texts = {
      "time-limits": await loadedBefore("matters", "time-limits", limits("D")),
      "severity-rules": await loadedBefore("credit", "severity-rules", {
        edition: "2026-12-01",
        rules: [rule("T-TWICE", "2026-04-01"), rule("T-LATER", "2027-01-01")],
      }),
      divisions: await loadedBefore("reference", "divisions", divisions),
    };
    // Its rules stand in the table, as that release wrote them.
    for (const of of [rule("T-TWICE", "2026-04-01"), rule("T-LATER", "2027-01-01")])
      await credit("severity_rules").insert({
        ...{ id: of["id"], severity: "GENERAL", min_months: 3, max_months: 6, kinds: ["OTHER"] },
        ...{ simple_procedure: false, basis: "演示令", effective_from: of["effectiveFrom"], jurisdiction: "000000" },
      });
    expect(await ruleIds()).toContain("T-TWICE");
    const agreeing = { edition: "2026-11-30", rules: [rule("T-AGREES", "2028-01-01")] };
    await credit("law_editions").where({ kind: "severity-rules" }).delete();
    await loadedBefore("credit", "severity-rules", agreeing);
    await credit("law_editions").insert({
      kind: "severity-rules",
      edition: "2026-12-01",
      content: texts["severity-rules"],
    });

    const early = await run("import", "legal-bases", projectPath("schema/legal-bases.json"));
    expect([early.code, early.output]).toEqual([
      1,
      expect.stringMatching(/L22 is counted in WD by the product, not in D.*Run npm run migrate first/s),
    ]);

    // What the police fined and a law seals: an earlier release did not see it, because the authority's name alone says so.
    const [model] = (await credit("penalties").where("id", "CF-GOLDEN-1")) as Record<string, unknown>[];
    const police = (await stack.databases["reference"]!("organizations")
      .whereLike("name", "%公安局%")
      .whereNotNull("uscc")
      .first("uscc")) as {
      uscc: string;
    };
    const stored = { ...model, id: "T-POLICE", doc_no: "罚〔2026〕1号", basis: null, authority_uscc: police.uscc };
    await credit("penalties").insert(stored);

    const { code, output } = await run("migrate");
    expect(code).toBe(0);
    expect(output).toContain("credit: 1 stored record closed or put under another rule, by the rules in force");
    expect(await credit("penalties").where("id", "T-POLICE").pluck("sealed_by")).toEqual(["PUBLIC_SECURITY"]);
    const told = output.split("\n").filter((line) => line.includes("is put aside"));
    expect(told).toEqual([
      expect.stringMatching(
        /^reference: the edition of 2026-12-01 of divisions .*222424 and 222407 汪清市 are one place/,
      ),
      expect.stringMatching(
        /^matters: the edition of 2026-12-01 of time-limits .*L22 is counted in WD by the product, not in D/,
      ),
      expect.stringMatching(
        /^credit: the edition of 2026-12-01 of severity-rules .*two rules for GENERAL of the nation since 2026-04-01/,
      ),
    ]);
    expect(await ruleIds()).toEqual(["L23-GENERAL", "L23-MINOR", "L23-SERIOUS", "T-AGREES"]);
    expect((await stack.ask(`{ division(code: "222407") { name } }`)).body.data.division).toBeNull();
    for (const [kind, text] of Object.entries(texts)) expect((await run("law", kind)).output).toBe(`${text}\n`);
    const all = (await run("law")).output.trim().split("\n");
    expect(all.map((line) => line.replace(/, put aside: .*/, ", put aside"))).toEqual([
      "reference: divisions of 2026-12-01, put aside",
      "matters: time-limits of 2026-12-01, put aside",
      "credit: severity-rules of 2026-11-30",
      "credit: severity-rules of 2026-12-01, put aside",
    ]);
    // Nothing is left to do.
    expect((await run("migrate")).output).not.toContain("put aside");
  });

  it("is told by a service that starts, with a code of its own, and what ships is in force", async () => {
    const lines: Record<string, unknown>[] = [];
    const write = (line: string): void => void lines.push(JSON.parse(line) as Record<string, unknown>);
    const log = createLogger({ name: "test", level: "info", destination: { write } });
    (await keepLaw({ db: stack.databases["matters"]!, log, everyMs: 3_600_000 })).stop();
    expect(lines).toEqual([
      expect.objectContaining({
        ...{ code: "LAW_SET_ASIDE", kind: "time-limits", edition: "2026-12-01" },
        why: expect.stringContaining("L22 is counted in WD by the product, not in D"),
      }),
    ]);
    expect(await limitOf()).toEqual({ unit: "WORKING_DAY", amount: 15, effectiveFrom: "2019-12-03" });
  });

  it("gives its place to one that agrees", async () => {
    const file = join(directory, "limits.json");
    writeFileSync(file, JSON.stringify(limits("WD")));
    const { code, output } = await run("import", "time-limits", file);
    expect([code, output.match(/edition 2026-12-01 loaded/g)]).toEqual([0, Array(6).fill("edition 2026-12-01 loaded")]);
    (await keepLaw({ db: stack.databases["matters"]!, log: createLogger({ name: "test", level: "silent" }) })).stop();
    expect(await limitOf()).toEqual({ unit: "WORKING_DAY", amount: 3, effectiveFrom: "2020-06-01" });
  });

  it("of sealing laws closes at once what is stored and cites the law, and nothing in a dry run", async () => {
    const credit = stack.databases["credit"]!;
    const [model] = (await credit("penalties").where("id", "CF-GOLDEN-1")) as Record<string, unknown>[];
    const stored = { ...model, id: "T-SEALED", doc_no: "罚〔2026〕2号", basis: "《演示封存法》第三条" };
    await credit("penalties").insert(stored);
    const seen = async (): Promise<unknown> =>
      (await stack.ask(`{ administrativePenalty(docNo: "罚〔2026〕2号") { id } }`)).body.data.administrativePenalty;
    const file = join(directory, "sealing-laws.json");
    const law = {
      ...{ id: "DEMONSTRATION", title: "演示封存法", number: "演示令第1号", article: "第三条", since: "2026-06-01" },
      ...{ jurisdiction: "000000", verified: true, what: { en: "demonstrations", zh: "演示" }, record: "PENALTY" },
      citedAs: ["演示封存法"],
    };
    writeFileSync(file, JSON.stringify({ edition: "2026-12-02", laws: [law] }));
    const dry = await run("import", "sealing-laws", file, "--dry-run");
    expect(dry.output).toContain("DEMONSTRATION: added, demonstrations since 2026-06-01, by 演示封存法 第三条");
    expect([dry.code, await seen()]).toEqual([0, { id: "T-SEALED" }]);
    const { code, output } = await run("import", "sealing-laws", file);
    expect([code, output]).toEqual([0, expect.stringContaining("credit: 1 stored record closed")]);
    expect(await seen()).toBeNull();
    expect(await credit("penalties").where("id", "T-SEALED").pluck("sealed_by")).toEqual(["DEMONSTRATION"]);
  });

  it("is not replaced by a dry run, which says what would change and keeps nothing", async () => {
    const kept = async (): Promise<unknown> =>
      stack.databases["matters"]!("law_editions").count({ count: "*" }).first();
    const before = await kept();
    const file = join(directory, "procedures.json");
    const procedure = {
      ...{ id: "MARKET", what: { en: "market", zh: "超市" }, title: "某市规定", number: "某政规〔2026〕1号" },
      ...{ since: "2026-12-01", jurisdiction: "220100", verified: true, figures: { LEAST_BIDS: [2] } },
    };
    writeFileSync(file, JSON.stringify({ edition: "2026-12-02", procedures: [procedure] }));
    const { code, output } = await run("import", "procedures", file, "--dry-run");
    expect([code, output]).toEqual([0, expect.stringContaining("Checked; nothing was written.")]);
    expect(output).toContain("MARKET: changes, since 2026-12-01, by 某市规定（某政规〔2026〕1号）, LEAST_BIDS 2");
    expect(await kept()).toEqual(before);
    // What leaves out a figure by which the product counts is refused, dry or not.
    writeFileSync(file, JSON.stringify({ edition: "2026-12-02", procedures: [{ ...procedure, figures: {} }] }));
    const refused = await run("import", "procedures", file, "--dry-run");
    expect([refused.code, refused.output]).toEqual([
      ...[1, expect.stringContaining("MARKET does not say LEAST_BIDS, which the product counts by")],
    ]);
  });
});
