/** What a severity rule says of duties that were not performed (信用修复管理办法). */
import { describeEnum } from "../../../platform/graphql/enum.js";

/** What happens at the end of publicity while it is known that the duty was not performed. */
export enum WhenUnperformed {
  ENDS = "ENDS",
  UNTIL_PERFORMED = "UNTIL_PERFORMED",
}

describeEnum(
  WhenUnperformed,
  "WhenUnperformed",
  "What happens at the end of publicity where the duty is known not to be performed (期满未履行义务的处理).",
  {
    ENDS: "Publicity ends by time all the same (期满即停止公示).",
    UNTIL_PERFORMED: "It goes on until the duty is performed (继续公示至义务履行完毕).",
  },
);
