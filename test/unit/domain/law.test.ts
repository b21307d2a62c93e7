/** The law's data: the corrected limits by hand, files that contradict themselves, limits and calendars that are added or not known yet. */
import "reflect-metadata";
import { readFileSync } from "node:fs";
import { projectPath } from "../../../platform/config/index.js";
import {
  computeDeadline,
  deadlineState,
  limitAmountSql,
  limitRules,
  limitRule,
  lightOf,
  parseLimits,
  parseWorkCalendar,
  runningLimit,
  useLimits,
  useWorkCalendar,
  workCalendarYears,
  workdaysBetween,
} from "../../../platform/domain/index.js";
import { basisOf } from "../../../platform/machine/index.js";
import { PUBLICITY } from "../../../subgraphs/credit/penalty/penalty.machine.js";
import { isServedTogether } from "../../../subgraphs/credit/penalty/penalty.status.js";
import { dueDays, isLate, publicationDeadline } from "../../../subgraphs/credit/publication/publication.status.js";
import { confirmLimits } from "../../support/confirmed-limits.js";

describe("limits of the law", () => {
  it.each([
    ["L14", 3, "WD", "行政处罚法 第四十八条、第八十五条"],
    ["L14-SERVED", 7, "WD", "行政处罚法 第六十一条、第八十五条"],
    ["L14-CASE", 90, "D", "行政处罚法 第六十条"],
    ["L18-GOVERNMENT", 20, "D", "预算法 第十四条第一款"],
    ["L18-DEPARTMENT", 20, "D", "预算法 第十四条第二款"],
    ["L18-REPLY", 20, "D", "预算法 第五十二条第一款"],
    ["L18-UNITS", 15, "D", "预算法 第五十二条第一款"],
    ["L19-GENERAL", 30, "D", "预算法 第五十二条"],
    ["L19-SPECIAL", 90, "D", "预算法 第五十二条第二款"],
    ["L19-LOCAL", 60, "D", "预算法 第五十二条第四款"],
    ["L19-RECEIPT", 30, "D", "预算法 第五十二条第三款"],
    ["L28-ACCEPTANCE", 15, "D", "信访工作条例 第二十二条"],
    ["L28-HANDLING", 60, "D", "信访工作条例 第三十四条"],
    ["L28-REVIEW", 30, "D", "信访工作条例 第三十五条"],
    ["L28-SECOND", 30, "D", "信访工作条例 第三十六条"],
    ["L29-JOINT", 15, "WD", "政府信息公开条例 第三十四条"],
    ["L29-UNIT", 1, "M", "政府信息公开条例 第四十九条"],
    ["L29-GOVERNMENT", 3, "M", "政府信息公开条例 第四十九条"],
  ] as const)("%s: %d %s, by %s", (id, amount, unit, basisClause) => {
    expect(limitRule(id)).toMatchObject({ amount, unit, basisClause, jurisdiction: "000000", verified: true });
  });

  it.each([
    ["L24-ACCEPTANCE", 3],
    ["L24-FEEDBACK", 10],
  ])("%s: %d working days, by measures whose articles were not read", (id, amount) =>
    expect(limitRule(id)).toMatchObject({
      amount,
      unit: "WD",
      basisClause: "信用修复管理办法（国家发展和改革委员会令第36号，期限未经原文核实）",
      jurisdiction: "000000",
      verified: false,
    }),
  );

  it("are confirmed no more than the severity rules of the same measures are", () => {
    const { rules } = JSON.parse(readFileSync(projectPath("platform/domain/law/severity-rules.json"), "utf8")) as {
      readonly rules: readonly { readonly severity: string; readonly verified: boolean }[];
    };
    const confirmed = new Set(rules.filter(({ verified }) => verified).map(({ severity }) => severity));
    const ofPublicity = limitRules().filter(({ id }) => id.startsWith("L23-"));
    expect(ofPublicity.map(({ id }) => id.slice(4)).sort()).toEqual(["GENERAL", "MINOR", "SERIOUS"]);
    for (const { id, verified } of ofPublicity) expect([id, verified]).toEqual([id, confirmed.has(id.slice(4))]);
  });

  it("are no longer what no law says", () => {
    expect(limitRules().map(({ id }) => id)).not.toEqual(expect.arrayContaining(["L24-DECISION"]));
    expect(limitRule("L24-FEEDBACK").extension).toMatchObject({ amount: 10, verified: false });
    expect(limitRule("L28-HANDLING").extension).toMatchObject({ amount: 30, verified: true });
    // Rules of one city are that city's.
    for (const id of ["L26-CHECK", "L26-ANSWER", "L26-UNPUBLISHED"])
      expect(limitRule(id)).toMatchObject({ jurisdiction: "140581" });
    expect(limitRule("L25").jurisdiction).toBe("360900");
  });

  it("cite a law with its article, or a document with its number or where it was read", () => {
    const vague = limitRules().filter(
      ({ article, instrument }) => article === undefined && instrument.number === undefined && !instrument.source,
    );
    expect(vague).toEqual([]);
    expect(limitRule("L12").basisClause).toContain("发改办财金〔2018〕424号");
    expect(limitRule("L16").basisClause).toContain("国办发〔2016〕80号");
    expect(limitRule("L22").basisClause).toContain("国办发〔2019〕51号");
  });

  it("that are values for demonstration, or were not read in the document, say so in both languages", () => {
    const unverified = limitRules()
      .filter(({ verified }) => !verified)
      .map(({ id }) => id);
    expect(unverified).toEqual([
      ...[
        "L13",
        "L16",
        "L17-5H",
        "L20",
        "L20-PUBLICITY",
        "L21",
        "L22",
        "L23-MINOR",
        "L23-GENERAL",
        "L23-SERIOUS",
        "L24-ACCEPTANCE",
        "L24-FEEDBACK",
        "L24-MARKET-ACCEPTANCE",
        "L24-MARKET-DECISION",
        "L25",
        "L27-CONSULTATION",
        "L27-COMPLAINT",
        "M-PUBLIC-NOTICE",
        "M-CONTRACT",
        "M-EVALUATION",
        "M-ENTRY",
        "M-DEFENCE",
        "M-SANCTION",
        "M-SANCTION-APPEAL",
        "N-DEFENCE",
        "O-ACCEPTANCE",
        "O-INVESTIGATION",
      ],
    ]);
    const demonstrated = limitRules().filter(({ demonstration }) => demonstration);
    expect(demonstrated.map(({ id, jurisdiction }) => `${id} ${jurisdiction}`)).toEqual([
      ...["L20 220000", "L20-PUBLICITY 220000", "L21 220000", "L22 220000", "L25 360900"],
      ...["L27-CONSULTATION 220000", "L27-COMPLAINT 220000", "M-PUBLIC-NOTICE 220000", "M-CONTRACT 220000"],
      ...["M-EVALUATION 220000", "M-ENTRY 220000", "M-DEFENCE 220000", "M-SANCTION 220000"],
      ...["M-SANCTION-APPEAL 220000", "N-DEFENCE 220000", "O-ACCEPTANCE 220000", "O-INVESTIGATION 220000"],
    ]);
    for (const { basisClause, note } of demonstrated)
      expect([basisClause, note?.en, note?.zh]).toEqual([
        expect.stringMatching(/[（，]演示用值）$/),
        expect.stringContaining("demonstration"),
        expect.stringContaining("演示"),
      ]);
    for (const { id, basisClause, note } of limitRules().filter((rule) => !rule.verified && !rule.demonstration))
      expect([id, basisClause, note?.zh]).toEqual([
        id,
        expect.stringMatching(/[（，]期限未经原文核实）$/),
        expect.stringMatching(/未核对|未见原文/),
      ]);
    for (const { basisClause } of limitRules().filter(({ verified }) => verified))
      expect(basisClause).not.toMatch(/演示|核实/);
  });
});

