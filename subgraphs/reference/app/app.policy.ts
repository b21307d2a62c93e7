/** Whose an app is, and how it is written: everybody knows one that was approved; before, its owner, the agency that decides, and supervisors. Pure. */
import {
  anyOf,
  entitled,
  given,
  ofAgency,
  ofBody,
  type ColumnOf,
} from "../../../platform/disclosure/admission/index.js";
import type { Written } from "../../../platform/write/index.js";
import { APP, type AppEvent, type AppGuardFacts, type AppState } from "./app.machine.js";

/** Who may know of an app; contacts, addresses and reasons are closed by field. */
export const WHOSE_APP = anyOf(
  given("approved_on"),
  entitled({ body: "owner_uscc", agency: "agency_uscc", division: "division_code" }),
);

/** Apps of the body that the viewer acts for. */
export const OF_OWNER = ofBody("owner_uscc");

/** Apps, as writes know them. */
export const WRITTEN_APP: Written<AppState, AppEvent, AppGuardFacts, ColumnOf<typeof WHOSE_APP>> = {
  kind: "RegisteredApp",
  table: "apps",
  key: "client_id",
  machine: APP,
  whose: WHOSE_APP,
  parts: { INTEGRATOR: OF_OWNER, PUBLISHER: ofAgency("agency_uscc") },
};
