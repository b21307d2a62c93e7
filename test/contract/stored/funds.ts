/** Examples of what funds keep as JSON. */
import { FundLevel } from "../../../subgraphs/funds/budget-allotment/budget-allotment.enums.js";
import { STORED_NARRATIVE } from "../../../subgraphs/funds/budget-disclosure/budget-disclosure.stored.js";
import { STORED_FACTOR } from "../../../subgraphs/funds/fund-allocation/fund-allocation.stored.js";
import { STORED_SHARE, STORED_STANDARD } from "../../../subgraphs/funds/fund-policy/fund-policy.stored.js";
import { example } from "./example.js";

/** Parts of policies, allocations and disclosures. */
export const FUNDS = [
  example(STORED_STANDARD, { unit: "亩", amount: 9_007_199_254_740_993n, condition: "种植粮食的" }),
  example(STORED_SHARE, { level: FundLevel.PREFECTURE, percent: 20 }),
  example(STORED_FACTOR, { name: "农村居民人均可支配收入", weight: 30.5, value: "18356元" }),
  example(STORED_NARRATIVE, { heading: "机关运行经费", text: "用于办公、差旅、会议、培训等。" }),
];
