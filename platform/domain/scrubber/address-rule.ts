/** Homes in texts: what stands below county and district of a house becomes stars; places of offences and of bodies stay. */
import { spansOf, type Span, type TextRule, type TextSubject } from "./text-rule.js";
import type { FoldedText } from "./folded-text.js";

const NUMBER = "[0-9A-Za-z一二三四五六七八九十百零〇]";
/** Parts of an address down to the house, such as 北山街丹山胡同12号3单元401室. */
const STREET =
  "(?:街道|大街|大道|路|街|巷|胡同|弄|里|镇|乡|村|屯|社区|小区|花园|家园|花苑|苑|公寓|新村|新城|大厦|广场|林场|农场|组|委)";
const HOUSE = `(?:${NUMBER}{1,8}(?:-${NUMBER}{1,8}){0,4}(?:号楼|号院|号|栋|幢|座|单元|门|层|楼|室|户|组|队|委))`;
const TOKEN = "[\\p{Script=Han}0-9A-Za-z]";
/** Words that end before a street begins. */
const IN_STREET = "(?:(?![在于住址到至从为的将对和与及由])[\\p{Script=Han}0-9A-Za-z ])";
/** Provinces, cities and counties before it; taken once, as long as they are. All repetitions are bounded, so that a long text costs in proportion to its length. */
const regions = (least: 0 | 1): string =>
  `(?=(?<region>(?:\\p{Script=Han}{2,12}?(?:自治区|自治州|自治县|自治旗|省|地区|盟|州|市|县|旗|(?<!小|社|园|景|校|厂|矿|库|辖|山|林)区)){${least},5}))\\k<region>`;
const HOUSES = `(?:${HOUSE}[\\s,，-]?){1,5}(?:${NUMBER}{1,4}(?=$|[\\s,，。;；)）]))?`;
const FLAT = `${NUMBER}{1,8}(?:号楼|号|栋|幢|座)[\\s,，-]?${NUMBER}{1,8}(?:单元|门)[\\s,，-]?(?:${NUMBER}{1,8}(?:层|楼)[\\s,，-]?)?${NUMBER}{1,8}(?:室|户|号)?`;

/** Behind a region an address is as long as it is; without one, a few characters before the street are taken for its name. */
const addresses = (rest: (length: number) => string): readonly RegExp[] => [
  new RegExp(`${regions(1)}[\\s,，]?(?<value>${rest(30)})`, "dgu"),
  new RegExp(`(?<value>${rest(4)})`, "dgu"),
];
const WITH_HOUSE = addresses((length) => `${IN_STREET}{1,${length}}?${STREET}[\\s,，]?${HOUSES}`);
const APARTMENT = addresses((length) => `${IN_STREET}{0,${length}}?${FLAT}`);
/** What follows a label of a home, to the end of the clause. */
const LABELLED = new RegExp(
  `(?:家庭(?:住址|地址)|现住址|现住地址?|住址|户籍(?:所在)?地(?:址)?|户口所在地|经常居住地|居住地址?|居住于|居住在|家住|住于|住在|(?<=[,，、。;；\\s(（]|^|岁|族|生|性)住(?!房(?:和|与)?(?:城乡|城市|建设|保障|公积金))(?=\\p{Script=Han}{2,12}[省市区县州旗镇乡村路街])|通讯地址|邮寄地址|收货地址)(?:为|是|系|在|于|[\\s:：])*${regions(0)}(?<value>${TOKEN}[\\p{Script=Han}0-9A-Za-z\\-#()（）]{0,80})`,
  "dgu",
);
/** What a text has that holds an address of the kind: most have none, and are done with quickly. */
const SIGNS = {
  labelled: /住|地址|户籍|户口/u,
  house: new RegExp(`${STREET}[\\s,，]?${NUMBER}`, "u"),
  flat: /单元|门/u,
};

/** Of what follows the region, nothing is kept; a clause that only names the region stays. Where two patterns meet, the first one has read further. */
const homes = (folded: string, patterns: readonly RegExp[]): Span[] => {
  const found: Span[] = [];
  for (const pattern of patterns) {
    const next = [...spansOf(folded, pattern)].filter(
      ({ start, end, found: text }) => text.length > 1 && !found.some((one) => start < one.end && one.start < end),
    );
    found.push(...next);
  }
  return found;
};

/** Homes behind a label alone: for columns that say where an agency is. */
export const labelledHomeRule: TextRule = {
  kind: "ADDRESS",
  find: ({ folded }) => (SIGNS.labelled.test(folded) ? homes(folded, [LABELLED]) : []),
  replacement: () => "***",
};

/** Homes of persons. */
export const addressRule: TextRule = {
  kind: "ADDRESS",
  find: ({ folded }: FoldedText, { natural }: TextSubject) =>
    homes(folded, [
      ...(SIGNS.labelled.test(folded) ? [LABELLED] : []),
      ...(SIGNS.flat.test(folded) ? APARTMENT : []),
      ...(natural && SIGNS.house.test(folded) ? WITH_HOUSE : []),
    ]),
  replacement: () => "***",
};
