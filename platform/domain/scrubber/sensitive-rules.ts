/** Names beside what nobody may learn of a person: illness, welfare, childhood. Rules by pattern: who publishes looks at what they find. */
import { COMMON_SURNAMES, COMPOUND_SURNAMES } from "../surnames.js";
import type { FoldedText } from "./folded-text.js";
import { occursIn, spansOf, type Span, type TextRule } from "./text-rule.js";

/** What is said of a named person (个人信息保护法 第二十八条, 未成年人保护法 第一百零三条). */
export type SensitiveKind = "HEALTH" | "WELFARE" | "MINOR";

const GIVEN = "[\\p{Script=Han}]";
/** Three or four characters, as most names have: such a one needs nothing behind it to be told from a word. */
const LONG_NAME = `(?:(?:${[...COMPOUND_SURNAMES].join("|")})${GIVEN}{1,2}|[${COMMON_SURNAMES}]${GIVEN}{2})`;
const SHORT_NAME = `[${COMMON_SURNAMES}]${GIVEN}`;
const NAME = `(?:(?:${[...COMPOUND_SURNAMES].join("|")})${GIVEN}{1,2}?|[${COMMON_SURNAMES}]${GIVEN}{1,2}?|${GIVEN}{2,5}·${GIVEN}{1,6}?)`;
/** Words of which one stands before a name inside a clause. */
const BEFORE =
  "(?:(?<=^|[^\\p{Script=Han}])|(?<=[村屯组户民工员者主生妇女儿童子孩娃父母妻夫弟兄姐妹为给向对由将让请知道说实是现经中据人]|居民|村民|职工|同志|患者|病人|其中|得知|了解到|反映|邻居|本村|我村|我市|我县|关于|帮助|看望|慰问|同意|批准))";
/** What follows a name inside a clause. */
const BEHIND =
  "(?=\\s?(?:[,，、(（]|$|[。;；])|因|患|被|在|于|系|是|的|享|领|申|确诊|住院|一家|一户|全家|家|夫妇|夫妻|已|曾|现|等|与|和|身患|双目|左|右|肢|长期|多年|多次|每月|名下|今年|符合|获|属|自|到|去|突发|感染|做|怀|生育|同学|小朋友|同志|先生|女士|老人|本人|遭|入|就|提|纳)";
const REST = (length: number): string => `[^。;；!！?？\\n]{0,${length}}?`;

const ILLNESS =
  "(?:患有|罹患|身患|患(?=[\\p{Script=Han}]{1,8}(?:病|癌|症|瘤))|确诊|病史|肿瘤|癌|白血病|尿毒症|艾滋病|HIV|乙肝|丙肝|肺结核|精神(?:分裂|疾病|障碍|病)|抑郁症?|自闭症|癫痫|糖尿病|高血压|心脏病|脑梗|脑出血|中风|瘫痪|残疾|伤残|失明|失聪|截肢|住院|手术|透析|化疗|放疗|病历|流产|怀孕|性病|梅毒|吸毒|戒毒|骨折|重病|大病|慢性病|诊断)";
const HELP =
  "(?:低保|最低生活保障|特困|五保|社会救助|医疗救助|临时救助|救助金|贫困户|脱贫户|建档立卡|困难补助|困难家庭|困难职工|困难学生|残疾人补贴|护理补贴|孤儿|抚恤|优抚|失业(?:保险)?金|助学金|公租房|廉租|高龄津贴|慰问金|低收入|监测户|供养)";
const CHILD =
  "(?:小学|初中|高中|中学|幼儿园|[一二三四五六七八九]年级|[一二三]班|学生|未成年|未满(?:十[四六八]|1[468])|留守儿童|患儿|孩子|幼童|婴儿)";
