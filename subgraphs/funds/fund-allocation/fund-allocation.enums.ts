/** Enumeration of how an allocation is decided (分配方式). */
import { describeEnum } from "../../../platform/graphql/enum.js";

/** How an amount was decided. */
export enum AllocationMethod {
  FACTORS = "FACTORS",
  PROJECTS = "PROJECTS",
  ACTUAL = "ACTUAL",
}

describeEnum(AllocationMethod, "AllocationMethod", "How the amount was decided (分配方法).", {
  FACTORS: "By weighted factors (因素法).",
  PROJECTS: "By projects (项目法).",
  ACTUAL: "By actual need (据实).",
});
