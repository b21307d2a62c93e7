/** Values of exports: what is understood has one meaning, what is not is refused with what is allowed. */
import { coded, codedList, countOf, everyField, limitOf, RowRefused, yesNo } from "../../../platform/import/index.js";
import { nullIfEmptyText } from "../../../platform/domain/index.js";
import { acceptedState, acceptedType, UNITS } from "../../../subgraphs/matters/matter/matter.words.js";

const ruleOf = (read: () => unknown): string => {
  try {
    return `read as ${JSON.stringify(read())}`;
  } catch (error) {
    return (error as RowRefused).rule;
  }
};

describe("a code or word", () => {
  it.each([
    ["01", "LICENSING_01"],
    ["1", "LICENSING_01"],
    ["001", "LICENSING_01"],
    ["１", "LICENSING_01"],
    ["行政许可", "LICENSING_01"],
    ["01-行政许可", "LICENSING_01"],
    ["01 - 行政许可", "LICENSING_01"],
    ["行政许可（01）", "LICENSING_01"],
    ["行政许可-01", "LICENSING_01"],
    ["01行政许可", "LICENSING_01"],
    ["（20）公共服务", "PUBLIC_SERVICE_20"],
  ])("%s is %s", (written, expected) => expect(acceptedType(written)).toBe(expected));

  it.each(["01-行政处罚", "77", "行政", "01-行政许可事项", "0x1", "1.5", "1-2", "行政许可、行政处罚"])(
    "%s is none, and says what is allowed",
    (written) => {
      expect(ruleOf(() => acceptedType(written))).toBe("TASK_TYPE_UNKNOWN");
      expect(() => acceptedType(written)).toThrow(
        expect.objectContaining({ remedy: expect.stringContaining("行政许可") }),
      );
    },
  );

  it.each([
    ["取消", "CANCELLED"],
    ["03", "CANCELLED"],
    ["3-取消", "CANCELLED"],
    ["暂停", "SUSPENDED"],
    [undefined, "IN_USE"],
  ])("of a state %s is %s", (written, expected) => expect(acceptedState(written)).toBe(expected));

  it("is not looked for in what a table inherits", () =>
    expect(ruleOf(() => coded({ a: 1 }, "field", "constructor", "UNKNOWN"))).toBe("UNKNOWN"));

  it("of a list is read entry by entry, and one that is not known refuses the row", () => {
    const table = { "1": "ONE", 一: "ONE", "2": "TWO" };
    expect(codedList(table, "field", "02^一，1", "UNKNOWN")).toEqual(["TWO", "ONE"]);
    expect(ruleOf(() => codedList(table, "field", "1,3", "UNKNOWN"))).toBe("UNKNOWN");
    expect(codedList(table, "field", undefined, "UNKNOWN")).toEqual([]);
  });
});

describe("yes and no", () => {
  it.each([
    ["是", true],
    ["1", true],
    ["01", true],
    ["y", true],
    ["TRUE", true],
    ["1-是", true],
    ["否", false],
    ["0", false],
    ["不支持", false],
    ["不收费", false],
    ["收费", true],
  ])("%s is %s", (written, expected) => expect(yesNo("isFee", written, { 收费: true, 不收费: false })).toBe(expected));

  it.each(["2", "部分", "是否", "收费"])("%s is neither", (written) =>
    expect(ruleOf(() => yesNo("isOnline", written))).toBe("YES_NO_UNKNOWN"),
  );
});

describe("a count", () => {
  it.each([
    ["0", 0],
    ["3次", 3],
    ["２ 次", 2],
    ["1.0", 1],
  ])("%s is %s", (written, expected) => expect(countOf("visits", written, ["次"])).toBe(expected));

  it.each(["一次", "1.5", "-1", "1-2", "3天", "1234567", "0x10"])("%s is none", (written) =>
    expect(ruleOf(() => countOf("visits", written, ["次"]))).toBe("COUNT"),
  );
});

