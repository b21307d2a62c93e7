/** Money of the client: whole fen, and the same amounts as the graph's own. */
import fc from "fast-check";
import {
  addMoney,
  compareMoney,
  fenOf,
  formatMoney,
  money,
  moneyOfFen,
  subtractMoney,
} from "../../../clients/typescript/src/index.js";
import { fenFromYuan, yuanFromFen } from "../../../platform/domain/index.js";

const LARGEST = 10n ** 17n - 1n;
const fen = fc.bigInt({ min: -LARGEST, max: LARGEST });

describe("money of the client", () => {
  it("reads and writes every amount as the graph does", () => {
    fc.assert(
      fc.property(fen, (amount) => {
        expect(moneyOfFen(amount)).toBe(yuanFromFen(amount));
        expect(fenOf(moneyOfFen(amount))).toBe(fenFromYuan(yuanFromFen(amount)));
      }),
    );
  });

  it.each(["", "1.", ".5", "1.005", "1e3", "1,000", "NaN", "0x10", "１", "1234567890123456", "--1"])(
    "refuses %j, as the graph does",
    (text) => {
      expect(() => money(text)).toThrow(RangeError);
      expect(() => fenFromYuan(text)).toThrow();
    },
  );

  it("adds where floating point would not: 0.10 + 0.20, and beyond 2^53 fen", () => {
    expect(addMoney(money("0.1"), money("0.2"))).toBe("0.30");
    expect(addMoney(money("999999999999999.98"), money("0.01"))).toBe("999999999999999.99");
    expect(addMoney()).toBe("0.00");
    expect(subtractMoney(money("0.05"), money("0.10"))).toBe("-0.05");
    expect(() => addMoney(money("999999999999999.99"), money("0.01"))).toThrow(RangeError);
  });

  it("sorts by amount, not by text", () => {
    expect(["9.00", "10.00", "-1.00", "0.00"].map(money).sort(compareMoney)).toEqual([
      "-1.00",
      "0.00",
      "9.00",
      "10.00",
    ]);
  });

  it.each([
    ["80000000.00", {}, "¥80,000,000.00"],
    ["80000000.00", { wan: true }, "¥8,000万"],
    ["80000000.01", { wan: true }, "¥80,000,000.01"],
    ["-1234.50", {}, "-¥1,234.50"],
    ["0.00", { wan: true }, "¥0.00"],
    ["999.00", {}, "¥999.00"],
  ])("shows %s as %p says", (amount, options, shown) => expect(formatMoney(money(amount), options)).toBe(shown));
});
