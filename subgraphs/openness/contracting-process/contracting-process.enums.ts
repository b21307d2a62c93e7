/** Enumerations of contracting processes. */
import { describeEnum } from "../../../platform/graphql/enum.js";

/** What a contracting process is for. */
export enum ContractingKind {
  RESOURCE_TRADE = "RESOURCE_TRADE",
  SERVICE_PURCHASE = "SERVICE_PURCHASE",
  PARTNERSHIP = "PARTNERSHIP",
}

describeEnum(ContractingKind, "ContractingKind", "What a contracting process is for (配置类别).", {
  RESOURCE_TRADE: "Trade in public resources: works, land, mining rights, property of the state (公共资源交易).",
  SERVICE_PURCHASE: "Services that government buys from others (政府购买服务).",
  PARTNERSHIP: "A partnership of government and private capital (政府和社会资本合作, PPP).",
});

/** How far a process has come, as the Open Contracting Data Standard divides one. */
export enum ContractingStage {
  PLANNING = "PLANNING",
  TENDER = "TENDER",
  AWARD = "AWARD",
  CONTRACT = "CONTRACT",
  IMPLEMENTATION = "IMPLEMENTATION",
}

describeEnum(ContractingStage, "ContractingStage", "How far a contracting process has come (交易阶段).", {
  PLANNING: "It is planned (计划).",
  TENDER: "Offers are asked for (招标).",
  AWARD: "It was awarded (中标、成交).",
  CONTRACT: "A contract was signed (签约).",
  IMPLEMENTATION: "It is paid and carried out (履约).",
});

/** How a supplier is found (procurementMethod of the Open Contracting Data Standard). */
export enum ContractingMethod {
  OPEN = "OPEN",
  SELECTIVE = "SELECTIVE",
  LIMITED = "LIMITED",
  DIRECT = "DIRECT",
}

describeEnum(ContractingMethod, "ContractingMethod", "How a supplier is found (交易方式).", {
  OPEN: "All may make offers: open tender, auction, listing (公开招标、拍卖、挂牌).",
  SELECTIVE: "Those that qualified may (邀请招标).",
  LIMITED: "Some are asked: negotiation, consultation, inquiry (竞争性谈判、竞争性磋商、询价).",
  DIRECT: "One is asked (单一来源、协议出让).",
});

/** Stage of a partnership, as the rules on partnerships divide one. */
export enum PartnershipStage {
  IDENTIFICATION = "IDENTIFICATION",
  PREPARATION = "PREPARATION",
  PROCUREMENT = "PROCUREMENT",
  EXECUTION = "EXECUTION",
  TRANSFER = "TRANSFER",
}

describeEnum(PartnershipStage, "PartnershipStage", "Stage of a partnership (PPP 项目阶段).", {
  IDENTIFICATION: "The project is identified: value for money and affordability are assessed (识别).",
  PREPARATION: "It is prepared (准备).",
  PROCUREMENT: "The partner is sought (采购).",
  EXECUTION: "It is built and run (执行).",
  TRANSFER: "It is handed over (移交).",
});
