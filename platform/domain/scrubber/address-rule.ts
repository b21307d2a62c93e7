/** Homes in texts: what stands below county and district of a house becomes stars; places of offences and of bodies stay. */
import { spansOf, type Span, type TextRule, type TextSubject } from "./text-rule.js";
import type { FoldedText } from "./folded-text.js";

const NUMBER = "[0-9A-Za-z一二三四五六七八九十百零〇]";
/** Parts of an address down to the house, such as 北山街丹山胡同12号3单元401室. */
const STREET =
  "(?:街道|大街|大道|路|街|巷|胡同|弄|里|镇|乡|村|屯|社区|小区|花园|家园|花苑|苑|公寓|新村|新城|大厦|广场|林场|农场|组|委)";
const HOUSE = `(?:${NUMBER}+(?:-${NUMBER}+)*(?:号楼|号院|号|栋|幢|座|单元|门|层|楼|室|户|组|队|委))`;
const TOKEN = "[\\p{Script=Han}0-9A-Za-z]";
/** Words that end before a street begins. */
const NOT_STREET = "(?![在于住址到至从为的将对和与及由])";
const DETAIL = `(?:(?:${NOT_STREET}${TOKEN}){1,12}?${STREET}[\\s,，]?)+(?:${HOUSE}[\\s,，-]?)+(?:${NUMBER}{1,4}(?=$|[\\s,，。;；)）]))?`;
/** Provinces, cities and counties before it; taken once, as long as it is. */
const REGION =
  "(?=(?<region>(?:\\p{Script=Han}{2,12}?(?:自治区|自治州|自治县|自治旗|省|地区|盟|州|市|县|旗|(?<!小|社|园|景|校|厂|矿|库|辖|山|林)区))*))\\k<region>";

const WITH_HOUSE = new RegExp(`${REGION}(?<value>${DETAIL})`, "dgu");
const APARTMENT = new RegExp(
  `${REGION}(?<value>(?:(?:${NOT_STREET}${TOKEN}){1,12}?${STREET}[\\s,，]?)*${NUMBER}+(?:号楼|号|栋|幢|座)[\\s,，-]?${NUMBER}+(?:单元|门)[\\s,，-]?(?:${NUMBER}+(?:层|楼)[\\s,，-]?)?${NUMBER}+(?:室|户|号)?)`,
  "dgu",
);
/** What follows a label of a home, to the end of the clause. */
const LABELLED = new RegExp(
  `(?:家庭(?:住址|地址)|现住址|现住地址?|住址|户籍(?:所在)?地(?:址)?|户口所在地|经常居住地|居住地址?|居住于|居住在|家住|住于|住在|(?<=[,，、。;；\\s(（]|^|岁|族|生|性)住(?=\\p{Script=Han}{2,}[省市区县州旗镇乡村路街])|通讯地址|邮寄地址|收货地址)(?:为|是|系|在|于|[\\s:：])*${REGION}(?<value>${TOKEN}[\\p{Script=Han}0-9A-Za-z\\-#()（）]*)`,
  "dgu",
);

/** Of what follows the region, nothing is kept; a clause that only names the region stays. */
const below = (spans: Iterable<Span & { readonly found: string }>): Span[] =>
  [...spans].filter(({ found }) => found.length > 1);

/** Homes behind a label alone: for columns that say where an agency is. */
export const labelledHomeRule: TextRule = {
  kind: "ADDRESS",
  find: ({ folded }) => below(spansOf(folded, LABELLED)),
  replacement: () => "***",
};

/** Homes of persons. */
export const addressRule: TextRule = {
  kind: "ADDRESS",
  *find({ folded }: FoldedText, { natural }: TextSubject) {
    yield* below(spansOf(folded, LABELLED));
    yield* below(spansOf(folded, APARTMENT));
    if (natural) yield* below(spansOf(folded, WITH_HOUSE));
  },
  replacement: () => "***",
};
