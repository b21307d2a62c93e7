/** Which records the police made under the law on public security, as far as a record shows it (治安管理处罚法). Pure. */

/** What of a record shows who made it and under which law. */
export interface PoliceFacts {
  /** Name of the authority, where it is known. */
  readonly authorityName?: string;
  /** Number of the decision: 某公(治)行罚决字〔2026〕1号. */
  readonly docNo?: string;
  /** Legal basis as the decision cites it. */
  readonly basis?: string;
}

/** Letters and digits alone, in one width: brackets, blanks and marks do not make another law. */
const folded = (text: string): string => text.normalize("NFKC").replace(/[^\p{L}\p{N}]/gu, "");

/** The law, its forerunner of 1986, and both in traditional characters. */
const PUBLIC_SECURITY = /治安(?:管理)?(?:处罚|處罰)(?:法|条例|條例)/u;

/**
 * Laws by whose own articles the police punish, so that a record that names one is shown to be no record of public security. The law of
 * administrative penalties (行政处罚法) is none of them: every decision cites it.
 */
const OTHER_LAWS = [
  "道路交通安全法",
  "道路交通安全违法行为处理程序规定",
  "机动车驾驶证申领和使用规定",
  "消防法",
  "出境入境管理法",
  "外国人入境出境管理条例",
  "护照法",
  "居民身份证法",
  "反恐怖主义法",
  "网络安全法",
  "数据安全法",
  "个人信息保护法",
  "反电信网络诈骗法",
  "枪支管理法",
  "民用爆炸物品安全管理条例",
  "烟花爆竹安全管理条例",
  "危险化学品安全管理条例",
  "危险化学品安全法",
  "易制毒化学品管理条例",
  "娱乐场所管理条例",
  "保安服务管理条例",
  "大型群众性活动安全管理条例",
  "企业事业单位内部治安保卫条例",
  "环境保护法",
  "生态环境法典",
  "食品安全法",
  "药品管理法",
  "土壤污染防治法",
];

/** True where the basis cites the law on public security, however it is spelled, alone or beside others. */
export const citesPublicSecurity = ({ basis = "" }: PoliceFacts): boolean => PUBLIC_SECURITY.test(folded(basis));

/** True where the basis names a law that is another one. */
export const citesOtherLaw = ({ basis = "" }: PoliceFacts): boolean => {
  const text = folded(basis);
  return OTHER_LAWS.some((law) => text.includes(law));
};

/** Number of a police decision, with the unit in brackets or none. */
const POLICE_NUMBER = /公(?:\p{Ps}.{1,12}?\p{Pe})?行罚决字/u;

/** Names of the police. */
const POLICE = /公安|派出所|警察|交警|边防检查|海警/u;

/** All that the tests of this file look for. */
export const POLICE_WORDS: readonly string[] = [
  PUBLIC_SECURITY.source,
  POLICE_NUMBER.source,
  POLICE.source,
  ...OTHER_LAWS,
];

/** True where the name or the number of the decision shows the police; 公安县 is a county of Hubei, whose other agencies are none. */
export const isPolice = ({ authorityName = "", docNo = "" }: PoliceFacts): boolean =>
  POLICE.test(folded(authorityName).replaceAll("公安县", "")) ||
  POLICE_NUMBER.test(docNo.normalize("NFKC").replace(/\s/gu, ""));
