/** Enumerations of intermediary procurements. */
import { describeEnum } from "../../../platform/graphql/enum.js";

/** Whose money pays. */
export enum FundSource {
  FISCAL = "FISCAL",
  SOCIAL = "SOCIAL",
}

describeEnum(FundSource, "FundSource", "Whose money pays for a project (资金来源).", {
  FISCAL: "Public money (财政性资金).",
  SOCIAL: "Private money (社会资金).",
});

/** How an intermediary is selected. */
export enum Selection {
  DIRECT = "DIRECT",
  BID_PRICE = "BID_PRICE",
  LOTTERY = "LOTTERY",
  BEST_VALUE = "BEST_VALUE",
  AVERAGE = "AVERAGE",
}

describeEnum(Selection, "Selection", "How an intermediary is selected (选取方式).", {
  DIRECT: "Directly by the owner (直接选取).",
  BID_PRICE: "The lowest price; of equal ones the earlier (竞价选取).",
  LOTTERY: "By lot, recomputable by anyone (随机抽取).",
  BEST_VALUE: "The best offer by several measures (择优选取).",
  AVERAGE: "The price nearest to the average; of equal ones the earlier (均价选取).",
});

/** Part that an organisation has in a project. */
export enum MarketRole {
  OWNER = "OWNER",
  BIDDER = "BIDDER",
  SELECTED = "SELECTED",
}

describeEnum(MarketRole, "MarketRole", "Part that an organisation has in a project (参与角色).", {
  OWNER: "It commissions (项目业主).",
  BIDDER: "It bid; sealed bids are known to their bidder alone (报价机构).",
  SELECTED: "It was selected (中选机构).",
});
