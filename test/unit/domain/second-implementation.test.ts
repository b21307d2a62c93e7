/** A second implementation, written apart from the product's: days by a plain loop over the notices of 2026, check characters by Horner's rule; both must agree. */
import {
  addMonths,
  computeDeadline,
  deadlineState,
  isValidOrgCode,
  isValidResidentId,
  isValidUscc,
  limitRule,
  limitRules,
  workdaysBetween,
  type LimitFacts,
} from "../../../platform/domain/index.js";

/** 国务院办公厅关于2026年部分节假日安排的通知, typed by hand: spans off, and weekends that are worked. */
const OFF: readonly (readonly [string, string])[] = [
  ["01-01", "01-03"],
  ["02-15", "02-23"],
  ["04-04", "04-06"],
  ["05-01", "05-05"],
  ["06-19", "06-21"],
  ["09-25", "09-27"],
  ["10-01", "10-07"],
];
const WORKED = "01-04 02-14 02-28 05-09 09-20 10-10".split(" ");

/** Every day of 2026 in its order, with whether it is worked. */
const YEAR: readonly { readonly day: string; readonly works: boolean }[] = Array.from({ length: 365 }, (_, index) => {
  const date = new Date(Date.UTC(2026, 0, 1 + index));
  const day = date.toISOString().slice(0, 10);
  const short = day.slice(5);
  const weekend = date.getUTCDay() % 6 === 0;
  const off = OFF.some(([from, to]) => from <= short && short <= to);
  return { day, works: WORKED.includes(short) || (!weekend && !off) };
});
const at = (day: string): number => YEAR.findIndex((entry) => entry.day === day);

/** Due day of working days: one after the other is struck off; stopped days are passed over. */
const workingDue = (start: string, amount: number, stopped: readonly string[] = []): string | undefined => {
  let left = amount;
  for (const { day, works } of YEAR.slice(at(start) + 1)) {
    if (!works || stopped.includes(day)) continue;
    left -= 1;
    if (left === 0) return day;
  }
  return undefined;
};

/** Due day of natural days: counted, then put off to a day that is worked. */
const naturalDue = (start: string, amount: number): string | undefined =>
  YEAR.slice(at(start) + amount).find(({ works }) => works)?.day;

const due = (facts: LimitFacts): string | undefined => computeDeadline(facts).dueOn;

describe("deadlines of 2026", () => {
  it.each([
    ["an answer on request", "2026-02-10", 20, "2026-03-16"],
    ["five working days across National Day end on a worked Saturday", "2026-09-28", 5, "2026-10-10"],
    ["one working day ends on a worked Sunday", "2026-09-18", 1, "2026-09-20"],
    ["seven working days across Spring Festival", "2026-02-12", 7, "2026-02-28"],
    ["double publicity across Labour Day's worked Saturday", "2026-05-06", 7, "2026-05-14"],
    ["service of a penalty with its notice of repair", "2026-04-29", 7, "2026-05-12"],
    ["withdrawal of a revoked penalty", "2026-04-29", 3, "2026-05-07"],
    ["acceptance of a repair", "2026-09-30", 3, "2026-10-10"],
    ["feedback of a repair", "2026-09-30", 10, "2026-10-20"],
  ])("%s", (_name, start, amount, expected) => {
    expect([workingDue(start, amount), due({ start, unit: "WD", amount })]).toEqual([expected, expected]);
  });

  it("with a stopped span, and extended", () => {
    const stopped = YEAR.slice(at("2026-02-25"), at("2026-03-04") + 1).map(({ day }) => day);
    const start = "2026-02-10";
    expect(workingDue(start, 20, stopped)).toBe("2026-03-25");
    expect(due({ start, unit: "WD", amount: 20, suspensions: [{ from: "2026-02-25", to: "2026-03-04" }] })).toBe(
      "2026-03-25",
    );
    expect([workingDue(start, 40), due({ start, unit: "WD", amount: 20, extension: 20 })]).toEqual([
      ...["2026-04-14", "2026-04-14"],
    ]);
  });

  it("of every limit of the law in days, for every day of the year on which it can begin", () => {
    const spans = limitRules().filter(({ unit, amount }) => (unit === "WD" || unit === "D") && amount > 0);
    expect(spans.length).toBeGreaterThan(35);
    const differing: unknown[] = [];
    let compared = 0;
    for (const { id, unit, amount } of spans)
      for (const { day } of YEAR) {
        const expected = unit === "WD" ? workingDue(day, amount) : naturalDue(day, amount);
        const found = due({ start: day, unit: unit as "WD" | "D", amount });
        compared += 1;
        if (found !== expected) differing.push([id, day, expected, found]);
      }
    expect(differing).toEqual([]);
    expect(compared).toBe(spans.length * 365);
  });

  it("has 248 working days", () => {
    expect(YEAR.filter(({ works }) => works)).toHaveLength(248);
    expect(workdaysBetween("2025-12-31", "2026-12-31")).toBe(248);
  });
});

