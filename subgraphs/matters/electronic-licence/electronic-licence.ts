/** An electronic licence as the domain knows it: no decorator, no row, no I/O. */
import type { LocalDate } from "../../../platform/domain/index.js";
import type { ElectronicLicenceState } from "./electronic-licence.enums.js";

/** A licence in the shared store, which its holder can show instead of paper. */
export interface ElectronicLicence {
  readonly certificateNumber: string;
  readonly name: string;
  readonly licenceType: string;
  readonly holderName: string;
  readonly issuedOn: LocalDate;
  /** Last day; absent for one without end. */
  readonly validTo?: LocalDate;
  readonly revokedOn?: LocalDate;
  /** On the day of the request. */
  readonly state: ElectronicLicenceState;
  readonly caseNo: string;
  readonly matterId: string;
  readonly deptId: string;
  readonly holderOrgId?: string;
  /** Hash of a person or credit code of a body: whose it is. */
  readonly subject: string;
  readonly deptUscc: string;
  readonly divisionCode: string;
}
