/** One declaration of a table: what follows of it for rows, select lists and writing, and what does not compile. */
import {
  day,
  defineTable,
  fen,
  integer,
  json,
  text,
  texts,
  toRow,
  toSet,
  type NewOf,
  type RecordOf,
  type RowOf,
} from "../../../platform/database/index.js";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const isTrue = <Truth extends true>(truth: Truth): void => expect(truth).toBe(true);

const LOANS = defineTable("loans", {
  no: text("no"),
  state: text("state").of<"OPEN" | "PAID">(),
  amount: fen("amount_fen"),
  endsOn: day("ends_on").nullable(),
  tags: texts("tags"),
  parts: json("parts").of<{ n: number }[]>(),
  version: integer("version").byDefault(),
  hash: text("hash").nullable().unread("compared in SQL"),
});

const ROW: RowOf<typeof LOANS> = {
  no: "L-1",
  state: "OPEN",
  amount_fen: 150n,
  ends_on: null,
  tags: ["a"],
  parts: [{ n: 1 }],
  version: 2,
};

/** What the graph shows of a loan. */
interface Loan {
  no: string;
  state: "OPEN" | "PAID";
  amount: bigint;
  endsOn?: string;
  tags: string[];
  parts: { n: number }[];
  isLate?: boolean;
}

describe("a declared table", () => {
  it("lists the columns that are read, with an alias where the statement has one", () => {
    expect(LOANS.columns("l")).toEqual([
      "l.no",
      "l.state",
      "l.amount_fen",
      "l.ends_on",
      "l.tags",
      "l.parts",
      "l.version",
    ]);
    expect(LOANS.columns()).not.toContain("hash");
  });

  it("maps a row to its record: our names, undefined for what is not there", () => {
    expect(LOANS.toRecord(ROW)).toStrictEqual({
      no: "L-1",
      state: "OPEN",
      amount: 150n,
      endsOn: undefined,
      tags: ["a"],
      parts: [{ n: 1 }],
      version: 2,
    });
  });

  it("fills what is shown into what is computed, without evaluating it, and leaves out what is named", () => {
    let asked = 0;
    const shown = LOANS.to<Loan>()("version", "endsOn");
    const loan = shown(ROW, {
      endsOn: "2026-01-01",
      get isLate() {
        asked += 1;
        return true;
      },
    });
    expect(asked).toBe(0);
    expect({ ...loan }).toStrictEqual({
      endsOn: "2026-01-01",
      isLate: true,
      no: "L-1",
      state: "OPEN",
      amount: 150n,
      tags: ["a"],
      parts: [{ n: 1 }],
    });
  });

  it("writes a record as a row: null for what is not there, JSON as text, nothing where PostgreSQL has a default", () => {
    const loan = {
      no: "L-2",
      state: "PAID",
      amount: 1n,
      endsOn: undefined,
      tags: [],
      parts: [{ n: 1 }],
      hash: "x",
    } as const;
    expect(toRow(LOANS, { ...loan, tags: [], parts: [...loan.parts] })).toStrictEqual({
      no: "L-2",
      state: "PAID",
      amount_fen: 1n,
      ends_on: null,
      tags: [],
      parts: '[{"n":1}]',
      hash: "x",
    });
  });

  it("sets the given columns and no others", () => {
    expect(toSet(LOANS, { endsOn: undefined, version: 3 })).toStrictEqual({ ends_on: null, version: 3 });
  });

  it("refuses a name that is no identifier, and a column that stands twice", () => {
    expect(() => defineTable("t", { "a b": text("a") })).toThrow("Table t: a b can not be a name of a column.");
    expect(() => defineTable("t", { a: text("a;") })).toThrow("Table t: a; can not be a name of a column.");
    expect(() => defineTable("t", { a: text("a"), b: text("a") })).toThrow("Table t declares a column twice.");
  });

  it("gives exact types, and what is forgotten does not compile", () => {
    isTrue<
      Same<
        RecordOf<typeof LOANS>,
        {
          readonly no: string;
          readonly state: "OPEN" | "PAID";
          readonly amount: bigint;
          readonly endsOn: string | undefined;
          readonly tags: string[];
          readonly parts: { n: number }[];
          readonly version: number;
        }
      >
    >(true);
    // @ts-expect-error the type does not show the version, which nobody left out
    LOANS.to<Loan>()();
    // @ts-expect-error a field that the table lacks is not computed
    expect(LOANS.to<Loan>()("version")(ROW, {})).toBeDefined();
    // @ts-expect-error a field that the table gives is computed as well
    expect(LOANS.to<Loan>()("version")(ROW, { isLate: true, endsOn: "2026-01-01" })).toBeDefined();
    // @ts-expect-error the shown type holds another kind of value under the name
    LOANS.to<Omit<Loan, "amount"> & { amount: string }>()("version");
    // @ts-expect-error a new record without one of its columns
    const incomplete: NewOf<typeof LOANS> = { no: "L-3", state: "OPEN", amount: 1n, tags: [], parts: [], hash: "x" };
    // @ts-expect-error a column that the table does not have
    const excessive: RecordOf<typeof LOANS>["colour"] = undefined;
    expect([incomplete, excessive]).toHaveLength(2);
  });
});
