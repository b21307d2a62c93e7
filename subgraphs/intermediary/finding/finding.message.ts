/** Sentences of findings, in the reader's language. Pure. */
import type { Language, Text } from "../../../platform/disclosure/vocabulary/index.js";
import { FindingRule } from "./finding.enums.js";

/** What is said of a rule; `detail` is what the rule found: a material, ranks, a number of steps, a reason. */
const SENTENCES: Readonly<Record<FindingRule, (detail: string) => Text>> = {
  BARRED_BIDDER: (detail) => ({
    en: `The bid was accepted although the intermediary may not bid: ${detail}.`,
    zh: `不得投标的机构报价被接受：${detail}。`,
  }),
  LOW_RANK_BASIS: (detail) => ({
    en: `The service is listed and rests on nothing of sufficient rank: ${detail}.`,
    zh: `清单保留事项没有法律、法规或者国务院决定依据，现有依据为：${detail}。`,
  }),
  NO_SETTING_BASIS: () => ({
    en: "The service is listed and no basis of it sets such a service.",
    zh: "清单保留事项的设定依据均未设定该中介服务。",
  }),
  PAYER_MISMATCH: () => ({
    en: "The applicant pays for a service that the approving department commissions.",
    zh: "应由审批部门委托并付费的服务由申请人付费。",
  }),
  RED_FLAG_WINNER: (detail) => ({
    en: `The intermediary was selected with a red flag: ${detail}.`,
    zh: `带有警示信息的机构中选：${detail}。`,
  }),
  RELATED_INTERMEDIARY: (detail) => ({
    en: `The intermediary provides the service and is related to the department that approves: ${detail}.`,
    zh: `服务机构与审批部门存在关联关系：${detail}。`,
  }),
  REPEALED_BASIS: () => ({
    en: "The service is listed and none of its legal bases is in force.",
    zh: "清单保留事项的设定依据均已失效。",
  }),
  SPLIT_SERVICE: () => ({
    en: "Two listed services serve one matter on the same legal basis.",
    zh: "同一审批事项依据同一条款拆分为多项中介服务。",
  }),
  UNLISTED_DEMAND: (detail) => ({
    en: `The matter demands a service that is not on the list: ${detail}.`,
    zh: `审批要求提供清单外中介服务成果：${detail}。`,
  }),
};

/** Terms of what the rules find in codes; a name of a material is said as it is. */
const TERMS: Readonly<Record<string, string>> = {
  SUSPENSION: "暂停服务",
  REMOVAL: "清退",
  LISTED: "列入严重失信主体名单",
  UNAVAILABLE: "未能核查信用",
  "when it bid": "投标时",
  "between bid and contract": "投标后签约前",
  OWNED_BY: "出资关系",
  SUBORDINATE_TO: "隶属关系",
  DECLARED: "自行申报",
  "1 step": "直接",
  "2 steps": "经一家中间机构",
  LAW: "法律",
  ADMINISTRATIVE_REGULATION: "行政法规",
  STATE_COUNCIL_DECISION: "国务院决定",
  LOCAL_REGULATION: "地方性法规",
  DEPARTMENTAL_RULE: "部门规章",
  LOCAL_RULE: "地方政府规章",
  JUDICIAL_INTERPRETATION: "司法解释",
  PARTY_REGULATION: "党内法规",
  NORMATIVE_DOCUMENT: "规范性文件",
};

/** The sentence of a rule about what it found. */
export const messageOf = (rule: FindingRule, detail: string, language: Language): string => {
  if (language === "en") return SENTENCES[rule](detail).en;
  const said = rule === FindingRule.UNLISTED_DEMAND ? detail : detail.split(", ").map((part) => TERMS[part] ?? part);
  return SENTENCES[rule]([said].flat().join("，")).zh;
};
