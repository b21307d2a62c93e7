/** Electronic licences that granted licensing cases of the demonstration produced; a few are short-lived or revoked. */
import { addDays, addMonths } from "../../../platform/domain/index.js";
import type { CopyValue } from "../../../platform/database/index.js";
import type { SeededCase } from "./case-rows.js";

/** Columns of electronic_licences, in the order of the rows. */
export const LICENCE_COLUMNS = [
  "certificate_number",
  "project_no",
  "matter_id",
  "licence_name",
  "licence_type",
  "subject",
  "holder_name",
  "holder_org_id",
  "dept_id",
  "dept_uscc",
  "division_code",
  "issued_on",
  "valid_to",
  "revoked_on",
] as const;

/** Rows of electronic_licences. */
export const licenceRows = (cases: readonly SeededCase[], random: () => number): CopyValue[][] => {
  const numbers = new Map<string, number>();
  return cases.flatMap(({ facts, matter, subject, applicantName, golden }) => {
    if (facts.granted !== true || facts.completedOn === undefined || matter.taskType !== "01") return [];
    const prefix = `${facts.divisionCode}ZZ${facts.completedOn.slice(0, 4)}`;
    const number = (numbers.get(prefix) ?? 0) + 1;
    numbers.set(prefix, number);
    const draw = golden ? 1 : random();
    return [
      [
        `${prefix}${String(number).padStart(6, "0")}`,
        facts.projectNo,
        matter.id,
        `${matter.taskName}证`,
        matter.taskName.includes("设立登记") ? "BUSINESS_LICENCE" : `LICENCE_${matter.catalogCode}`,
        subject,
        applicantName,
        facts.organization?.id ?? null,
        facts.deptId,
        facts.deptUscc,
        facts.divisionCode,
        facts.completedOn,
        draw < 0.02 ? addDays(facts.completedOn, 60) : draw < 0.3 ? null : addMonths(facts.completedOn, 60),
        draw > 0.985 && !golden ? addDays(facts.completedOn, 30) : null,
      ],
    ];
  });
};
