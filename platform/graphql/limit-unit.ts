/** Units of time limits (时限单位), as they are stored and shown. */
import { describeEnum } from "./enum.js";

/** Unit of a limit. */
export enum LimitUnit {
  WORKING_DAY = "WORKING_DAY",
  NATURAL_DAY = "NATURAL_DAY",
  MONTH = "MONTH",
  HOUR = "HOUR",
  IMMEDIATE = "IMMEDIATE",
}

describeEnum(LimitUnit, "LimitUnit", "Unit of a time limit (时限单位).", {
  WORKING_DAY: "Working days (工作日).",
  NATURAL_DAY: "Natural days (自然日).",
  MONTH: "Months (月).",
  HOUR: "Hours (小时).",
  IMMEDIATE: "On the spot (即办).",
});
