/** The vocabulary in words, Chinese and English: for the negative list, its page, and what a refused reader is told. */
import type { Mask, Reason, Tier } from "./vocabulary.js";

/** A legal basis as far as readers are told of it. */
export interface BasisText {
  readonly lawName: string;
  readonly articleNo?: string;
}

/** Languages of what readers are told. */
export type Language = "zh" | "en";

/** A text in both languages. */
export type Text = Readonly<Record<Language, string>>;

/** Each reason with the article of the Regulations on Open Government Information (2019) that knows it. */
export const REASON_TEXTS: Readonly<Record<Reason, Text & { readonly article: 14 | 15 | 16 }>> = {
  STATE_SECRET: { en: "State secret", zh: "国家秘密", article: 14 },
  PUBLIC_SAFETY: { en: "Public safety", zh: "危及公共安全", article: 14 },
  ECONOMIC_SECURITY: { en: "Economic security", zh: "危及经济安全", article: 14 },
  SOCIAL_STABILITY: { en: "Social stability", zh: "危及社会稳定", article: 14 },
  LEGAL_PROHIBITION: { en: "Prohibited by law", zh: "法律、行政法规禁止公开", article: 14 },
  TRADE_SECRET: { en: "Trade secret", zh: "商业秘密", article: 15 },
  PERSONAL_PRIVACY: { en: "Personal privacy", zh: "个人隐私", article: 15 },
  INTERNAL_AFFAIRS: { en: "Internal affairs", zh: "内部事务信息", article: 16 },
  PROCESS_INFORMATION: { en: "Process information", zh: "过程性信息", article: 16 },
  ENFORCEMENT_FILE: { en: "Enforcement file", zh: "行政执法案卷信息", article: 16 },
};

/** A verb is not kept back: the law gives it to somebody. */
const VERB_TEXT: Text = { en: "Given to others by law", zh: "依法由特定主体办理" };

/** Why a field is closed, or a verb of the graph is not everybody's. */
export const reasonText = ({ type, reason }: { readonly type: string; readonly reason: Reason }): Text =>
  type === "Mutation" ? VERB_TEXT : REASON_TEXTS[reason];

/** Each audience. */
export const TIER_TEXTS: Readonly<Record<Tier, Text>> = {
  MASKED: { en: "everyone, in masked form", zh: "公众（脱敏后）" },
  OWNER: { en: "the person or body concerned", zh: "本人或本单位" },
  AGENCY: { en: "the agency that keeps the record", zh: "经办机关" },
  SHARED: { en: "agencies with a data-sharing agreement", zh: "签有共享协议的机关" },
  SUPERVISOR: { en: "supervisors of the division", zh: "本区划监督机关" },
  NEVER: { en: "no one", zh: "不对外提供" },
};

/** Each mask. */
export const MASK_TEXTS: Readonly<Record<Mask, Text>> = {
  NAME: { en: "surname and stars", zh: "仅显示姓氏" },
  ID_NUMBER: { en: "first three and last two characters", zh: "显示前三位和后两位" },
  PHONE: { en: "first three and last two digits", zh: "显示前三位和后两位" },
  ACCOUNT: { en: "last four digits", zh: "显示后四位" },
  ADDRESS: { en: "down to the county", zh: "显示至县（市、区）" },
  AMOUNT_BAND: { en: "band of the amount", zh: "显示金额区间" },
};

/** English names of laws, where there is a usual one. */
const LAWS_IN_ENGLISH: Readonly<Record<string, string>> = {
  中华人民共和国政府信息公开条例: "Regulations on Open Government Information",
  中华人民共和国个人信息保护法: "Personal Information Protection Law",
  中华人民共和国行政许可法: "Administrative Licensing Law",
  中华人民共和国行政处罚法: "Administrative Penalty Law",
  中华人民共和国预算法: "Budget Law",
  中华人民共和国招标投标法: "Bidding Law",
  中华人民共和国商业银行法: "Commercial Banking Law",
  中华人民共和国保守国家秘密法: "Law on Guarding State Secrets",
  中华人民共和国数据安全法: "Data Security Law",
  中华人民共和国未成年人保护法: "Law on the Protection of Minors",
  政务数据共享条例: "Regulations on Sharing Government Data",
  社会救助暂行办法: "Interim Measures for Social Assistance",
  信用修复管理办法: "Measures for Credit Repair",
};

const DIGITS = "零一二三四五六七八九";

/** Number of a Chinese numeral below 1000, such as 二百一十五. */
const numberOf = (numeral: string): number | undefined => {
  let [total, digit] = [0, 0];
  for (const character of numeral) {
    const unit = { 十: 10, 百: 100 }[character];
    if (unit) [total, digit] = [total + (digit || 1) * unit, 0];
    else if (DIGITS.includes(character)) digit = DIGITS.indexOf(character);
    else return undefined;
  }
  return total + digit;
};

/** Law and article as people cite them: 《…条例》第十六条. */
export const basisText = ({ lawName, articleNo = "" }: BasisText, language: Language): string => {
  if (language === "zh") return `《${lawName}》${articleNo}`;
  const law = LAWS_IN_ENGLISH[lawName] ?? `《${lawName}》`;
  const [, numeral] = /^第(.+)条$/.exec(articleNo) ?? [];
  const article = numeral === undefined ? undefined : numberOf(numeral);
  if (article !== undefined) return `${law}, article ${article}`;
  return articleNo === "" ? law : `${law} ${articleNo}`;
};
