/** Days of exports: one way to read each, and what could be two days is refused. */
import { dayOf, endOf, type RowNotice, type RowRefused } from "../../../platform/import/index.js";

const ruleOf = (read: () => unknown): string => {
  try {
    return `read as ${JSON.stringify(read())}`;
  } catch (error) {
    return (error as RowRefused).rule;
  }
};

describe("a day", () => {
  it.each([
    ["2026-05-06", "2026-05-06"],
    ["2026/5/6", "2026-05-06"],
    ["2026.5.6", "2026-05-06"],
    ["20260506", "2026-05-06"],
    ["2026年5月6日", "2026-05-06"],
    ["２０２６年５月６日", "2026-05-06"],
    ["2026年5月6日 星期三", "2026-05-06"],
    ["2026-05-06 10:11:12", "2026-05-06"],
    ["2026/5/6 0:00", "2026-05-06"],
    ["2026-05-06T00:00:00", "2026-05-06"],
    ["2026-05-06T23:59:59.999", "2026-05-06"],
    // An instant is the day that it is in Shanghai.
    ["2026-05-05T16:00:00Z", "2026-05-06"],
    ["2026-05-05T16:00:00.000Z", "2026-05-06"],
    ["2026-05-05T15:59:59Z", "2026-05-05"],
    ["2026-05-06T00:00:00+08:00", "2026-05-06"],
    ["2026-05-05T23:30:00-0500", "2026-05-06"],
    ["2024-02-29", "2024-02-29"],
  ])("%s is %s", (written, expected) => expect(dayOf("day", written)).toBe(expected));

  it.each([
    ["2025.11", "DATE_MONTH"],
    ["202512", "DATE_MONTH"],
    ["2025年11月", "DATE_MONTH"],
    ["2025-11", "DATE_MONTH"],
    ["45782", "DATE_SERIAL"],
    ["45782.5", "DATE_SERIAL"],
    ["2026-5/6", "DATE"],
    ["2026.5-6", "DATE"],
    ["2026-0506", "DATE"],
    ["2026年5月6", "DATE"],
    ["05/06/2026", "DATE"],
    ["26-05-06", "DATE"],
    ["2026-13-01", "DATE"],
    ["2026-02-30", "DATE"],
    ["2026050", "DATE"],
    ["20260506123", "DATE"],
    ["2026-05-06 abc", "DATE"],
    ["2026-05-06、2026-05-07", "DATE"],
    ["2026-05-06T16:00+99:00", "DATE"],
    ["0206-05-06", "DATE"],
    ["9999-12-31", "DATE"],
    ["长期", "DATE"],
    ["2025", "DATE"],
  ])("%s is refused as %s", (written, rule) => expect(ruleOf(() => dayOf("day", written))).toBe(rule));
});

describe("an end", () => {
  const read = (written: string | undefined): [string | undefined, string[]] => {
    const notices: RowNotice[] = [];
    const day = endOf("validTo", written, (said) => notices.push(said));
    return [day, notices.map(({ rule }) => rule)];
  };

  it.each([
    [undefined, [undefined, []]],
    ["长期", [undefined, []]],
    ["永久", [undefined, []]],
    ["长期有效", [undefined, []]],
    ["2099-12-31", [undefined, ["NO_END"]]],
    ["2099/12/31", [undefined, ["NO_END"]]],
    ["9999-12-31 00:00:00", [undefined, ["NO_END"]]],
    ["20991231", [undefined, ["NO_END"]]],
    ["2099-12-30", ["2099-12-30", []]],
    ["2028-01-31", ["2028-01-31", []]],
    ["2028.02", ["2028-02-29", ["END_OF_MONTH"]]],
    ["202802", ["2028-02-29", ["END_OF_MONTH"]]],
  ])("%s is %j", (written, expected) => expect(read(written)).toEqual(expected));

  it.each([
    ["45782", "DATE_SERIAL"],
    ["三年", "DATE"],
    ["2028-13", "DATE"],
  ])("%s is refused as %s", (written, rule) => expect(ruleOf(() => read(written))).toBe(rule));
});
