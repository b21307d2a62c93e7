/** Columns of participation_channels, once: row, select list and mapping come from here. */
import { defineTable, text, type RowOf } from "../../../platform/database/index.js";
import type { ChannelKind } from "./participation-channel.enums.js";

/** Where a body takes inquiries (公众参与渠道). */
export const PARTICIPATION_CHANNELS = defineTable("participation_channels", {
  id: text("id"),
  kind: text("kind").of<ChannelKind>(),
  name: text("name"),
  phone: text("phone").nullable(),
  agencyId: text("agency_id"),
  agencyUscc: text("agency_uscc"),
  divisionCode: text("division_code"),
});

/** A row of participation_channels. */
export type ParticipationChannelRow = RowOf<typeof PARTICIPATION_CHANNELS>;
