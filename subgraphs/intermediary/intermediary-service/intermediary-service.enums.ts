/** Enumerations of intermediary services: fee, state on the list, who commissions (中介服务). */
import { describeEnum } from "../../../platform/graphql/enum.js";

/** How the price is set. */
export enum FeeNature {
  GOVERNMENT_PRICE = "GOVERNMENT_PRICE",
  GOVERNMENT_GUIDED = "GOVERNMENT_GUIDED",
  MARKET = "MARKET",
}

describeEnum(FeeNature, "FeeNature", "How the price is set (收费性质).", {
  GOVERNMENT_PRICE: "By government (政府定价).",
  GOVERNMENT_GUIDED: "Guided by government (政府指导价).",
  MARKET: "By the market (市场调节价).",
});

/** Who commissions, and therefore pays. */
export enum Party {
  APPLICANT = "APPLICANT",
  APPROVING_DEPARTMENT = "APPROVING_DEPARTMENT",
}

describeEnum(Party, "Party", "Who commissions or pays (委托方、付费方).", {
  APPLICANT: "The applicant (申请人).",
  APPROVING_DEPARTMENT: "The approving department (审批部门).",
});

/** State on the list. */
export enum ListState {
  KEPT = "KEPT",
  REMOVED = "REMOVED",
  COMMISSIONED_BY_GOVERNMENT = "COMMISSIONED_BY_GOVERNMENT",
  MERGED = "MERGED",
}

describeEnum(ListState, "ListState", "State on the list (清单状态).", {
  KEPT: "Kept (保留).",
  REMOVED: "Cleared away; may no longer be required (清理取消).",
  COMMISSIONED_BY_GOVERNMENT: "Now commissioned by government (转为政府委托).",
  MERGED: "Merged into another (合并).",
});
