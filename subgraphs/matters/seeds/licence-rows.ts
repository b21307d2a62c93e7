/** Electronic licences that granted licensing cases of the demonstration produced; a few are short-lived or revoked. */
import { resultOf } from "../../demonstration-certificates.js";
import { PROVISIONAL, addDays, addMonths, addWorkdays } from "../../../platform/domain/index.js";
import type { NewOf } from "../../../platform/database/index.js";
import type { ELECTRONIC_LICENCES } from "../electronic-licence/electronic-licence.rows.js";
import type { SeededCase } from "./case-rows.js";

type NewLicence = NewOf<typeof ELECTRONIC_LICENCES>;

const compare = (one = "", other = ""): number => (one < other ? -1 : one > other ? 1 : 0);

/** A licence is revoked on the working day next to thirty days later. */
const revokedAfter = (issuedOn: string): string => {
  const day = addWorkdays(addDays(issuedOn, 29), 1);
  return day === PROVISIONAL ? issuedOn : day;
};

/** Licences as they are written. */
export const licenceRecords = (cases: readonly SeededCase[], random: () => number): NewLicence[] => {
  const numbers = new Map<string, number>();
  // Numbers grow with the day of the decision, as a register gives them.
  const decided = [...cases].sort((one, other) => compare(one.facts.completedOn, other.facts.completedOn));
  return decided.flatMap(({ facts, matter, subject, applicantName, golden }): NewLicence[] => {
    if (facts.granted !== true || facts.completedOn === undefined || matter.taskType !== "01") return [];
    const prefix = `${facts.divisionCode}ZZ${facts.completedOn.slice(0, 4)}`;
    const number = (numbers.get(prefix) ?? 0) + 1;
    numbers.set(prefix, number);
    const draw = golden ? 1 : random();
    return [
      {
        certificateNumber: `${prefix}${String(number).padStart(6, "0")}`,
        caseNo: facts.caseNo,
        matterId: matter.id,
        name: resultOf(matter.itemName, matter.taskType),
        licenceType: matter.itemName.includes("设立登记") ? "BUSINESS_LICENCE" : `LICENCE_${matter.catalogCode}`,
        subject,
        holderName: applicantName,
        holderOrgId: facts.organization?.id,
        deptId: facts.deptId,
        deptUscc: facts.deptUscc,
        divisionCode: facts.divisionCode,
        issuedOn: facts.completedOn,
        validTo:
          draw < 0.02 ? addDays(facts.completedOn, 60) : draw < 0.3 ? undefined : addMonths(facts.completedOn, 60),
        revokedOn: draw > 0.985 && !golden ? revokedAfter(facts.completedOn) : undefined,
      },
    ];
  });
};
