/** Measures of repair and procedures as data: what a file may not say, which of them counts on a day, and until when a roster is posted. */
import "reflect-metadata";
import {
  figuresOf,
  parseProcedures,
  parseRepairMeasures,
  repairMeasuresOf,
  repairSystemOf,
  useLimits,
  useProcedures,
  useRepairMeasures,
} from "../../../platform/domain/index.js";
import { rosterEnd } from "../../../subgraphs/funds/subsidy/roster-end.js";
import { confirmLimits } from "../../support/confirmed-limits.js";

afterEach(() => {
  useProcedures();
  useRepairMeasures();
  useLimits();
});

describe("a file of measures of repair", () => {
  const measures = (more: object = {}): object => ({
    ...{ id: "ECOLOGY", title: "演示修复办法", number: "演示令第1号", issuer: "演示部", since: "2026-06-01" },
    ...{ jurisdiction: "000000", verified: true, authorities: ["生态环境"], acceptance: "L24-ACCEPTANCE" },
    ...{ decision: "L24-FEEDBACK", decisionFrom: "ACCEPTANCE", ...more },
  });
  const parse = (...all: object[]): ReturnType<typeof parseRepairMeasures> =>
    parseRepairMeasures("measures.json", JSON.stringify({ edition: "2026-12-01", measures: all }));

  it.each<[string, object[], string]>([
    ["one twice", [measures(), measures()], "ECOLOGY of 2026-06-01 is there twice"],
    ["a limit that is none", [measures({ acceptance: "L99" })], "ECOLOGY counts by L99, which is no limit in days"],
    ["a limit in months", [measures({ decision: "L23-GENERAL" })], "counts by L23-GENERAL, which is no limit in days"],
    ["a system without authorities", [measures({ authorities: undefined })], "says wrongly whose authorities"],
    ["general ones with authorities", [measures({ id: "GENERAL" })], "GENERAL says wrongly whose authorities"],
    ["silence about what was not read", [measures({ verified: false })], "does not say what of it was not read"],
    ["a day that is none", [measures({ since: "2026-02-30" })], "measures.0.since"],
    ["a word that names everything", [measures({ authorities: ["局"] })], "measures.0.authorities.0"],
  ])("is refused for %s", (_name, all, fault) => {
    expect(() => parse(...all)).toThrow(fault);
    expect(() => parse(...all)).toThrow(/^measures\.json is refused: /);
  });

  it("gives a system its own from their day on, and leaves the general ones to all others and before", () => {
    useRepairMeasures(parse(measures()));
    expect(repairSystemOf({ authority: "延吉市生态环境局" })).toBe("ECOLOGY");
    expect(repairSystemOf({ authority: "延吉市应急管理局" })).toBeUndefined();
    expect(repairSystemOf({ list: "市场监督管理严重违法失信名单" })).toBe("MARKET_SUPERVISION");
    expect(["2026-05-31", "2026-06-01"].map((day) => repairMeasuresOf("ECOLOGY", day).id)).toEqual([
      "GENERAL",
      "ECOLOGY",
    ]);
    expect(repairMeasuresOf(undefined, "2026-09-01").id).toBe("GENERAL");
  });
});

describe("a file of procedures", () => {
  const procedure = (more: object = {}): object => ({
    ...{ id: "MARKET", what: { en: "market", zh: "超市" }, title: "某市规定", number: "某政规〔2026〕1号" },
    ...{ since: "2026-12-01", jurisdiction: "220100", verified: true, figures: { LEAST_BIDS: [5] }, ...more },
  });
  const parse = (...procedures: object[]): ReturnType<typeof parseProcedures> =>
    parseProcedures("procedures.json", JSON.stringify({ edition: "2026-12-01", procedures }));

  it.each<[string, object[], string]>([
    ["one twice", [procedure(), procedure()], "MARKET of 2026-12-01 is there twice"],
    [
      "a document without number or place",
      [procedure({ number: undefined })],
      "neither a number nor where it was read",
    ],
    [
      "a value for demonstration that is verified",
      [procedure({ demonstration: true })],
      "MARKET is a value for demonstration: it is not verified and names a place",
    ],
    ["silence about what was not read", [procedure({ verified: false })], "does not say what of it was not read"],
  ])("is refused for %s", (_name, all, fault) => {
    expect(() => parse(...all)).toThrow(fault);
  });

  it("counts from its day on, and is not used where it leaves out what the product counts by", () => {
    useProcedures(parse(procedure()));
    expect(figuresOf("MARKET", "LEAST_BIDS", "2026-12-01")).toEqual([5]);
    expect(figuresOf("MARKET", "LEAST_BIDS", "2026-11-30")).toEqual([3]);
    const fault = "MARKET does not say LEAST_BIDS, which the product counts by";
    expect(() => useProcedures(parse(procedure({ figures: {} })))).toThrow(fault);
    expect(() => useProcedures(parse(procedure({ figures: { LEAST_BIDS: [5, 6] } })))).toThrow(
      "says 2 figures of LEAST_BIDS",
    );
    expect(figuresOf("MARKET", "LEAST_BIDS", "2026-12-01")).toEqual([5]);
  });
});

describe("the end of a roster's posting", () => {
  it("is the day of its notice, and the least span where that is confirmed and longer", () => {
    // Seven working days from 2026-09-01 end on 2026-09-10.
    expect(rosterEnd("2026-09-01", "2026-09-04")).toBe("2026-09-04");
    confirmLimits("L21");
    expect(rosterEnd("2026-09-01", "2026-09-04")).toBe("2026-09-10");
    expect(rosterEnd("2026-09-01", "2026-09-20")).toBe("2026-09-20");
    expect(rosterEnd("2026-12-30", "2027-01-02")).toBeUndefined();
  });
});
