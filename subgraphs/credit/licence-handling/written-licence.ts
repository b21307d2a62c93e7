/** How the publicity of licences is written: under which machine, whose, and the state of a day. */
import type { ColumnOf } from "../../../platform/disclosure/admission/index.js";
import type { Written } from "../../../platform/write/index.js";
import {
  LICENCE_PUBLICITY,
  type LicenceEvent,
  type LicenceGuardFacts,
  type LicencePublicity,
} from "../licence/licence.machine.js";
import { WHOSE_LICENCE } from "../licence/licence.policy.js";
import { findLicences, publicityOf } from "../licence/licence.repository.js";
import { LICENCE_PARTS } from "./licence-handling.policy.js";

/** Licences, as writes know them. */
export const WRITTEN_LICENCE: Written<
  LicencePublicity,
  LicenceEvent,
  LicenceGuardFacts,
  ColumnOf<typeof WHOSE_LICENCE>
> = {
  kind: "AdministrativeLicence",
  table: "licences",
  key: "id",
  machine: LICENCE_PUBLICITY,
  whose: WHOSE_LICENCE,
  parts: LICENCE_PARTS,
  read: async (trx, id) => (await findLicences(trx, "id", [id]))[0],
  stateOf: publicityOf,
};
