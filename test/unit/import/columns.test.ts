/** Columns of exports: headings as people write them, and units that are converted exactly or refused. */
import { ImportRefused, inUnit, type Mapping } from "../../../platform/import/index.js";
import { createRowMapper, type RowMapper } from "../../../platform/import/row-mapper.js";

const FIELDS = {
  name: { doc: "", columns: ["NAME", "行政相对人名称"], required: true },
  uscc: { doc: "", columns: ["行政相对人代码_1(统一社会信用代码)"] },
  fine: { doc: "", columns: ["CF_NR_FK", "罚款金额（万元）"], unit: "万元" },
  amount: { doc: "", columns: ["发放金额"], unit: "元" },
  quantity: { doc: "", columns: ["补贴面积"], unitTo: "unit" },
  unit: { doc: "", columns: ["计量单位"] },
};

const mapper = (columns: readonly string[], mapping: Mapping = {}, unit?: string): RowMapper =>
  createRowMapper({ columns, units: new Map(), ...(unit === undefined ? {} : { unit }) }, FIELDS, mapping);

const read = (heading: string, value: string, mapping: Mapping = {}, unit?: string): unknown => {
  const { map, notices } = mapper(["NAME", heading], mapping, unit);
  const { fine, amount, quantity, unit: counted } = map({ NAME: "甲", [heading]: value });
  return [fine ?? amount ?? `${quantity} ${counted}`, notices.map(({ rule }) => rule)];
};

describe("columns", () => {
  it("that mean the same are told, unless the mapping says which", () => {
    const several = (mapping: Mapping): unknown =>
      mapper(["NAME", "行政相对人名称"], mapping).notices.map(({ rule, place }) => [rule, place]);
    expect(several({})).toEqual([["SEVERAL_COLUMNS", "columns NAME, 行政相对人名称"]]);
    expect(several({ columns: { name: ["行政相对人名称", "NAME"] } })).toEqual([]);
  });

  it("have the unit that stands above the table in their heading, for rows that leave the table", () => {
    expect(mapper(["NAME", "发放金额"], {}, "万元").headingOf("发放金额")).toBe("发放金额（万元）");
    expect(mapper(["NAME", "发放金额（元）"], {}, "万元").headingOf("发放金额（元）")).toBe("发放金额（元）");
    expect(mapper(["NAME", "发放金额"]).headingOf("发放金额")).toBe("发放金额");
  });
});

describe("headings", () => {
  it.each([
    "行政相对人名称",
    "*行政相对人名称",
    "行政相对人名称*",
    " 行政相对人 名称 ",
    "行政相对人\n名称",
    "行政相对人\u200b名称",
    "\u202a行政相对人名称\u202c",
    "行政相对人名称：",
    "行政相对人名称（必填）",
    "行政相对人名称(必填项)",
    "name",
  ])("%j is known", (heading) => expect(mapper([heading]).columnOf("name")).toBe(heading));

  it.each([
    "行政相对人代码-1（统一社会信用代码）",
    "行政相对人代码_1 (统一社会信用代码)",
    "行政相对人代码＿1(统一社会信用代码)",
  ])("%j is known", (heading) => expect(mapper(["NAME", heading]).columnOf("uscc")).toBe(heading));

  it.each(["行政相对人名称（二）", "原行政相对人名称", "行政相对人代码_2(统一社会信用代码)"])(
    "%j is another column",
    (heading) => expect(mapper(["NAME", heading]).unused).toEqual([heading]),
  );

  it("that nothing is read of are told", () =>
    expect(mapper(["NAME", "备注", "退回原因", "罚款金额（元）"]).unused).toEqual(["备注"]));

  it("give the first filled of several columns", () => {
    const { map } = mapper(["NAME", "行政相对人名称"]);
    expect(map({ NAME: "/", 行政相对人名称: "乙" })["name"]).toBe("乙");
  });
});

describe("units", () => {
  it.each([
    ["罚款金额（元）", "5000", ["0.5", ["UNIT_CONVERTED"]]],
    ["罚款金额(万元)", "0.5", ["0.5", []]],
    ["罚款金额（单位：元）", "1,234,567.89", ["123.456789", ["UNIT_CONVERTED"]]],
    ["CF_NR_FK", "0.2", ["0.2", []]],
    ["CF_NR_FK", "5000元", ["0.5", []]],
    ["发放金额（万元）", "123.45", ["1234500", ["UNIT_CONVERTED"]]],
    ["发放金额（元）", "￥1,234.50元", ["1234.50", []]],
    ["发放金额", "0.1亿元", ["10000000", []]],
    ["补贴面积（亩）", "3.75", ["3.75 亩", []]],
    ["补贴面积(公顷)", "1", ["1 公顷", []]],
  ])("%s with %s is %j", (heading, value, expected) => expect(read(heading, value)).toEqual(expected));

  it("of the mapping stand above those of the heading, and those of the table below", () => {
    expect(read("CF_NR_FK", "5000", { units: { fine: "元" } })).toEqual(["0.5", ["UNIT_CONVERTED"]]);
    expect(read("发放金额", "1.5", {}, "万元")).toEqual(["15000", ["UNIT_CONVERTED"]]);
    expect(read("发放金额（元）", "1.5", {}, "万元")).toEqual(["1.5", []]);
  });

  it("that nobody says are asked for, and of another kind are refused", () => {
    expect(() => mapper(["NAME", "罚款金额"])).toThrow(ImportRefused);
    expect(() => mapper(["NAME", "罚款金额"])).toThrow(/does not say in which unit/);
    expect(() => mapper(["NAME", "发放金额（亩）"])).toThrow(/no unit for amount/);
  });

  it("leave what is no amount for its field to refuse", () => {
    for (const value of ["五千元", "1,23", "1e4", "5000-6000", "0x10", "5000头", "约5000"])
      expect(read("罚款金额（元）", value)).toEqual([value, ["UNIT_CONVERTED"]]);
  });

  it.each([
    ["0.01", "元", "万元", "0.000001"],
    ["99999999999999999999.99", "元", "万元", "9999999999999999.999999"],
    ["1", "亿元", "元", "100000000"],
    ["-12.5", "万元", "元", "-125000"],
    ["5", "分", "元", "0.05"],
    ["120", "元/亩", "元", "120"],
  ])("%s %s in %s is %s, exactly", (value, from, to, expected) => expect(inUnit(value, from, to)).toBe(expected));
});
