/** Enumeration of assisted households (帮扶对象). */
import { describeEnum } from "../../../platform/graphql/enum.js";

/** Category of an assisted household; the first since 2026, in place of the next three. */
export enum AssistanceCategory {
  AT_RISK_OF_POVERTY = "AT_RISK_OF_POVERTY",
  UNSTABLE_OUT_OF_POVERTY = "UNSTABLE_OUT_OF_POVERTY",
  AT_THE_EDGE = "AT_THE_EDGE",
  SUDDEN_HARDSHIP = "SUDDEN_HARDSHIP",
  SUBSISTENCE_ALLOWANCE = "SUBSISTENCE_ALLOWANCE",
  EXTREME_POVERTY = "EXTREME_POVERTY",
}

describeEnum(AssistanceCategory, "AssistanceCategory", "Category of an assisted household (帮扶对象类别).", {
  AT_RISK_OF_POVERTY:
    "At risk of falling into poverty, again or for the first time; identified since 2026 (防止返贫致贫对象).",
  UNSTABLE_OUT_OF_POVERTY: "Out of poverty, not yet stable; identified until 2025 (脱贫不稳定户).",
  AT_THE_EDGE: "At the edge of poverty; identified until 2025 (边缘易致贫户).",
  SUDDEN_HARDSHIP: "In sudden serious hardship; identified until 2025 (突发严重困难户).",
  SUBSISTENCE_ALLOWANCE: "Receives the subsistence allowance (低保对象).",
  EXTREME_POVERTY: "Supported in extreme poverty (特困供养对象).",
});
