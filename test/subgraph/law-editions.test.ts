/** Editions of the law's data on a running system: a calendar that is loaded decides what was provisional, limits are told with their source. */
import { readFileSync } from "node:fs";
import { useLimits, useWorkCalendar, WORK_CALENDAR } from "../../platform/domain/index.js";
import { findLawEdition, keepLaw, readLawFile, writeLawEdition } from "../../platform/law/index.js";
import { refreshFigures } from "../../platform/subgraph/index.js";
import { createLogger } from "../../platform/telemetry/index.js";
import { SUBGRAPHS } from "../../schema/subgraph-definitions.js";
import { startStack, type TestStack } from "../support/stack.js";

let stack: TestStack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(async () => {
  await stack.stop();
  useWorkCalendar();
});

const lines: Record<string, unknown>[] = [];
const log = createLogger({
  name: "test",
  level: "info",
  destination: { write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>) },
});

const calendar = (holidays: string[], edition = "2026-11-29"): { edition: string; content: string } => ({
  edition,
  content: JSON.stringify({
    edition,
    source: "made up for this test",
    years: [{ year: 2027, holidays: ["2027-01-01", "2027-05-01", "2027-10-01", ...holidays], makeupDays: [] }],
  }),
});

describe("a calendar that is loaded", () => {
  const published = async (): Promise<unknown> =>
    (await stack.ask(`{ workCalendar(year: 2027) { published holidays } }`)).body.data.workCalendar;

  it("is in force once a service looks, is told, and is kept for its next start", async () => {
    const db = stack.databases["reference"]!;
    expect(await published()).toEqual({ published: false, holidays: [] });
    const kept = await keepLaw({ db, log, everyMs: 3_600_000 });
    expect(lines).toEqual([]);
    expect(await writeLawEdition(db, "work-calendar", calendar([]))).toBe(true);
    await kept.look();
    expect(await published()).toEqual({ published: true, holidays: ["2027-01-01", "2027-05-01", "2027-10-01"] });
    expect(lines).toEqual([expect.objectContaining({ code: "LAW_EDITION", edition: "2026-11-29" })]);
    await kept.look();
    expect(lines).toHaveLength(1);
    kept.stop();
    useWorkCalendar();
    (await keepLaw({ db, log, everyMs: 3_600_000 })).stop();
    expect(await published()).toMatchObject({ published: true });
  });

  it("gives way to a newer one alone, and the same again changes nothing", async () => {
    const db = stack.databases["credit"]!;
    await writeLawEdition(db, "work-calendar", calendar(["2027-02-08"], "2026-12-02"));
    expect(await writeLawEdition(db, "work-calendar", calendar(["2027-02-08"], "2026-12-02"))).toBe(false);
    await expect(writeLawEdition(db, "work-calendar", calendar([]))).rejects.toThrow(
      "The edition of 2026-12-02 is loaded, which is newer than that of 2026-11-29.",
    );
    expect(await findLawEdition(db, "work-calendar")).toMatchObject(calendar(["2027-02-08"], "2026-12-02"));
  });

  it("is what figures are computed by, also in a process that knows the shipped one alone", async () => {
    const db = stack.databases["matters"]!;
    await writeLawEdition(db, "work-calendar", calendar([]));
    useWorkCalendar();
    expect(WORK_CALENDAR.isWorkday("2027-03-01")).toBeUndefined();
    await refreshFigures(
      SUBGRAPHS.find(({ name }) => name === "matters")!,
      db,
      "2026-09-28",
    );
    expect(WORK_CALENDAR.isWorkday("2027-03-01")).toBe(true);
  });

  it("that contradicts itself, or a database that is away, leaves what is in force and is told", async () => {
    const db = stack.databases["funds"]!;
    lines.splice(0);
    await writeLawEdition(db, "work-calendar", calendar(["2026-01-01"]));
    (await keepLaw({ db, log, everyMs: 3_600_000 })).stop();
    expect(lines).toEqual([expect.objectContaining({ code: "LAW_UNREADABLE" })]);
    expect(JSON.stringify(lines)).toContain("2026-01-01 is not in 2027");
    expect(await published()).toMatchObject({ published: true });
  });
});