describe("a limit", () => {
  const read = (amount: string | undefined, unit?: string): unknown =>
    limitOf({ amount, unit }, { amount: "amount", unit: "unit", units: UNITS });

  it.each([
    ["20", "1", { amount: 20, unit: "WORKING_DAY" }],
    ["20", "01", { amount: 20, unit: "WORKING_DAY" }],
    ["20", "工作日", { amount: 20, unit: "WORKING_DAY" }],
    ["20", "1-工作日", { amount: 20, unit: "WORKING_DAY" }],
    ["20个工作日", undefined, { amount: 20, unit: "WORKING_DAY" }],
    ["20（工作日）", undefined, { amount: 20, unit: "WORKING_DAY" }],
    ["20(个工作日)", undefined, { amount: 20, unit: "WORKING_DAY" }],
    ["20个工作日内", "工作日", { amount: 20, unit: "WORKING_DAY" }],
    ["自受理之日起20个工作日", undefined, { amount: 20, unit: "WORKING_DAY" }],
    ["3个月", undefined, { amount: 3, unit: "MONTH" }],
    ["3", "月", { amount: 3, unit: "MONTH" }],
    ["15", "自然日", { amount: 15, unit: "NATURAL_DAY" }],
    ["24小时", undefined, { amount: 24, unit: "HOUR" }],
    ["即办", undefined, { amount: 0, unit: "IMMEDIATE" }],
    ["当场办结", undefined, { amount: 0, unit: "IMMEDIATE" }],
    [undefined, "4", { amount: 0, unit: "IMMEDIATE" }],
    [undefined, "1", undefined],
    [undefined, undefined, undefined],
  ])("%s with the unit %s is %j", (amount, unit, expected) => expect(read(amount, unit)).toEqual(expected));

  it.each([
    ["20", undefined, "LIMIT_UNIT_MISSING"],
    ["20天", undefined, "LIMIT_UNKNOWN"],
    ["二十个工作日", undefined, "LIMIT_UNKNOWN"],
    ["20-30", "1", "LIMIT_UNKNOWN"],
    ["0.5", "1", "LIMIT_UNKNOWN"],
    ["20", "9", "LIMIT_UNIT_UNKNOWN"],
    ["3个月", "工作日", "LIMIT_UNIT_CONTRADICTS"],
    ["2年", undefined, "LIMIT_UNKNOWN"],
  ])("%s with the unit %s is refused as %s", (amount, unit, rule) =>
    expect(ruleOf(() => read(amount, unit))).toBe(rule),
  );
});

describe("all fields of a row", () => {
  it("are read before it is refused, and each reason is said once", () => {
    const refuse = (rule: string) => (): string => {
      throw new RowRefused("field", rule, "Correct it.");
    };
    expect(() => everyField({ a: refuse("A"), b: () => 1, c: refuse("B"), d: refuse("A") })).toThrow(
      expect.objectContaining({
        refusals: [expect.objectContaining({ rule: "A" }), expect.objectContaining({ rule: "B" })],
      }),
    );
  });

  it("are given by their names where none refuses", () =>
    expect(everyField({ a: () => 1, b: () => undefined })).toEqual({ a: 1, b: undefined }));

  it("do not hide an error of the program", () =>
    expect(() =>
      everyField({
        a: () => {
          throw new TypeError("a fault");
        },
      }),
    ).toThrow(TypeError));
});

describe("words for nothing", () => {
  it.each([
    "",
    " ",
    "无",
    "暂无",
    "（无）",
    "(空)",
    "— —",
    "——",
    "--",
    "－",
    "/",
    "／",
    "//",
    "nan",
    "NaN",
    "NULL",
    "N/A",
    "#N/A",
    "未提供",
    "无。",
    "null",
  ])("%j is empty", (written) => expect(nullIfEmptyText(written)).toBeUndefined());

  it.each(["0", "否", "无锡市", "-1", "无证经营", "/api/x", "nano", "空港区"])("%j is not", (written) =>
    expect(nullIfEmptyText(written)).toBe(written),
  );
});
