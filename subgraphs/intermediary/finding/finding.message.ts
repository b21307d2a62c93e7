/** Sentences of findings. Pure. */
import { FindingRule } from "./finding.enums.js";

/** The sentence of a rule; `detail` is what the rule found: a material, a number of steps, a reason. */
export const messageOf = (rule: FindingRule, detail: string): string => {
  switch (rule) {
    case FindingRule.BARRED_BIDDER:
      return `The bid was accepted although the intermediary may not bid: ${detail}. 不得投标的机构报价被接受。`;
    case FindingRule.LOW_RANK_BASIS:
      return `The service is listed and rests on nothing of sufficient rank: ${detail}. 清单保留事项没有法律、法规或者国务院决定依据。`;
    case FindingRule.NO_SETTING_BASIS:
      return "The service is listed and no basis of it sets such a service. 清单保留事项的设定依据均未设定该中介服务。";
    case FindingRule.PAYER_MISMATCH:
      return "The applicant pays for a service that the approving department commissions. 应由审批部门委托并付费的服务由申请人付费。";
    case FindingRule.RED_FLAG_WINNER:
      return `The intermediary was selected with a red flag: ${detail}. 带有警示信息的机构中选。`;
    case FindingRule.RELATED_INTERMEDIARY:
      return `The intermediary provides the service and is related to the department that approves: ${detail}. 服务机构与审批部门存在关联关系。`;
    case FindingRule.REPEALED_BASIS:
      return "The service is listed and none of its legal bases is in force. 清单保留事项的设定依据均已失效。";
    case FindingRule.SPLIT_SERVICE:
      return "Two listed services serve one matter on the same legal basis. 同一审批事项依据同一条款拆分为多项中介服务。";
    case FindingRule.UNLISTED_DEMAND:
      return `The matter demands a service that is not on the list: ${detail}. 审批要求提供清单外中介服务成果。`;
  }
};
