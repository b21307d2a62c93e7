/** Bank accounts, phone numbers and other ways to reach a person in texts. */
import { spansOf, type TextRule } from "./text-rule.js";

/** The end of a text behind which a number is a public one: a code, a certificate or a document. */
export const PUBLIC_NUMBER_LABEL =
  /(?:信用代码|机构代码|注册号码?|登记号|登记证号|执照(?:编号|号码?)?|许可证(?:书)?(?:编号|号码?)?|(?<!驾驶|身份)证书?(?:编号|号码)|文书?号|决定书|(?<!证件|档案)编号|编码|单号|批次?号|合同号|条形?码|项目代码|案号|车架号|发动机号|票据号|凭证号|指标文号|序列号|[〕\]]第?|第)[\s:：为是(（〔[]*$/u;

const luhn = (digits: string): boolean =>
  [...digits].reverse().reduce((sum, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return sum + (value > 9 ? value - 9 : value);
  }, 0) %
    10 ===
  0;

/** 16 to 19 digits that begin as bank cards do (UnionPay 62 and 60, 9558, 4, 5), in a row or in fours. */
const CARD = /(?<![\dA-Za-z.])(?=6[02]|9558|4|5[1-9])\d{4}[ -]?\d{4}[ -]?\d{4}[ -]?\d{4}[ -]?\d{0,3}(?![\dA-Za-z])/dg;
const LABELLED_ACCOUNT =
  /(?:账户|帐户|账号|帐号|卡号|银行卡|存折|一卡通)(?:号码|编号|号|为|是|no\.?|[\s:：()（）])*(?<value>\d(?:[ -]?[\d*]){7,29})(?![\d*])/dgiu;

/** Accounts of anybody: of persons and of bodies they are hidden. */
export const accountRule: TextRule = {
  kind: "ACCOUNT",
  *find({ digits }) {
    yield* spansOf(digits, LABELLED_ACCOUNT);
    for (const { start, found } of spansOf(digits, CARD)) {
      const number = found.replaceAll(/[ -]/g, "");
      if (luhn(number) && !PUBLIC_NUMBER_LABEL.test(digits.slice(0, start)))
        yield { start, end: start + found.trimEnd().length };
    }
  },
  replacement: () => "[账号已隐去]",
};

/** Eleven digits of a mobile number in the groups in which they are written; amounts are none. */
const MOBILE =
  /(?<=^|[^\dA-Za-z]|tel|phone|mobile|mob|wx|vx|qq|wechat|微信)(?<value>(?:(?:\+|00)?86[\s\-)]{0,2})?(?:1[3-9]\d(?:[ .-]{0,2}[\d*]{4}){2}|1[3-9]\d[\d*][ .-]{1,2}[\d*]{3}[ .-]{1,2}\d{4}|1[3-9]\d[ .-]{1,2}\d{3}[ .-]{1,2}\d{5}|1(?:[ .-][\d*]){10}))(?![\d*]|\s*(?:\.\d|元|万|亿|㎡|平方|公斤|千克|吨))/dgi;
/** Area code and number. */
const LANDLINE = /(?<![\dA-Za-z])\(?0\d{2,3}[\s\-)]{0,2}[2-8]\d{6,7}(?:[\s\-转]{1,2}\d{1,6})?(?![\d.])/dg;
const LOCAL_NUMBER = /(?:电话|联系方式|座机)(?:号码|号|为|是|[\s:：])*(?<value>[2-8]\d{6,7})(?!\d)/dgu;
const PERSONS_LANDLINE =
  /(?:住宅|家庭|家里|家中|宅|个人|私人|本人|当事人|经营者|业主|其)的?(?:联系)?(?:电话|座机|固话)(?:号码|号|为|是|[\s:：])*(?<value>\(?(?:0\d{2,3})?[\s\-)]{0,2}[2-8]\d{6,7})(?!\d)/dgu;

/** Phone numbers of persons: every mobile number; landlines in records of natural persons and where the text says whose they are. */
export const phoneRule: TextRule = {
  kind: "PHONE",
  *find({ digits }, { natural }) {
    if (!/\d/.test(digits)) return;
    for (const { start, end } of spansOf(digits, MOBILE)) {
      if (!PUBLIC_NUMBER_LABEL.test(digits.slice(0, start))) yield { start, end };
    }
    yield* spansOf(digits, PERSONS_LANDLINE);
    if (!natural) return;
    yield* spansOf(digits, LANDLINE);
    yield* spansOf(digits, LOCAL_NUMBER);
  },
  replacement: () => "[电话已隐去]",
};

const EMAIL = /[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}\s?(?:@|\(at\)|\[at\])\s?[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+/dgi;
/** Accounts of messengers; public accounts (公众号), mini programs and payment are none. */
const MESSENGER =
  /(?:微信(?!公众|小程序|支付|平台|服务号)|QQ|wechat|\bvx\b|支付宝(?:账号|帐号))(?:号码|账号|帐号|号|ID|为|是|[\s:：()（）])*(?<value>[A-Za-z0-9][A-Za-z0-9_-]{4,19})/dgi;

/** E-mail addresses, but for those of public bodies outside records of persons, and accounts of messengers. */
export const contactRule: TextRule = {
  kind: "CONTACT",
  *find({ digits }, { natural }) {
    for (const { start, end, found } of spansOf(digits, EMAIL)) {
      if (natural || !/\.gov\.cn$/i.test(found)) yield { start, end };
    }
    yield* spansOf(digits, MESSENGER);
  },
  replacement: () => "[联系方式已隐去]",
};