describe("limits of the law in the graph", () => {
  it("tell their source, and whether their figure was confirmed in it", async () => {
    const fields = `id unit amount extensionAmount extensionVerified instrument docNo articleNo effectiveFrom jurisdiction verified note`;
    const { body } = await stack.ask(
      `{ served: legalTimeLimit(id: "L14-SERVED") { ${fields} } fed: legalTimeLimit(id: "L24-FEEDBACK") { ${fields} } none: legalTimeLimit(id: "L99") { id } }`,
    );
    expect(body.data).toEqual({
      served: {
        ...{ id: "L14-SERVED", unit: "WORKING_DAY", amount: 7, extensionAmount: null, extensionVerified: null },
        ...{ instrument: "行政处罚法", docNo: "主席令第七十号", articleNo: "第六十一条、第八十五条" },
        ...{ effectiveFrom: "2021-07-15", jurisdiction: "000000", verified: true, note: null },
      },
      fed: {
        ...{ id: "L24-FEEDBACK", unit: "WORKING_DAY", amount: 10, extensionAmount: 10, extensionVerified: false },
        ...{ instrument: "信用修复管理办法", docNo: "国家发展和改革委员会令第36号", articleNo: null },
        ...{ effectiveFrom: "2026-04-01", jurisdiction: "000000", verified: false, note: expect.any(String) },
      },
      none: null,
    });
  });

  it("are listed in pages, in the reader's language, narrowed by day, place and confirmation", async () => {
    const all: string[] = [];
    for (let after: string | null = null; ;) {
      const { body } = await stack.ask(
        `query($after: String) { legalTimeLimits(first: 20, after: $after) { nodes { id } totalCount pageInfo { hasNextPage endCursor } } }`,
        { variables: { after } },
      );
      const { nodes, totalCount, pageInfo } = body.data.legalTimeLimits;
      all.push(...nodes.map(({ id }: { id: string }) => id));
      after = pageInfo.endCursor;
      if (pageInfo.hasNextPage) continue;
      expect(all).toHaveLength(totalCount);
      break;
    }
    const file = JSON.parse(readFileSync("platform/domain/law/limits.json", "utf8")) as {
      limits: { id: string; jurisdiction: string }[];
    };
    expect(all).toEqual(file.limits.map(({ id }) => id).sort());
    const ids = async (args: string): Promise<string[]> =>
      (
        await stack.ask(`{ legalTimeLimits(first: 100, ${args}) { nodes { id } } }`)
      ).body.data.legalTimeLimits.nodes.map(({ id }: { id: string }) => id);
    expect(await ids(`jurisdiction: "000000"`)).toHaveLength(
      file.limits.filter((limit) => limit.jurisdiction === "000000").length,
    );
    expect(await ids(`jurisdiction: "140581"`)).toEqual(["L26-ANSWER", "L26-CHECK", "L26-UNPUBLISHED"]);
    expect(await ids(`on: "2004-07-01"`)).toEqual(["L01", "L02", "L03", "L04", "L05", "L06", "L07"]);
    expect(await ids("verified: false")).toContain("L21");
    expect(await ids("verified: false")).not.toContain("L12");
    const note = async (language: string): Promise<unknown> =>
      (await stack.ask(`{ legalTimeLimit(id: "L21") { note trigger } }`, { headers: { "accept-language": language } }))
        .body.data.legalTimeLimit;
    expect(await note("zh")).toEqual({ note: expect.stringContaining("演示用值"), trigger: "补贴名册发放前公示" });
    expect(await note("en")).toMatchObject({ note: expect.stringContaining("Value for demonstration") });
  });
});

describe("limits that are loaded", () => {
  afterAll(() => useLimits());

  const limits = (amount: number, since: string, edition = "2026-11-29"): { edition: string; content: string } => ({
    edition,
    content: JSON.stringify({
      edition,
      instruments: { LAW: { title: "演示条例", number: "演示令第1号", inForceFrom: since } },
      limits: [
        {
          ...{ id: "L22", trigger: { en: "bad rating → put right", zh: "差评 → 整改" }, unit: "WD", amount },
          ...{ instrument: "LAW", article: "第三条", since, jurisdiction: "000000", verified: true },
        },
      ],
    }),
  });
  const shown = async (on?: string): Promise<unknown> => {
    const fields = "{ nodes { id amount docNo articleNo effectiveFrom verified } }";
    const { body } = await stack.ask(`{ legalTimeLimits(first: 100 ${on ? `, on: "${on}"` : ""}) ${fields} }`);
    return body.data.legalTimeLimits.nodes.find(({ id }: { id: string }) => id === "L22");
  };
  const before = { id: "L22", amount: 15, docNo: "国办发〔2019〕51号", articleNo: null, effectiveFrom: "2019-12-03" };

  it("are in force once a service looks, in the version of the day, and are kept for its next start", async () => {
    const db = stack.databases["matters"]!;
    lines.splice(0);
    expect(await shown()).toEqual({ ...before, verified: false });
    const kept = await keepLaw({ db, log, everyMs: 3_600_000 });
    lines.splice(0);
    expect(await writeLawEdition(db, "time-limits", limits(10, "2026-06-01"))).toBe(true);
    await kept.look();
    kept.stop();
    expect(lines).toEqual([
      expect.objectContaining({ code: "LAW_EDITION", kind: "time-limits", edition: "2026-11-29" }),
    ]);
    const loaded = { id: "L22", amount: 10, docNo: "演示令第1号", articleNo: "第三条", effectiveFrom: "2026-06-01" };
    expect(await shown()).toEqual({ ...loaded, verified: true });
    expect(await shown("2026-05-31")).toEqual({ ...before, verified: false });
    useLimits();
    expect(await shown()).toMatchObject({ amount: 15 });
    (await keepLaw({ db, log, everyMs: 3_600_000 })).stop();
    expect(await shown()).toMatchObject({ amount: 10 });
  });

  it("that contradict themselves leave what is in force, and the calendar is read all the same", async () => {
    const db = stack.databases["intermediary"]!;
    const { content, edition } = limits(10, "2026-06-01");
    await writeLawEdition(db, "time-limits", { edition, content: content.replace('"WD"', '"D"') });
    await writeLawEdition(db, "work-calendar", calendar(["2027-02-09"]));
    useLimits();
    lines.splice(0);
    (await keepLaw({ db, log, everyMs: 3_600_000 })).stop();
    expect(lines.map(({ code, kind }) => [code, kind]).sort()).toEqual([
      ["LAW_EDITION", "work-calendar"],
      ["LAW_UNREADABLE", "time-limits"],
    ]);
    expect(JSON.stringify(lines)).toContain("L22 is counted in WD by the product, not in D");
    expect(await shown()).toMatchObject({ amount: 15 });
  });

  it("are read from a file with what they change, a line each, and refused whole", () => {
    const { content } = limits(10, "2026-06-01");
    expect(readLawFile("time-limits", "new.json", content)).toMatchObject({
      edition: "2026-11-29",
      changes: ["L22: changes, 10 WD since 2026-06-01, by 演示条例 第三条"],
    });
    expect(() => readLawFile("time-limits", "new.json", content.replace('"000000"', '"22"'))).toThrow(
      "new.json is refused: limits.0.jurisdiction: is no six-digit division.",
    );
  });
});
