/** The demonstration's application to enter the market: of the enterprise of agent-1, refused. */
import type { NewOf } from "../../../platform/database/index.js";
import { addDays } from "../../../platform/domain/index.js";
import type { DemonstrationWorld } from "../../demonstration.js";
import { STORED_QUALIFICATION } from "../intermediary-profile/intermediary-profile.stored.js";
import { EntryApplicationState } from "../market-entry/market-entry.machine.js";
import type { ENTRY_APPLICATIONS } from "../market-entry/market-entry.rows.js";
import { AGENT_FIRM, OFFICER_1, OFFICER_2 } from "./cast.js";
import { workday } from "./project-plan.js";

/** All of them. */
export const entriesOf = ({
  organizations,
  today,
  intermediaryServices,
}: DemonstrationWorld): NewOf<typeof ENTRY_APPLICATIONS>[] => {
  const firm = organizations.find(({ uscc }) => uscc === AGENT_FIRM)!;
  return [
    {
      ...{ no: "RZ-GOLDEN-1", firmUscc: AGENT_FIRM, firmName: firm.name, divisionCode: firm.divisionCode },
      ...{ departmentUscc: OFFICER_1, relatedUsccs: [OFFICER_2], capacity: 3 },
      serviceCodes: [intermediaryServices[2]!.code],
      qualifications: [
        STORED_QUALIFICATION.write({ name: "检验检测机构资质认定证书（演示）", validTo: addDays(today, -40) }),
      ],
      state: EntryApplicationState.REFUSED,
      submittedOn: workday(addDays(today, -30), 1),
      decidedOn: workday(addDays(today, -30), 4),
      reasons: "资质证书已过有效期（演示）",
    },
  ];
};