describe("what reaches into 2027, whose calendar is not published", () => {
  it("was never met: twenty working days from 10 December 2026, done on 30 November 2027, suspended ones too", () => {
    for (const suspensions of [[], [{ from: "2026-12-14", to: "2026-12-18" }]]) {
      const deadline = computeDeadline({ start: "2026-12-10", unit: "WD", amount: 20, suspensions });
      expect(deadline.certainty).toBe("PROVISIONAL");
      // The latest thinkable year has its 23 weekdays off in front: the plain loop goes on through it.
      const days = Array.from({ length: 90 }, (_, index) => new Date(Date.UTC(2027, 0, 1 + index)));
      const weekdays = days.filter((day) => day.getUTCDay() % 6 !== 0).slice(23);
      const before = YEAR.slice(at("2026-12-10") + 1).filter(
        ({ day, works }) => works && !suspensions.some(({ from, to }) => from <= day && day <= to),
      ).length;
      const latest = weekdays[20 - before - 1]!.toISOString().slice(0, 10);
      expect(deadline.latestOn).toBe(latest);
      expect(deadlineState(deadline, "2027-11-30", "2027-11-30")).toBe("LATE");
      expect(deadlineState(deadline, latest, latest)).toBe("PROVISIONAL");
    }
  });
});

/** Lengths of months; February by the rule of Gregory. */
const lengthOf = (year: number, month: number): number =>
  month === 2
    ? year % 400 === 0 || (year % 4 === 0 && year % 100 !== 0)
      ? 29
      : 28
    : [4, 6, 9, 11].includes(month)
      ? 30
      : 31;