const limitFile = (changes: object = {}, limits?: object[]): string =>
  JSON.stringify({
    edition: "2026-11-29",
    instruments: { LAW: { title: "某法", inForceFrom: "2020-01-01" } },
    limits: limits ?? [
      {
        id: "L02",
        trigger: { en: "acceptance → decision", zh: "受理 → 决定" },
        unit: "WD",
        amount: 20,
        instrument: "LAW",
        article: "第一条",
        since: "2020-01-01",
        jurisdiction: "000000",
        verified: true,
        ...changes,
      },
    ],
  });

describe("a file of limits", () => {
  it("is read where it agrees with itself", () => {
    expect(parseLimits("file", limitFile()).entries).toMatchObject([
      { id: "L02", basisClause: "某法 第一条", excludes: [] },
    ]);
  });

  it.each([
    ["no JSON", "{", "is no JSON"],
    ["a list", "[]", "the whole: "],
    [
      "a limit twice",
      limitFile({}, [JSON.parse(limitFile()).limits[0], JSON.parse(limitFile()).limits[0]]),
      "L02 of 2020-01-01 is there twice",
    ],
    ["an instrument that is not there", limitFile({ instrument: "OTHER" }), "cites OTHER"],
    ["a least span above the most", limitFile({ minimum: 30 }), "at least 30 and at most 20"],
    ["a day before the law", limitFile({ since: "2019-12-31" }), "before 某法 was in force"],
    ["a day that does not exist", limitFile({ since: "2026-02-30" }), "is no day"],
    ["no article and no number", limitFile({ article: undefined }), "neither article nor a document"],
    ["an unknown unit", limitFile({ unit: "W" }), "limits.0.unit"],
    ["a negative span", limitFile({ amount: -1 }), "limits.0.amount"],
    ["half a division", limitFile({ jurisdiction: "22" }), "six-digit division"],
    ["a word too much", limitFile({ spans: 20 }), "spans"],
    ["no English", limitFile({ trigger: { zh: "受理" } }), "limits.0.trigger.en"],
    [
      "a value for demonstration that is confirmed",
      limitFile({ demonstration: true, jurisdiction: "220000", note: { en: "a", zh: "b" } }),
      "L02 is a value for demonstration: it is not verified, names a place, and says why",
    ],
    [
      "one of the whole country",
      limitFile({ demonstration: true, verified: false, note: { en: "a", zh: "b" } }),
      "names a place",
    ],
    ["one that says not why", limitFile({ demonstration: true, verified: false, jurisdiction: "220000" }), "says why"],
  ])("is refused for %s", (_name, text, fault) => {
    expect(() => parseLimits("limits.json", text)).toThrow(fault);
    expect(() => parseLimits("limits.json", text)).toThrow(/^limits\.json is refused: /);
  });
});

