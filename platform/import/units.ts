/** Units of amounts and their exact conversion: digits are moved, nothing is computed in floating point. Pure. */

/** Powers of ten of the units of money, of one yuan. */
const MONEY: Readonly<Record<string, number>> = {
  分: -2,
  角: -1,
  元: 0,
  圆: 0,
  百元: 2,
  千元: 3,
  万元: 4,
  万: 4,
  十万元: 5,
  百万元: 6,
  千万元: 7,
  亿元: 8,
  亿: 8,
};

/** Units of quantities, which are not converted into each other. */
const COUNTED: readonly string[] = [
  ..."亩 公顷 平方米 平方公里 米 公里 吨 公斤 千克 斤 升 立方米 台 套 辆 间 栋 床 眼 口 座 处".split(" "),
  ..."人 人次 户 户次 名 头 只 羽 匹 尾 株 棵 穴 箱 个 项 件 次 工作日 个工作日 自然日 小时 天 月 年 学期 学年 个月".split(
    " ",
  ),
];

const CURRENCY = /^(?:人民币|RMB|CNY|[￥¥])+/iu;

/** The unit as tables know it: without currency and blanks; undefined for what is no unit. */
export const unitOf = (text: string): string | undefined => {
  const unit = text
    .normalize("NFKC")
    .replaceAll(/\s/g, "")
    .replace(/^单位[:：]?/u, "")
    .replace(CURRENCY, "");
  const [above = "", below] = unit.split("/", 2);
  if (below !== undefined) return isUnit(above) && COUNTED.includes(below) ? unit : undefined;
  return isUnit(above) ? above : undefined;
};

const isUnit = (text: string): boolean => Object.hasOwn(MONEY, text) || COUNTED.includes(text);

/** What stands above the line: 元 of 元/亩. */
const numerator = (unit: string): string => unit.split("/", 1)[0]!;

/** By how many places digits move from one unit to another; undefined where they are not of one kind. */
export const placesBetween = (from: string, to: string): number | undefined => {
  const [a, b] = [numerator(from), numerator(to)];
  if (a === b) return 0;
  const [fromPower, toPower] = [MONEY[a], MONEY[b]];
  return fromPower === undefined || toPower === undefined ? undefined : fromPower - toPower;
};

/** A decimal with its point moved to the right (to the left where negative), exactly. */
export const movePoint = (decimal: string, places: number): string => {
  const [, sign = "", whole = "0", part = ""] = /^(-?)(\d+)(?:\.(\d*))?$/.exec(decimal) ?? [];
  if (places === 0) return decimal;
  const digits = `${"0".repeat(Math.max(0, -places))}${whole}${part}${"0".repeat(Math.max(0, places))}`;
  const point = Math.max(0, -places) + whole.length + places;
  const left = digits.slice(0, point).replace(/^0+(?=\d)/, "");
  const right = digits.slice(point).replace(/0+$/, "");
  return `${sign}${left === "" ? "0" : left}${right === "" ? "" : `.${right}`}`;
};

/** A decimal with thousands set apart, a currency sign in front and a unit behind. */
const AMOUNT = /^(-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(?:\(?(\D{1,6}?)\)?)?整?$/u;

/** The amount of a cell in the wanted unit; `written` is the unit of the column, the cell's own stands above it. Undefined for what is no such amount. */
export const inUnit = (cell: string, written: string, wanted: string): string | undefined => {
  const text = cell.normalize("NFKC").replaceAll(/\s/g, "").replace(CURRENCY, "");
  const [, number, own] = AMOUNT.exec(text) ?? [];
  if (number === undefined) return undefined;
  const unit = own === undefined ? written : unitOf(own);
  const places = unit === undefined ? undefined : placesBetween(unit, wanted);
  return places === undefined ? undefined : movePoint(number.replaceAll(",", ""), places);
};
