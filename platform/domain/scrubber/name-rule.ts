/** Names of persons in texts: those of the record wherever they stand, and others where the text says that they are a person's. */
import { maskName } from "../masking.js";
import { COMMON_SURNAMES, COMPOUND_SURNAMES } from "../surnames.js";
import { toFoldedText } from "./folded-text.js";
import { occursIn, type Span, type TextRule, type TextSubject } from "./text-rule.js";

const HAN = /\p{Script=Han}/u;
const escape = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, "\\$&");

/** A name as it is compared: folded, without blanks and dots. */
const bare = (name: string): string => name.normalize("NFKC").replaceAll(/[\s·•・‧.]/gu, "");

/** The name with blanks or a dot between any two of its characters; letters in either case. */
const patternOf = (name: string): RegExp | undefined => {
  const characters = [...bare(name)];
  if (characters.length < 2) return undefined;
  const body = characters.map(escape).join("[\\s·.]{0,3}");
  return new RegExp(HAN.test(name) ? body : `(?<![A-Za-z])${body}(?![A-Za-z])`, "gui");
};

const words = new Intl.Segmenter("zh", { granularity: "word" });

/** Behind these a word is somebody's name, before those too. */
const PERSON_BEFORE = /(?:^|[^\p{Script=Han}]|[人员者事主户民方告由对给向与和被令即称系查获叫名将让到帮的])$/u;
const PERSON_BEHIND =
  /^(?:\s*[(（,，:：、]|等|于|在|因|驾|酒|无|未|将|被|系|男|女|先生|女士|同志|经营|非法|违|擅|持|购|销|携|向|本人|所有|名下|拒|罚|处以|是|为|的|之|与|和)/u;

/** True where the characters of a short name are an ordinary word there: part of a longer word, or a word (高明, 方便) beside which nothing speaks of a person. */
const isOrdinaryWord = (text: string, { start, end }: Span): boolean => {
  const name = text.slice(start, end);
  if ([...name].length !== 2) return false;
  // A word has no end far away: a window is enough, and keeps long texts cheap.
  const from = Math.max(0, start - 12);
  const around = [...words.segment(text.slice(from, end + 12))];
  const covering = around.find(({ index, segment }) => from + index <= start && from + index + segment.length >= end);
  if (covering === undefined) return false;
  if (covering.segment.length > name.length) return true;
  return !PERSON_BEFORE.test(text.slice(0, start)) && !PERSON_BEHIND.test(text.slice(end));
};

/** Words behind which a person's name stands. */
const ROLE =
  "(?:我叫|我名叫|我的名字是|署名|当事人|驾驶人|驾驶员|司机|经营者|经营人|姓名|申请人|被申请人|被处罚人|受处罚人|处罚对象|违法行为人|违法人|嫌疑人|行为人|受害人|被害人|伤者|死者|证人|见证人|联系人|户主|监护人|举报人|投诉人|乘客|患者|患儿|学生|业主|承包人|承租人|出租人|房东|店主|摊主|车主|货主|其(?:妻子?|丈夫|夫|儿子|女儿|子|女|父亲|母亲|父|母|兄|弟|姐|妹))";
const ROLE_OF_BODY = "(?:法定代表人|负责人|投资人|实际控制人|合伙人|股东|经理)";
const FILLER = '(?:\\s*[:：(（“"]\\s*|为|是|系|叫|名叫|姓名)?\\s*';
const BEHIND_NAME =
  "(?=$|[^\\p{Script=Han}·*×]|[于在因的等未将被系男女驾持与和及从向对擅违无非酒]|(?:先生|女士|身份|所有|经营|购买|销售|提供|同志|作为|名下|本人|随后|曾经|承认|陈述|称))";
const GIVEN = "[\\p{Script=Han}]";
const HAN_NAME = `(?:(?:${[...COMPOUND_SURNAMES].join("|")})\\s?${GIVEN}{1,2}?|[${COMMON_SURNAMES}]\\s?${GIVEN}\\s?${GIVEN}?|${GIVEN}{2,5}(?:·${GIVEN}{1,6}?)+?)`;
const lazily = (name: string): string => name.replace(`\\s?${GIVEN}?|`, `(?:\\s?${GIVEN})??|`);
const labelled = (role: string): RegExp =>
  new RegExp(`${role}${FILLER}(?<value>${lazily(HAN_NAME)})${BEHIND_NAME}`, "dgu");
const LABELLED = labelled(ROLE);
const LABELLED_OF_BODY = labelled(`(?:${ROLE}|${ROLE_OF_BODY})`);
/** What is said of nobody but a person: sex, people, birth, identity paper. */
const OF_A_PERSON =
  "[,，、(（]\\s?(?:男|女|汉族|朝鲜族|满族|回族|维吾尔族|藏族|公民身份|居民身份|身份证|[12]\\d{3}年\\d{1,2}月\\d{1,2}日(?:出)?生|\\d{1,2}岁)";
/** A name before it. */
const DESCRIBED = new RegExp(`(?<!\\p{Script=Han})(?<value>${HAN_NAME})(?=\\s?${OF_A_PERSON})`, "dgu");
/** Most texts say nothing of the kind, which is seen at once. */
const DESCRIBES = new RegExp(OF_A_PERSON, "u");
/** Not a name: somebody whose name is left out already, or a title. */
const NO_NAME = /^.[某×xX*]|[某]$|(?:先生|女士|科长|主任|局长|队长|老师|经理|医生|同志|等人|应当|可以|须知|信息)$/u;

/** All names that the patterns find, whether or not they are one. */
const givenIn = (text: string, labels: RegExp): string[] =>
  (DESCRIBES.test(text) ? [labels, DESCRIBED] : [labels]).flatMap((pattern) =>
    occursIn(text, pattern) ? [...text.matchAll(pattern)].map((match) => match.groups!["value"]!) : [],
  );

/** Letters, digits and marks of Latin 1: no name that the patterns find has only these, folded or not. */
// eslint-disable-next-line no-control-regex -- All of Latin 1.
const LATIN = /^[\u0000-\u00ff]*$/;

/** True for a text that gives no name, of whomever the record is. */
export const givesNoName = (written: string): boolean =>
  written.length < 4 || LATIN.test(written) || givenIn(toFoldedText(written).folded, LABELLED_OF_BODY).length === 0;

/** Names that a text itself gives as persons' names. */
export const namesIn = (written: string, subject: TextSubject): string[] => {
  // A word for somebody and a name have four characters.
  if (written.length < 4) return [];
  const text = toFoldedText(written).folded;
  const known = new Set((subject.publicNames ?? []).map(bare));
  // The legal representative of a legal person is on the public register.
  return givenIn(text, known.size > 0 ? LABELLED : LABELLED_OF_BODY).filter(
    (name) => !NO_NAME.test(name) && !known.has(bare(name)),
  );
};

/** Names of the persons of the record; who reads a text adds those that it gives (`namesIn`). */
export const nameRule: TextRule = {
  kind: "NAME",
  *find({ folded }, subject) {
    for (const name of new Set(subject.names.map(bare))) {
      const pattern = patternOf(name);
      if (pattern === undefined) continue;
      for (const match of folded.matchAll(pattern)) {
        const span = { start: match.index, end: match.index + match[0].length };
        if (!isOrdinaryWord(folded, span)) yield span;
      }
    }
  },
  replacement: (found) => maskName(bare(found)),
};