describe("limits that are loaded beside the shipped ones", () => {
  const load = (changes: object): void =>
    useLimits(parseLimits("limits.json", limitFile(changes).replace('"inForceFrom":"2020', '"inForceFrom":"2010')));
  afterEach(() => useLimits());

  it("hold for what begins from their day on, and leave its limit to what began before", () => {
    const shipped = limitRules().length;
    load({ id: "L12", amount: 5, since: "2027-03-01" });
    expect([limitRule("L12").amount, limitRule("L12", "2027-03-01").amount]).toEqual([5, 5]);
    expect([limitRule("L12", "2027-02-28").amount, limitRule("L12", "2000-01-01").amount]).toEqual([7, 7]);
    expect(limitRules()).toHaveLength(shipped + 1);
    // 2026-05-06 + 7 working days is 05-14; a decision of the day before the change keeps its seven.
    expect(publicationDeadline("2026-05-06", undefined, "2026-05-06").dueOn).toBe("2026-05-14");
    load({ id: "L12", amount: 5, since: "2026-05-06" });
    expect(publicationDeadline("2026-05-06", undefined, "2026-05-06")).toMatchObject({
      ...{ dueOn: "2026-05-12", basis: "某法 第一条" },
    });
    expect(publicationDeadline("2026-04-30", undefined, "2026-05-06").dueOn).toBe("2026-05-13");
    expect(dueDays(2026).filter(({ day }) => day === "2026-04-30" || day === "2026-05-06")).toEqual([
      { day: "2026-04-30", dueOn: "2026-05-13", known: true },
      { day: "2026-05-06", dueOn: "2026-05-12", known: true },
    ]);
    expect(limitAmountSql("L12", "r.decision_date")).toBe(
      "case when r.decision_date >= date '2026-05-06' then 5 else 7 end",
    );
  });

  it("correct the shipped one of the same day, add others, and are named by the steps of a machine", () => {
    const publish = PUBLICITY.transitions.find(({ event }) => event === "PUBLISH")!;
    expect(basisOf(publish)).toContain("发改办财金〔2018〕424号");
    load({ id: "L12", amount: 6, since: "2018-07-25", instrument: "LAW" });
    expect([limitRule("L12", "2018-08-01").amount, limitAmountSql("L12", "x")]).toEqual([6, "6"]);
    expect(basisOf(publish)).toBe("某法 第一条");
    load({ id: "L99-CITY", jurisdiction: "220100" });
    expect([limitRule("L99-CITY").jurisdiction, limitRule("L12").amount]).toEqual(["220100", 7]);
    expect(basisOf(publish)).toContain("发改办财金〔2018〕424号");
  });

  it("lie below the shipped ones where their file is older, and add to them all the same", () => {
    const older = (changes: object): void =>
      useLimits({ ...parseLimits("old.json", limitFile(changes)), edition: "2026-11-28" });
    older({ id: "L99-CITY", jurisdiction: "220100" });
    expect([limitRule("L99-CITY").jurisdiction, limitRule("L12").amount]).toEqual(["220100", 7]);
    older({ id: "L02", amount: 19, since: "2020-01-01" });
    expect([limitRule("L02").amount, limitRule("L02", "2019-12-31").amount]).toEqual([19, 20]);
    const shippedDay = { ...limitRule("L12", "2018-08-01"), amount: 6 };
    useLimits({ edition: "2026-11-28", entries: [shippedDay] });
    expect(limitRule("L12", "2018-08-01").amount).toBe(7);
    useLimits({ edition: "2026-11-29", entries: [shippedDay] });
    expect(limitRule("L12", "2018-08-01").amount).toBe(6);
  });

  it.each([
    ["another unit", { id: "L12", unit: "D" }, "L12 is counted in WD by the product, not in D"],
    [
      "another place",
      { id: "L12", jurisdiction: "220100" },
      "L12 is a limit of 000000: give that of 220100 an id of its own",
    ],
  ])("are refused for %s, and change nothing", (_name, changes, fault) => {
    expect(() => load(changes)).toThrow(fault);
    expect(limitRule("L12").amount).toBe(7);
  });

  it("take the place of a value for demonstration, wherever the place is, and count when they are confirmed", () => {
    load({ id: "L22", amount: 10, since: "2019-12-03", jurisdiction: "510000" });
    expect(limitRule("L22")).toMatchObject({ amount: 10, jurisdiction: "510000", basisClause: "某法 第一条" });
    expect(computeDeadline(runningLimit("L22", "2026-05-06").facts)).toEqual({
      ...{ dueOn: "2026-05-19", certainty: "FIXED", suspendedDays: 0 },
    });
  });

  it("are refused with all faults at once", () => {
    const rule = JSON.parse(limitFile({ id: "L12", unit: "D", jurisdiction: "220100" })).limits[0] as object;
    const file = parseLimits("x", limitFile({}, [rule, { ...rule, id: "L14" }]));
    expect(() => useLimits(file, "new.json")).toThrow(
      /^new\.json is refused: L12 is counted .*; L12 is a limit .*; L14 is counted .*; L14 is a limit .*\.$/,
    );
  });
});

