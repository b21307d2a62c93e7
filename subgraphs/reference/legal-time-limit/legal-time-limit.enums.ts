/** Enumeration of the units of spans that the law sets (期限单位). */
import { describeEnum } from "../../../platform/graphql/enum.js";

/** Unit of a span. */
export enum LegalTimeUnit {
  WORKING_DAY = "WORKING_DAY",
  NATURAL_DAY = "NATURAL_DAY",
  HOUR = "HOUR",
  MONTH = "MONTH",
  YEAR = "YEAR",
}

describeEnum(LegalTimeUnit, "LegalTimeUnit", "Unit of a span of the law (期限单位).", {
  WORKING_DAY: "Working days of the State Council's calendar (工作日).",
  NATURAL_DAY: "Natural days; one that ends on a day off ends on the next working day (自然日).",
  HOUR: "Hours (小时).",
  MONTH: "Months (个月).",
  YEAR: "Years (年).",
});
