/** Electronic licences that granted licensing cases of the demonstration produced; a few are short-lived or revoked. */
import { addDays, addMonths } from "../../../platform/domain/index.js";
import type { NewOf } from "../../../platform/database/index.js";
import type { ELECTRONIC_LICENCES } from "../electronic-licence/electronic-licence.rows.js";
import type { SeededCase } from "./case-rows.js";

type NewLicence = NewOf<typeof ELECTRONIC_LICENCES>;

/** Licences as they are written. */
export const licenceRecords = (cases: readonly SeededCase[], random: () => number): NewLicence[] => {
  const numbers = new Map<string, number>();
  return cases.flatMap(({ facts, matter, subject, applicantName, golden }): NewLicence[] => {
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
        name: `${matter.taskName}证`,
        licenceType: matter.taskName.includes("设立登记") ? "BUSINESS_LICENCE" : `LICENCE_${matter.catalogCode}`,
        subject,
        holderName: applicantName,
        holderOrgId: facts.organization?.id,
        deptId: facts.deptId,
        deptUscc: facts.deptUscc,
        divisionCode: facts.divisionCode,
        issuedOn: facts.completedOn,
        validTo:
          draw < 0.02 ? addDays(facts.completedOn, 60) : draw < 0.3 ? undefined : addMonths(facts.completedOn, 60),
        revokedOn: draw > 0.985 && !golden ? addDays(facts.completedOn, 30) : undefined,
      },
    ];
  });
};