describe("a limit whose figure is not confirmed", () => {
  afterEach(() => useLimits());
  const stands = (id: string, today: string, done?: string, extended = false): string =>
    deadlineState(computeDeadline(runningLimit(id, "2026-05-06", { extended }).facts), today, done);

  it("makes nobody late, and says in time what is within it", () => {
    // 2026-05-06 and ten working days is 2026-05-19, twenty is 2026-06-02: Saturday 9 May is worked.
    expect(computeDeadline(runningLimit("L24-FEEDBACK", "2026-05-06").facts)).toEqual({
      ...{ dueOn: "2026-05-19", certainty: "FIXED", suspendedDays: 0, confirmed: false },
    });
    expect([stands("L24-FEEDBACK", "2026-05-19"), stands("L24-FEEDBACK", "2026-05-20")]).toEqual([
      ...["RUNNING", "PROVISIONAL"],
    ]);
    expect(stands("L24-FEEDBACK", "2026-07-01", "2026-05-19")).toBe("MET");
    expect(stands("L24-FEEDBACK", "2026-07-01", "2026-05-20")).toBe("PROVISIONAL");
    confirmLimits("L24-FEEDBACK");
    expect([stands("L24-FEEDBACK", "2026-05-20"), stands("L24-FEEDBACK", "2026-07-01", "2026-05-20")]).toEqual([
      ...["LATE", "LATE"],
    ]);
  });

  it("makes nobody late by an extension either, though the limit itself is confirmed", () => {
    const [rule] = limitRules().filter(({ id }) => id === "L24-FEEDBACK");
    useLimits({ edition: "2026-11-29", entries: [{ ...rule!, verified: true }] });
    expect(stands("L24-FEEDBACK", "2026-05-20")).toBe("LATE");
    expect([
      stands("L24-FEEDBACK", "2026-06-02", undefined, true),
      stands("L24-FEEDBACK", "2026-06-03", undefined, true),
    ]).toEqual([...["RUNNING", "PROVISIONAL"]]);
  });

  it("has neither a red nor a black light", () => {
    const running = (id: string) => computeDeadline(runningLimit(id, "2026-05-06").facts);
    const confirmed = computeDeadline({ start: "2026-05-06", unit: "WD", amount: 10 });
    const unconfirmed = running("L24-FEEDBACK");
    expect([
      lightOf(unconfirmed, unconfirmed, "2026-05-20"),
      lightOf(unconfirmed, { ...confirmed, dueOn: "2026-06-30" }, "2026-05-20"),
      lightOf(confirmed, unconfirmed, "2026-05-20"),
      lightOf(confirmed, confirmed, "2026-05-20"),
    ]).toEqual(["PROVISIONAL", "PROVISIONAL", "PROVISIONAL", "BLACK"]);
  });

  it("is one of all by which the product says late: publication, service, acceptance, and the database", () => {
    const unconfirm = (...ids: string[]): void =>
      useLimits({
        edition: "2026-11-29",
        entries: limitRules().flatMap((rule) => (ids.includes(rule.id) ? [{ ...rule, verified: false }] : [])),
      });
    expect([isLate("2026-05-06", "2026-05-15", "2026-06-01"), isLate("2026-05-06", undefined, "2026-05-15")]).toEqual([
      ...[true, true],
    ]);
    expect([limitAmountSql("L12", "x"), limitAmountSql("L01", "x")]).toEqual(["7", "5"]);
    unconfirm("L12", "L14-SERVED", "L01");
    expect([isLate("2026-05-06", "2026-05-15", "2026-06-01"), isLate("2026-05-06", undefined, "2026-05-15")]).toEqual([
      ...[undefined, undefined],
    ]);
    expect(dueDays(2026)[0]).toEqual({ day: "2026-01-01", dueOn: null, known: false });
    expect(isServedTogether("2026-04-29", "2026-05-13")).toBeUndefined();
    expect([limitAmountSql("L12", "x"), limitAmountSql("L01", "x")]).toEqual(["1000000", "1000000"]);
  });
});