/** Months counted one after the other on paper: the same day, or the last one of a shorter month. */
const monthsDue = (start: string, amount: number): string => {
  let [year, month] = [Number(start.slice(0, 4)), Number(start.slice(5, 7))];
  for (let left = amount; left > 0; left -= 1) [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  const day = Math.min(Number(start.slice(8)), lengthOf(year, month));
  return [year, String(month).padStart(2, "0"), String(day).padStart(2, "0")].join("-");
};

describe("limits in months", () => {
  it.each([
    ["L29-UNIT", "2026-12-31", 1, "2027-01-31"],
    ["L29-GOVERNMENT", "2026-12-31", 3, "2027-03-31"],
    ["L29-GOVERNMENT", "2027-12-31", 3, "2028-03-31"],
    ["L23-GENERAL", "2026-02-28", 12, "2027-02-28"],
    ["L23-GENERAL", "2028-02-29", 12, "2029-02-28"],
    ["L23-SERIOUS", "2026-03-31", 36, "2029-03-31"],
  ])("%s from %s: %i months, to %s", (id, start, amount, expected) => {
    expect(limitRule(id)).toMatchObject({ unit: "M", amount });
    expect([monthsDue(start, amount), addMonths(start, amount)]).toEqual([expected, expected]);
  });

  it("of every limit, its most and its least, for every day of eight years on which it can begin", () => {
    const spans = limitRules()
      .filter(({ unit }) => unit === "M")
      .flatMap(({ amount, minimum = amount }) => [amount, minimum])
      .filter((amount) => amount > 0);
    expect(spans.sort((one, other) => one - other)).toEqual([1, 1, 3, 3, 3, 12, 12, 36]);
    const days = Array.from({ length: 2_922 }, (_, index) =>
      new Date(Date.UTC(2021, 0, 1 + index)).toISOString().slice(0, 10),
    );
    const differing = spans.flatMap((amount) =>
      days.filter((day) => monthsDue(day, amount) !== addMonths(day, amount)).map((day) => [day, amount]),
    );
    expect(differing).toEqual([]);
    expect(days.at(-1)).toBe("2028-12-31");
  });
});

/** Remainder of the value that the digits have in powers of a base, the last digit first. */
const horner = (values: readonly number[], base: number, modulus: number): number =>
  [...values].reverse().reduce((sum, value) => (sum * base + value) % modulus, 0);

/** GB 32100: powers of 3 modulo 31. */
const usccHolds = (code: string): boolean => {
  const values = [...code].map((letter) => "0123456789ABCDEFGHJKLMNPQRTUWXY".indexOf(letter));
  if (values.length !== 18 || values.includes(-1)) return false;
  return (horner(values.slice(0, 17), 3, 31) + values[17]!) % 31 === 0 && orgHolds(code.slice(8, 17));
};

/** GB 11714: powers of 2 modulo 11, from the check character on. */
const orgHolds = (code: string): boolean => {
  const values = [...code].map((letter) => Number.parseInt(letter, 36));
  const check = code[8] === "X" ? 10 : values[8]!;
  const sum = values.slice(0, 8).reduce((total, value) => ((total + value) * 2) % 11, 0);
  return (sum + check) % 11 === 0;
};

/** GB 11643 (ISO 7064 MOD 11-2). */
const residentHolds = (id: string): boolean => {
  const check = id[17] === "X" ? 10 : Number(id[17]);
  const sum = [...id.slice(0, 17)].reduce((total, digit) => ((total + Number(digit)) * 2) % 11, 0);
  return (sum + check) % 11 === 1;
};

describe("check characters", () => {
  it.each([
    ...["91440300708461136T", "9144030071526726XG", "914403001922038216", "9144030027939873X7", "9152000071430580XT"],
    ...["91100000100003962T", "911000001000013428", "911100001000044477", "91330100799655058B", "11511301008778183N"],
    ...["115113010833722043", "1151130100877844X4", "12511301452260997J", "11511301MB1550442U", "11990101MB9000015E"],
    ...["91990101MA9000011P", "92990101MA9000038C", "N2990101MF900001X8"],
  ])("%s holds", (code) => expect([usccHolds(code), isValidUscc(code)]).toEqual([true, true]));

  it.each(["91350100M000100Y4Z", "91310115MA1H8R7C6D", "TE5116020105116050"])("%s does not", (code) =>
    expect([usccHolds(code), isValidUscc(code)]).toEqual([false, false]),
  );

  it("every single wrong character of a credit code is found by both", () => {
    const code = "91440300708461136T";
    for (let place = 0; place < 18; place += 1)
      for (const letter of "0123456789ABCDEFGHJKLMNPQRTUWXY") {
        const changed = code.slice(0, place) + letter + code.slice(place + 1);
        expect([changed, usccHolds(changed), isValidUscc(changed)]).toEqual([
          changed,
          changed === code,
          changed === code,
        ]);
      }
  });

  it.each([
    ["083372204", true],
    ["008778685", true],
    ["130501003", false],
  ])("organisation code %s: %s", (code, holds) =>
    expect([orgHolds(code), isValidOrgCode(code)]).toEqual([holds, holds]),
  );

  it.each([
    ["11010519491231002X", true],
    ["440524188001010014", true],
    ["990101199001010019", true],
    ["990101198506150020", true],
    ["990101199912312042", true],
    ["110105194912310021", false],
  ])("identity number %s: %s", (id, holds) =>
    expect([residentHolds(id), isValidResidentId(id, "2026-11-29")]).toEqual([holds, holds]),
  );
});
