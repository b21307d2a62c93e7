/** Columns of apps, once: row, select list and mapping come from here. */
import { day, defineTable, integer, text, texts, type RowOf } from "../../../platform/database/index.js";
import type { AppState } from "./app.machine.js";

/** Registered apps (登记应用). */
export const APPS = defineTable("apps", {
  clientId: text("client_id"),
  name: text("name"),
  purpose: text("purpose"),
  ownerUscc: text("owner_uscc"),
  agencyUscc: text("agency_uscc"),
  divisionCode: text("division_code"),
  contactName: text("contact_name"),
  contactEmail: text("contact_email"),
  redirectUris: texts("redirect_uris"),
  scopes: texts("scopes"),
  keys: texts("keys").byDefault(),
  state: text("state").of<AppState>(),
  requestedOn: day("requested_on"),
  approvedOn: day("approved_on").nullable(),
  pointsAMinute: integer("points_a_minute").nullable(),
  pointsADay: integer("points_a_day").nullable(),
  agreement: text("agreement").nullable(),
  reasons: text("reasons").nullable(),
  version: integer("version").byDefault(),
});

/** A row of apps. */
export type AppRow = RowOf<typeof APPS>;
