/** Enumerations of findings: the rule, and the ground on which a reader may know of one. */
import { describeEnum } from "../../../platform/graphql/enum.js";

/** Rules that are checked. */
export enum FindingRule {
  BARRED_BIDDER = "BARRED_BIDDER",
  LOW_RANK_BASIS = "LOW_RANK_BASIS",
  NO_SETTING_BASIS = "NO_SETTING_BASIS",
  PAYER_MISMATCH = "PAYER_MISMATCH",
  RED_FLAG_WINNER = "RED_FLAG_WINNER",
  RELATED_INTERMEDIARY = "RELATED_INTERMEDIARY",
  REPEALED_BASIS = "REPEALED_BASIS",
  SPLIT_SERVICE = "SPLIT_SERVICE",
  UNLISTED_DEMAND = "UNLISTED_DEMAND",
}

describeEnum(FindingRule, "FindingRule", "Rule that the data breaks (规则; 国办发〔2015〕31号).", {
  BARRED_BIDDER:
    "N5: a bid of a suspended, removed or listed intermediary, or one that was not checked, was accepted (失信或被惩戒机构投标).",
  LOW_RANK_BASIS:
    "N6: nothing in force on which a listed service rests is a law, a regulation of the nation or of its place, or a decision of the State Council (优化营商环境条例 第四十三条; 设定依据效力级别不足).",
  NO_SETTING_BASIS:
    "N7: no basis of a listed service in force makes an intermediary's service a condition of the approval (优化营商环境条例 第四十三条; 依据未设定该中介服务).",
  PAYER_MISMATCH: "N1: an applicant pays for a service that the department must commission (付费方与委托方不一致).",
  RED_FLAG_WINNER:
    "An intermediary was selected that was barred when it bid, or was suspended or removed between its bid and the contract (带警示信息中选).",
  RELATED_INTERMEDIARY:
    "N2: an intermediary related to the approving department provides the service (与审批部门存在关联).",
  REPEALED_BASIS: "No legal basis of a listed service is in force any more (设定依据均已失效).",
  SPLIT_SERVICE: "N4: two listed services for one matter on one legal basis (同一事项同一依据拆分多项).",
  UNLISTED_DEMAND: "N3: a matter demands a service that is not on the list (要求清单外中介服务).",
});

/** On what a finding rests, by who may know of it; several of one finding are rows of their own. */
export enum Ground {
  /** Facts that are everybody's. */
  PUBLIC = "PUBLIC",
  /** A sanction, while it is not revoked. */
  SANCTION = "SANCTION",
  /** That the bidder stood on a serious list on the day of its bid. */
  LISTED = "LISTED",
  /** A relation that the intermediary declared. */
  DECLARED = "DECLARED",
}
