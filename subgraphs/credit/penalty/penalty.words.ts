/** Words and codes of exported penalties: kinds, severities, procedures, performance. */
import { PenaltyKind, Procedure, Severity } from "./penalty.enums.js";

const { WARNING, CRITICISM, FINE, CONFISCATION, LICENCE_RESTRICTION, BUSINESS_RESTRICTION, DETENTION, OTHER } =
  PenaltyKind;

/**
 * The words that exports write for a kind. Where the law has several penalties under one number (行政处罚法 第九条), which of them it was is not
 * kept: the words name them all, and claim none.
 */
export const KIND_WORDS: Readonly<Record<PenaltyKind, string>> = {
  [WARNING]: "警告",
  [CRITICISM]: "通报批评",
  [FINE]: "罚款",
  [CONFISCATION]: "没收违法所得或者没收非法财物",
  [LICENCE_RESTRICTION]: "暂扣许可证件或者降低资质等级或者吊销许可证件",
  [BUSINESS_RESTRICTION]: "限制开展生产经营活动或者责令停产停业或者责令关闭或者限制从业",
  [DETENTION]: "行政拘留",
  [OTHER]: "其他",
};

/** Kinds by the words of 行政处罚法 第九条. */
export const KINDS: Readonly<Record<string, PenaltyKind>> = {
  警告: WARNING,
  通报批评: CRITICISM,
  罚款: FINE,
  没收违法所得: CONFISCATION,
  没收非法财物: CONFISCATION,
  暂扣许可证件: LICENCE_RESTRICTION,
  降低资质等级: LICENCE_RESTRICTION,
  吊销许可证件: LICENCE_RESTRICTION,
  限制开展生产经营活动: BUSINESS_RESTRICTION,
  责令停产停业: BUSINESS_RESTRICTION,
  责令关闭: BUSINESS_RESTRICTION,
  限制从业: BUSINESS_RESTRICTION,
  // The words of the law before 2021 (行政处罚法 1996 第八条).
  暂扣许可证: LICENCE_RESTRICTION,
  吊销许可证: LICENCE_RESTRICTION,
  暂扣执照: LICENCE_RESTRICTION,
  吊销执照: LICENCE_RESTRICTION,
  吊销营业执照: LICENCE_RESTRICTION,
  暂扣或者吊销许可证: LICENCE_RESTRICTION,
  暂扣或者吊销执照: LICENCE_RESTRICTION,
  行政拘留: DETENTION,
  其他: OTHER,
  // What exports write comes back as it was.
  [KIND_WORDS[CONFISCATION]]: CONFISCATION,
  [KIND_WORDS[LICENCE_RESTRICTION]]: LICENCE_RESTRICTION,
  [KIND_WORDS[BUSINESS_RESTRICTION]]: BUSINESS_RESTRICTION,
};

/** Severities by the words of the regulators. */
export const SEVERITIES: Readonly<Record<string, Severity>> = {
  MINOR: Severity.MINOR,
  轻微: Severity.MINOR,
  GENERAL: Severity.GENERAL,
  一般: Severity.GENERAL,
  SERIOUS: Severity.SERIOUS,
  严重: Severity.SERIOUS,
};

/** Procedures by code and word. */
export const PROCEDURES: Readonly<Record<string, Procedure>> = {
  "01": Procedure.SIMPLE_01,
  简易程序: Procedure.SIMPLE_01,
  "02": Procedure.GENERAL_02,
  一般程序: Procedure.GENERAL_02,
  普通程序: Procedure.GENERAL_02,
};

/** True where the duty is performed in full; null where the source does not know. */
export const PERFORMANCES: Readonly<Record<string, boolean | null>> = {
  PERFORMED: true,
  已履行: true,
  履行完毕: true,
  已履行完毕: true,
  全部履行: true,
  NOT_PERFORMED: false,
  未履行: false,
  部分履行: false,
  未全部履行: false,
  未完全履行: false,
  UNKNOWN: null,
  未知: null,
};

/** Standing of a decision (当前状态); tables of 2015 have 1 for withdrawn and later ones for valid, so that it is none of both. */
export const STANDINGS: Readonly<Record<string, true>> = { "0": true, 正常: true, 有效: true };