const PATIENT = "(?:患者|病人|病患|确诊病例|残疾人|精神障碍者|戒毒人员|密切接触者|感染者)";
const HELPED =
  "(?:低保户|低保对象|低保家庭|特困人员|特困户|五保户|五保老人|贫困户|脱贫户|监测户|救助对象|救助家庭|困难家庭|低收入家庭|建档立卡户|优抚对象|困难职工|困难群众|困难户|孤儿|供养对象|受助人|受助学生|受助对象)";
const YOUNG =
  "(?:小学生|中学生|初中生|高中生|患儿|儿童|男孩|女孩|男童|女童|幼儿|婴儿|孩子|学生|未成年人|儿子|女儿|孙子|孙女|外孙|外孙女|之子|之女)";
const AGE = "(?:1[0-7]|[1-9]|十[一二三四五六七]?|[一二三四五六七八九])(?:周岁|岁)(?!以|至|到|[-~—])";

const named = (pattern: string): RegExp => new RegExp(pattern, "dgu");
/** A name with the cue behind it, in one sentence; and one directly behind what somebody is called. */
const beside = (cue: string, called: string, length: number): readonly RegExp[] => [
  named(`${BEFORE}(?<value>${NAME})${BEHIND}(?=${REST(length)}${cue})`),
  named(`${BEFORE}(?<value>${LONG_NAME})(?=${REST(length / 2)}${cue})`),
  named(`${called}[:：]?\\s?(?<value>${LONG_NAME})`),
  named(`${called}[:：]?\\s?(?<value>${SHORT_NAME})`),
];

const words = new Intl.Segmenter("zh", { granularity: "word" });
/** Not a name: one that is left out already, a title, or a word of office. */
const NO_NAME =
  /^.[某×xX*]|[某]$|(?:先生|女士|科长|主任|局长|老师|医生|同志|等人|应当|可以|须知|信息|人员|家庭|对象|部门|机构|患者|病人|学生|单位|医院|学校|方案|制度|标准|范围|条件|政策|工作|管理|社区|街道|基本|服务|水平)$/u;

/** True where a word of the language covers the place, begins with it, or crosses one of its ends: 高血压, 方便, 金额. */
const isWord = (text: string, { start, end }: Span): boolean => {
  const from = Math.max(0, start - 12);
  return [...words.segment(text.slice(from, end + 12))].some(({ index, segment }) => {
    const [begins, ends] = [from + index, from + index + segment.length];
    if (segment.length < 2 || ends <= start || begins >= end) return false;
    return begins < start || ends > end || (begins === start && !COMPOUND_SURNAMES.has(segment));
  });
};

function* names(text: string, patterns: readonly RegExp[]): Generator<Span> {
  for (const pattern of patterns)
    for (const { start, end, found } of spansOf(text, pattern))
      if (!NO_NAME.test(found) && !isWord(text, { start, end })) yield { start, end };
}

const rule = (
  kind: SensitiveKind,
  { sign, patterns }: { readonly sign: string; readonly patterns: readonly RegExp[] },
): TextRule<SensitiveKind> => {
  const signs = named(sign);
  return {
    kind,
    find: ({ folded }: FoldedText) => (occursIn(folded, signs) ? names(folded, patterns) : []),
    replacement: (found) => `${[...found][0] ?? ""}**`,
  };
};

/** The rules, in the order in which they claim a place of the text. */
export const SENSITIVE_RULES: readonly TextRule<SensitiveKind>[] = [
  rule("MINOR", {
    sign: `${CHILD}|${YOUNG}|${AGE}`,
    patterns: [
      named(`${BEFORE}(?<value>${NAME})(?=[,，、(（]?\\s?(?:[男女][,，、]?)?\\s?(?:今年|现年|年仅)?${AGE})`),
      ...beside(CHILD, YOUNG, 12),
    ],
  }),
  rule("HEALTH", { sign: `${ILLNESS}|${PATIENT}`, patterns: beside(ILLNESS, PATIENT, 24) }),
  rule("WELFARE", { sign: `${HELP}|${HELPED}`, patterns: beside(HELP, HELPED, 24) }),
];