describe("documents", () => {
  interface Cited {
    readonly file: string;
    readonly title: string;
    readonly number?: string | undefined;
    readonly since?: string | undefined;
  }
  const read = (path: string): Record<string, unknown> =>
    JSON.parse(readFileSync(projectPath(path), "utf8")) as Record<string, unknown>;
  const law = "platform/domain/law";
  const rows = (file: string, list: string, shape: (row: Record<string, string>) => Omit<Cited, "file">): Cited[] =>
    Object.values(read(file)[list] as object).map((row) => ({ file, ...shape(row as Record<string, string>) }));
  const cited: readonly Cited[] = [
    ...rows(`${law}/limits.json`, "instruments", ({ title, number, inForceFrom }) => ({
      title: title!,
      number,
      since: inForceFrom,
    })),
    ...rows(`${law}/procedures.json`, "procedures", ({ title, number, since, verified }) => ({
      ...{ title: title!, number, since: verified ? since : undefined },
    })),
    ...rows(`${law}/severity-rules.json`, "rules", ({ basis, docNo, effectiveFrom }) => ({
      ...{ title: basis!, number: docNo, since: effectiveFrom },
    })),
    ...rows(`${law}/sealing-laws.json`, "laws", ({ title, number, since }) => ({ title: title!, number, since })),
    ...rows("schema/legal-bases.json", "bases", ({ lawName, docNo, effectiveFrom }) => ({
      ...{ title: lawName!, number: docNo, since: effectiveFrom },
    })),
  ];

  it("have one number and one day in all files of the law's data", () => {
    const byTitle = new Map<string, Cited[]>();
    for (const one of cited) {
      const title = one.title.replace(/^中华人民共和国/, "");
      byTitle.set(title, [...(byTitle.get(title) ?? []), one]);
    }
    const distinct = (values: readonly (string | undefined)[]): number => new Set(values.filter(Boolean)).size;
    expect(
      [...byTitle.values()].filter(
        (all) => distinct(all.map(({ number }) => number)) > 1 || distinct(all.map(({ since }) => since)) > 1,
      ),
    ).toEqual([]);
    // The test compares something: these stand in more than one file.
    const shared = [...byTitle].filter(([, all]) => distinct(all.map(({ file }) => file)) > 1).map(([title]) => title);
    expect(shared.sort()).toEqual(
      [
        ...[
          "行政执法监督条例",
          "数据安全法",
          "信用修复管理办法",
          "行政处罚法",
          "行政许可法",
          "政府信息公开条例",
          "预算法",
        ],
        ...["重大行政决策程序暂行条例", "治安管理处罚法", "预防未成年人犯罪法", "未成年人保护法"],
        ...["中介服务超市地方管理规定（各地不同）", "信用信息异议处理规定（各地不同）"],
        "关于进一步加强惠民惠农财政补贴资金“一卡通”管理的指导意见",
        "国务院办公厅关于全面推行证明事项和涉企经营许可事项告知承诺制的指导意见",
        "国务院办公厅关于加快推进社会信用体系建设构建以信用为基础的新型监管机制的指导意见",
        "国务院办公厅关于进一步完善失信约束制度构建诚信建设长效机制的指导意见",
        "市场监督管理严重违法失信名单管理办法",
        "关于完善扶贫资金项目公告公示制度的指导意见",
        "关于进一步优化地方政务服务便民热线的指导意见",
      ].sort(),
    );
  });

  it("that seal records, and by which enforcement is supervised, are among the legal bases", () => {
    const articles = (
      read("schema/legal-bases.json")["bases"] as { lawName: string; articleNo?: string; docNo: string }[]
    ).map(({ lawName, articleNo, docNo }) => `${lawName} ${articleNo} ${docNo}`);
    expect(articles).toEqual(
      expect.arrayContaining([
        "行政执法监督条例 第六条 国令第825号",
        "中华人民共和国治安管理处罚法 第一百三十六条 主席令第四十九号",
        "中华人民共和国预防未成年人犯罪法 第五十九条 主席令第六十四号",
        "中华人民共和国未成年人保护法 第四条 主席令第五十七号",
      ]),
    );
  });
});

