/** Orders of intermediaries. */
import { describeEnum } from "../../../platform/graphql/enum.js";

/** Order of intermediaries. */
export enum IntermediaryOrder {
  NAME = "NAME",
  ON_TIME_RATE = "ON_TIME_RATE",
  PRICE = "PRICE",
  DAYS = "DAYS",
}

describeEnum(
  IntermediaryOrder,
  "IntermediaryOrder",
  "Order of intermediaries; those without figures come last (排序).",
  {
    NAME: "By name (按名称).",
    ON_TIME_RATE: "Most on time first (按按时率).",
    PRICE: "Cheapest first (按价格).",
    DAYS: "Fastest first (按时长).",
  },
);
