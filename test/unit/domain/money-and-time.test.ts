/** Money without floating point, working days and the time-limit engine against the golden days of docs/reference/time-limits.md. */
import fc from "fast-check";
import lunar from "chinese-days";
import {
  limitRules,
  PROVISIONAL,
  WORK_CALENDAR,
  workCalendarYears,
  addDays,
  addMonths,
  addWorkdays,
  computeDeadline,
  deadlineState,
  fenFromYuan,
  lightOf,
  limitRule,
  localDateOf,
  multiplyRoundHalfUp,
  nullIfEmptyText,
  workdaysBetween,
  yuanFromFen,
} from "../../../platform/domain/index.js";

describe("money", () => {
  it("is exact between yuan and fen", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 16n), max: 10n ** 16n }), (fen) => fenFromYuan(yuanFromFen(fen)) === fen),
    );
  });

  it.each(["1.234", "1e3", "", "abc", "1,000", "0x10"])("refuses %p", (text) =>
    expect(() => fenFromYuan(text)).toThrow(),
  );

  it("rounds half up to the fen", () => {
    expect(multiplyRoundHalfUp("3.5", 1001n)).toBe(3504n); // 3503.5
    expect(multiplyRoundHalfUp("0.333", 100n)).toBe(33n);
    expect(multiplyRoundHalfUp("-3.5", 1001n)).toBe(-3504n);
  });
});

describe("working days", () => {
  it("has 248 working days and six make-up days in 2026", () => {
    expect(workdaysBetween("2025-12-31", "2026-12-31")).toBe(248);
    expect(workCalendarYears().find(({ year }) => year === 2026)?.makeupDays).toEqual([
      "2026-01-04",
      "2026-02-14",
      "2026-02-28",
      "2026-05-09",
      "2026-09-20",
      "2026-10-10",
    ]);
  });

  it("agrees with the package it was taken from, day by day", () => {
    for (let day = "2010-01-01"; day <= "2026-12-31"; day = addDays(day, 1)) {
      if (WORK_CALENDAR.isWorkday(day) !== lunar.isWorkday(day)) throw new Error(`${day} differs`);
    }
  });

  it("says PROVISIONAL across a year without a published calendar", () => {
    expect(addWorkdays("2026-12-25", 10)).toBe(PROVISIONAL);
    expect(workdaysBetween("2026-12-25", "2027-01-10")).toBeUndefined();
  });

  it("never goes back when more days are added", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 40 }), (offset, count) => {
        const start = addDays("2025-01-01", offset);
        return addWorkdays(start, count) < addWorkdays(start, count + 1);
      }),
    );
  });
});