const calendarFile = (changes: object = {}): string =>
  JSON.stringify({
    edition: "2026-11-29",
    source: "made up for this test",
    years: [
      { year: 2027, holidays: ["2027-01-01", "2027-05-01", "2027-10-01"], makeupDays: ["2027-01-03"], ...changes },
    ],
  });

describe("a file of calendars", () => {
  it.each([
    ["a day of another year", { holidays: ["2026-01-01"] }, "2026-01-01 is not in 2027"],
    [
      "a worked day that is no weekend",
      { makeupDays: ["2027-01-04"] },
      "2027-01-04 is worked instead, but is no weekend",
    ],
    ["a day off that is worked", { makeupDays: ["2027-05-01"] }, "2027-05-01 is there twice"],
    ["no National Day", { holidays: ["2027-01-01", "2027-05-01"] }, "2027-10-01 is a holiday of every year"],
    ["no holidays", { holidays: [] }, "holidays"],
  ])("is refused for %s", (_name, changes, fault) => {
    expect(() => parseWorkCalendar("calendar", calendarFile(changes))).toThrow(fault);
  });

  it("decides from the moment it is in force what was provisional, and leaves no gap", () => {
    const facts = { start: "2026-12-28", unit: "WD", amount: 5 } as const;
    expect(computeDeadline(facts).certainty).toBe("PROVISIONAL");
    const years = workCalendarYears().length;
    try {
      useWorkCalendar(parseWorkCalendar("calendar", calendarFile()));
      // 29, 30, 31 December; New Year is off, Sunday 3 January is worked, Monday 4 January.
      expect(computeDeadline(facts)).toEqual({ dueOn: "2027-01-04", certainty: "FIXED", suspendedDays: 0 });
      expect(workCalendarYears()).toHaveLength(years + 1);
      expect(() =>
        useWorkCalendar({ edition: "2026-11-29", years: [{ year: 2029, holidays: [], makeupDays: [] }] }),
      ).toThrow("2027, 2028 would be missing");
      expect(workCalendarYears()).toHaveLength(years + 1);
    } finally {
      useWorkCalendar();
    }
    expect(computeDeadline(facts).certainty).toBe("PROVISIONAL");
    expect(workdaysBetween("2025-12-31", "2026-12-31")).toBe(248);
  });

  it("of an older day than the shipped one adds its years and leaves the shipped ones", () => {
    const { years } = parseWorkCalendar("calendar", calendarFile());
    const loaded = { years: [...years, { year: 2026, holidays: ["2026-01-01"], makeupDays: [] }] };
    const counted = (edition: string): unknown => {
      useWorkCalendar({ ...loaded, edition });
      return [workdaysBetween("2025-12-31", "2026-12-31"), workCalendarYears().at(-1)!.year];
    };
    try {
      expect(counted("2026-11-28")).toEqual([248, 2027]);
      // All weekdays of 2026 but New Year's Day.
      expect(counted("2026-11-29")).toEqual([260, 2027]);
    } finally {
      useWorkCalendar();
    }
  });
});

