/** Random tables of penalties as agencies write them (headings, units, dates, blank and total rows): every row is what it was meant to be, or is refused for what was planted. */
import fc from "fast-check";
import { createRowMapper } from "../../../platform/import/row-mapper.js";
import { checkRow } from "../../../platform/import/check-rows.js";
import { refusalsOf } from "../../../platform/import/every-field.js";
import { createHeadingTest, openSource, type ImportContext, type SourceFile } from "../../../platform/import/index.js";
import { addDays } from "../../../platform/domain/index.js";
import { penaltyImport } from "../../../subgraphs/credit/penalty/penalty.import.js";
import { withFile } from "../../support/import-files.js";

const CONTEXT: ImportContext = {
  db: undefined as never,
  today: "2026-09-28",
  source: "generated",
  call: () => Promise.reject(new Error("No service is asked.")),
};

/** A value with how it is written, and the rule that refuses it where it is. */
interface Written {
  readonly text: string;
  readonly rule?: string;
}

const day = fc.integer({ min: 0, max: 1_900 }).map((days) => addDays("2021-07-15", days));

/** How agencies write a day; a month alone and a spreadsheet's number are refused. */
const DAYS: readonly ((day: string) => Written)[] = [
  (text) => ({ text }),
  (text) => ({ text: text.replaceAll("-", "/").replaceAll("/0", "/") }),
  (text) => ({ text: text.replaceAll("-", ".") }),
  (text) => ({ text: text.replace(/(\d+)-(\d+)-(\d+)/, (_all, y, m, d) => `${y}年${Number(m)}月${Number(d)}日`) }),
  (text) => ({ text: text.replaceAll("-", "") }),
  (text) => ({ text: `${text} 10:20:30` }),
  (text) => ({ text: `${text}T23:59:59+08:00` }),
  // The evening before in Greenwich is that day in Shanghai.
  (text) => ({ text: `${addDays(text, -1)}T16:00:00.000Z` }),
  (text) => ({ text: text.slice(0, 7).replace("-", "."), rule: "DATE_MONTH" }),
  (text) => ({ text: String(Math.round(Date.parse(text) / 86_400_000) + 25_569), rule: "DATE_SERIAL" }),
  (text) => ({ text: text.replace("-", "/"), rule: "DATE" }),
];

/** A fine in fen as a number of a unit, exactly. */
const inUnit = (fen: bigint, places: number): string => {
  const digits = fen.toString().padStart(places + 1, "0");
  return `${digits.slice(0, -places)}.${digits.slice(-places)}`.replace(/\.?0+$/, "");
};

/** Headings of the fine with the decimal places of fen in their unit. */
const FINES = [
  { heading: "罚款金额（万元）", places: 6 },
  { heading: "*罚款金额(万元)", places: 6 },
  { heading: "罚款金额（元）", places: 2 },
  { heading: " 罚款金额 （元）（必填）", places: 2 },
  { heading: "CF_NR_FK", places: 6 },
] as const;

const thousands = (text: string): string => text.replace(/^\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ","));

/** How agencies write an amount below a heading; another kind of unit is refused. */
const AMOUNTS: readonly ((fen: bigint, places: number) => Written)[] = [
  (fen, places) => ({ text: inUnit(fen, places) }),
  (fen, places) => ({ text: thousands(inUnit(fen, places)) }),
  (fen) => ({ text: `${inUnit(fen, 2)}元` }),
  (fen) => ({ text: `￥${thousands(inUnit(fen, 2))}元` }),
  (fen) => ({ text: `${inUnit(fen, 6)}万元` }),
  (fen, places) => ({ text: `${inUnit(fen, places)}亩`, rule: "MONEY" }),
];

const DECORATIONS: readonly ((heading: string) => string)[] = [
  (heading) => heading,
  (heading) => `*${heading}`,
  (heading) => `${heading}（必填）`,
  (heading) => ` ${[...heading].join(" ")} `,
  (heading) => heading.toLowerCase(),
];
const decorated = (...names: readonly string[]): fc.Arbitrary<string> =>
  fc.tuple(fc.constantFrom(...names), fc.constantFrom(...DECORATIONS)).map(([name, decorate]) => decorate(name));

