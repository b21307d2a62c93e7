/** What lists of cases can be asked for. */
import { describeEnum } from "../../../platform/graphql/enum.js";

/** In which role an organisation stands to a case. */
export enum CaseRole {
  HANDLER = "HANDLER",
  APPLICANT = "APPLICANT",
}

describeEnum(CaseRole, "CaseRole", "In which role an organisation stands to a case (办件角色).", {
  HANDLER: "It handles the case (办理部门).",
  APPLICANT: "It applied (申请人).",
});