describe("a limit into a year without a calendar", () => {
  // From 10 December 2026 there are 15 working days left in the year; 2013 had 23 weekdays off, more than any other year, so that the
  // latest thinkable day is the 28th weekday of 2027: 21 in January, then 1 to 5, 8 and 9 February.
  const due = computeDeadline({ start: "2026-12-10", unit: "WD", amount: 20 });

  it("is provisional, with the latest thinkable day", () =>
    expect(due).toEqual({ certainty: "PROVISIONAL", suspendedDays: 0, latestOn: "2027-02-09" }));

  it("is late after that day, done or not, and never met before it", () => {
    expect(deadlineState(due, "2027-11-30", "2027-11-30")).toBe("LATE");
    expect(deadlineState(due, "2027-12-31", "2027-02-10")).toBe("LATE");
    expect(deadlineState(due, "2027-12-31", "2027-02-09")).toBe("PROVISIONAL");
    expect(deadlineState(due, "2027-12-31", "2026-12-20")).toBe("PROVISIONAL");
    expect([deadlineState(due, "2027-02-09"), deadlineState(due, "2027-02-10")]).toEqual(["PROVISIONAL", "LATE"]);
  });

  it("has a light that says so, red past the latest promised day, black past the latest of the law", () => {
    const statutory = computeDeadline({ start: "2026-12-10", unit: "WD", amount: 45 });
    expect(
      ["2026-12-11", "2027-02-09", "2027-02-10", "2027-03-16", "2027-03-17"].map((day) => lightOf(due, statutory, day)),
    ).toEqual([...["PROVISIONAL", "PROVISIONAL", "RED", "RED", "BLACK"]]);
  });

  it("in natural days ends on the latest thinkable working day", () =>
    expect(computeDeadline({ start: "2026-12-20", unit: "D", amount: 20 })).toEqual({
      ...{ certainty: "PROVISIONAL", suspendedDays: 0, latestOn: "2027-02-03" },
    }));
});