const row = fc.record({
  day,
  written: fc.constantFrom(...DAYS),
  fen: fc.bigInt({ min: 1n, max: 99_999_999_999n }),
  amount: fc.constantFrom(...AMOUNTS),
  blankBefore: fc.boolean(),
  totalBehind: fc.boolean(),
});

const table = fc.record({
  headings: fc.tuple(
    decorated("CF_XDR_MC", "行政相对人名称", "企业名称"),
    decorated("CF_XDR_SHXYM", "统一社会信用代码", "行政相对人代码_1"),
    decorated("CF_WSH", "行政处罚决定书文号", "行政处罚决定文书号"),
    decorated("CF_JDRQ", "处罚决定日期", "决定日期"),
    decorated("CF_CFJGDM", "处罚机关统一社会信用代码"),
    decorated("CF_WFXW", "违法行为类型", "案由"),
    decorated("CF_CFLB", "处罚类别", "处罚种类"),
    decorated("CF_NR", "处罚内容", "处罚结果"),
  ),
  fine: fc.constantFrom(...FINES),
  rows: fc.array(row, { minLength: 1, maxLength: 12 }),
});

type Table = typeof table extends fc.Arbitrary<infer Made> ? Made : never;

/** The file, with what each row is to become. */
const made = ({ headings, fine, rows }: Table): { text: string; meant: readonly object[]; totals: number } => {
  const lines = [[...headings, fine.heading]];
  const meant: object[] = [];
  let totals = 0;
  for (const [index, { day: decided, written, fen, amount, blankBefore, totalBehind }] of rows.entries()) {
    const [date, money] = [written(decided), amount(fen, fine.places)];
    if (blankBefore) lines.push([]);
    const fixed = ["生成甲公司", "91990101MA900002XF", `生罚〔2026〕${index}号`];
    lines.push([...fixed, date.text, "11990101MB9000015E", "违规", "罚款", "罚款", money.text]);
    if (totalBehind) lines.push(["合　计", "", "", "", "", "", "", "", "1"]);
    totals += totalBehind ? 1 : 0;
    const refused = [date.rule, money.rule].filter((rule) => rule !== undefined);
    meant.push(refused.length > 0 ? { refused } : { decided, fen: fen.toString() });
  }
  const quoted = (cells: readonly string[]): string => cells.map((cell) => `"${cell}"`).join(",");
  const width = lines[0]!.length;
  const text = lines.map((cells) => quoted(Array.from({ length: width }, (_, at) => cells[at] ?? ""))).join("\n");
  return { text, meant, totals };
};

const readingOf = async (
  source: SourceFile,
): Promise<{ read: object[]; totals: number; unused: readonly string[] }> => {
  const mapper = createRowMapper(source, penaltyImport.fields, {});
  const read: object[] = [];
  let totals = 0;
  const tell = ({ rule, place }: { rule: string; place: string }): void => {
    if (rule === "TOTAL_ROWS") totals = place.split(",").length + Number(/and (\d+) more/.exec(place)?.[1] ?? 0);
  };
  for await (const record of source.records(tell)) {
    const { outcome } = checkRow(penaltyImport, CONTEXT, record, { conflicts: new Set(), mapper });
    if (outcome instanceof Error) read.push({ refused: refusalsOf(outcome).map(({ rule }) => rule) });
    else read.push({ decided: outcome.decisionDate, fen: outcome.fineFen });
  }
  return { read, totals, unused: mapper.unused };
};

it("a table that was made at random is loaded as meant, or its rows are refused for what is wrong in them alone", () =>
  fc.assert(
    fc.asyncProperty(table, async (given) => {
      const { text, meant, totals } = made(given);
      await withFile("a.csv", text, async (path) => {
        const isKnownHeading = createHeadingTest(penaltyImport.fields, {});
        const source = await openSource(path, { isKnownHeading });
        try {
          expect(await readingOf(source)).toEqual({ read: meant, totals, unused: [] });
        } finally {
          await source.close();
        }
      });
    }),
    { numRuns: 150 },
  ));
