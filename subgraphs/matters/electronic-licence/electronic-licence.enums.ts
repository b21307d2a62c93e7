/** States of electronic licences. */
import { describeEnum } from "../../../platform/graphql/enum.js";

/** State of a licence on a day. */
export enum ElectronicLicenceState {
  VALID = "VALID",
  EXPIRED = "EXPIRED",
  REVOKED = "REVOKED",
}

describeEnum(
  ElectronicLicenceState,
  "ElectronicLicenceState",
  "State of an electronic licence on the day of the request (电子证照状态).",
  {
    VALID: "Valid (有效).",
    EXPIRED: "Expired (过期).",
    REVOKED: "Revoked (吊销或注销).",
  },
);
