/** Words of matters: limits, materials, fees. */
import type { LimitUnit, MaterialFormat, MaterialNeed, MaterialSource, MaterialType } from "../gql/graphql.js";
import type { Text } from "../language.js";

const UNITS: Readonly<Record<LimitUnit, readonly [zh: string, one: string, many: string]>> = {
  WORKING_DAY: ["个工作日", "working day", "working days"],
  NATURAL_DAY: ["天", "day", "days"],
  MONTH: ["个月", "month", "months"],
  HOUR: ["小时", "hour", "hours"],
  IMMEDIATE: ["", "", ""],
};

/** A limit as the graph gives it. */
interface Limit {
  readonly amount: number;
  readonly unit: LimitUnit;
}

/** Such as `10 个工作日`. */
export const limitText = ({ amount, unit }: Limit): Text => {
  if (unit === "IMMEDIATE") return { zh: "即办", en: "At once" };
  const [zh, one, many] = UNITS[unit];
  return { zh: `${amount} ${zh}`, en: `${amount} ${amount === 1 ? one : many}` };
};

/** How often the applicant has to come. */
export const visitsText = (visits: number): Text =>
  visits === 0
    ? { zh: "无需到场", en: "No visit" }
    : { zh: `到场 ${visits} 次`, en: visits === 1 ? "1 visit" : `${visits} visits` };

/** Whether it costs something. */
export const feeText = (isFee: boolean): Text =>
  isFee ? { zh: "收费", en: "With a fee" } : { zh: "不收费", en: "Free" };

/** When a material is needed. */
export const NEEDS: Readonly<Record<MaterialNeed, Text>> = {
  REQUIRED: { zh: "必要", en: "Required" },
  OPTIONAL: { zh: "非必要", en: "Optional" },
  LATER: { zh: "容缺后补", en: "May follow later" },
};

/** From whom a material comes. */
export const SOURCES: Readonly<Record<MaterialSource, Text>> = {
  APPLICANT: { zh: "由您准备", en: "You bring it" },
  GOVERNMENT: { zh: "政府部门核发", en: "An agency issued it" },
  OTHER: { zh: "其他机构出具", en: "Another body makes it" },
};

/** Original or copy. */
export const TYPES: Readonly<Record<MaterialType, Text>> = {
  ORIGINAL: { zh: "原件", en: "Original" },
  COPY: { zh: "复印件", en: "Copy" },
  BOTH: { zh: "原件和复印件", en: "Original and copy" },
};

/** Paper or file. */
export const FORMATS: Readonly<Record<MaterialFormat, Text>> = {
  PAPER: { zh: "纸质", en: "On paper" },
  ELECTRONIC: { zh: "电子", en: "As a file" },
  BOTH: { zh: "纸质或电子", en: "On paper or as a file" },
};