describe("time limits", () => {
  const deadline = (start: string, amount: number, more: object = {}): string | undefined =>
    computeDeadline({ start, unit: "WD", amount, ...more }).dueOn;

  it("gives the golden dates of 2026", () => {
    expect(deadline("2026-02-10", 20)).toBe("2026-03-16");
    expect(deadline("2026-02-10", 20, { suspensions: [{ from: "2026-02-25", to: "2026-03-04" }] })).toBe("2026-03-25");
    expect(deadline("2026-02-10", 20, { extension: 20 })).toBe("2026-04-14");
    expect(deadline("2026-09-28", 5)).toBe("2026-10-10");
    expect(deadline("2026-09-18", 1)).toBe("2026-09-20");
    expect(deadline("2026-02-12", 7)).toBe("2026-02-28");
    expect(deadline("2026-05-06", 7)).toBe("2026-05-14");
  });

  it("rolls a natural-day limit to the next working day", () =>
    expect(computeDeadline({ start: "2026-09-21", unit: "D", amount: 10 }).dueOn).toBe("2026-10-08"));

  it("is PROVISIONAL across an unpublished year and SUSPENDED without an end", () => {
    expect(computeDeadline({ start: "2026-12-20", unit: "WD", amount: 20 })).toMatchObject({
      certainty: "PROVISIONAL",
      suspendedDays: 0,
    });
    expect(
      computeDeadline({ start: "2026-03-01", unit: "WD", amount: 20, suspensions: [{ from: "2026-03-05" }] }),
    ).toMatchObject({ certainty: "SUSPENDED" });
  });

  it("stays late where the limit was used up before a suspension began, in either unit", () => {
    const since = (from: string, unit: "WD" | "D", amount: number): ReturnType<typeof computeDeadline> =>
      computeDeadline({ start: "2026-03-02", unit, amount, suspensions: [{ from }] });
    expect(since("2026-03-10", "WD", 5)).toEqual({ dueOn: "2026-03-09", certainty: "FIXED", suspendedDays: 0 });
    expect(since("2026-03-09", "WD", 5)).toMatchObject({ certainty: "SUSPENDED" });
    expect(since("2026-03-09", "D", 5)).toMatchObject({ dueOn: "2026-03-09", certainty: "FIXED" }); // used up on the 7th
    expect(since("2026-03-07", "D", 5)).toMatchObject({ certainty: "SUSPENDED" });
    const closedToo = { start: "2026-03-02", unit: "WD", amount: 5 } as const;
    const suspensions = [{ from: "2026-03-04", to: "2026-03-05" }, { from: "2026-03-12" }];
    expect(computeDeadline({ ...closedToo, suspensions })).toMatchObject({ dueOn: "2026-03-11", suspendedDays: 2 });
  });

  it("is late only from the next day", () => {
    const due = computeDeadline({ start: "2026-02-10", unit: "WD", amount: 20 });
    expect(deadlineState(due, "2026-03-16")).toBe("RUNNING");
    expect(deadlineState(due, "2026-03-17")).toBe("LATE");
    expect(deadlineState(due, "2026-04-01", "2026-03-16")).toBe("MET");
  });

  it("is never met where the calendar does not reach it, in either unit, whenever it was done", () => {
    for (const unit of ["WD", "D"] as const) {
      const due = computeDeadline({ start: "2026-12-20", unit, amount: 20 });
      expect(due.certainty).toBe("PROVISIONAL");
      for (const done of ["2026-12-21", "2026-12-31", "2027-01-04", due.latestOn!])
        expect(deadlineState(due, "2027-06-02", done)).toBe("PROVISIONAL");
    }
  });

  it("is met where it was done while the clock stood still, and unknown where the stop is beyond the calendar", () => {
    const done = (from: string, completedOn: string): string => {
      const facts = { start: "2026-12-20", unit: "WD", amount: 20, suspensions: [{ from }] } as const;
      return deadlineState(computeDeadline(facts), "2027-06-02", completedOn);
    };
    expect(done("2026-12-24", "2027-03-01")).toBe("MET");
    expect(done("2027-01-20", "2027-06-01")).toBe("PROVISIONAL");
    // No calendar lets the limit last until this stop.
    expect(done("2027-05-01", "2027-06-01")).toBe("LATE");
  });

  it("shows lights", () => {
    const promised = computeDeadline({ start: "2026-03-02", unit: "WD", amount: 5 }); // 03-09
    const statutory = computeDeadline({ start: "2026-03-02", unit: "WD", amount: 20 }); // 03-30
    expect(
      ["2026-03-04", "2026-03-06", "2026-03-09", "2026-03-10", "2026-03-31"].map((day) =>
        lightOf(promised, statutory, day),
      ),
    ).toEqual(["GREEN", "YELLOW", "YELLOW", "RED", "BLACK"]);
  });

  it("knows every rule from L01 to L29", () => {
    const families = new Set(limitRules().flatMap(({ id }) => /^L\d{2}/.exec(id)?.[0] ?? []));
    expect([...families]).toEqual(Array.from({ length: 29 }, (_, index) => `L${String(index + 1).padStart(2, "0")}`));
    expect(limitRule("L12")).toMatchObject({ amount: 7, unit: "WD" });
    expect(() => limitRule("L99")).toThrow();
  });

  it("counts days in Shanghai", () => {
    expect(localDateOf(new Date("2026-09-27T16:00:00Z"))).toBe("2026-09-28");
    expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
  });
});

describe("text of real exports", () => {
  it.each(["无", " - ", "null", "/", "", "无。", "暂无"])("takes %p for nothing", (text) =>
    expect(nullIfEmptyText(text)).toBeUndefined(),
  );
  it("keeps the rest", () => expect(nullIfEmptyText(" 无障碍设施 ")).toBe("无障碍设施"));
});
