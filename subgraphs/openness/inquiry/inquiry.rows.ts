/** Columns of inquiries, once: row, select list and mapping come from here. */
import { day, defineTable, integer, text, truth, type RowOf } from "../../../platform/database/index.js";
import type { InquiryKind, InquirySatisfaction } from "./inquiry.enums.js";
import type { InquiryState } from "./inquiry.machine.js";

/** What people asked and told (群众诉求). */
export const INQUIRIES = defineTable("inquiries", {
  inquiryNo: text("inquiry_no"),
  channelId: text("channel_id"),
  kind: text("kind").of<InquiryKind>(),
  // Hash of a person or credit code of a body.
  subject: text("subject"),
  askerName: text("asker_name").nullable(),
  contact: text("contact").nullable(),
  confidential: truth("confidential"),
  mayPublish: truth("may_publish"),
  content: text("content"),
  divisionCode: text("division_code"),
  intakeId: text("intake_id"),
  intakeUscc: text("intake_uscc"),
  assignedId: text("assigned_id").nullable(),
  assignedUscc: text("assigned_uscc").nullable(),
  heldByUscc: text("held_by_uscc"),
  state: text("state").of<InquiryState>(),
  receivedOn: day("received_on"),
  reply: text("reply").nullable(),
  repliedOn: day("replied_on").nullable(),
  satisfaction: text("satisfaction").of<InquirySatisfaction>().nullable(),
  calledBackOn: day("called_back_on").nullable(),
  closedOn: day("closed_on").nullable(),
  publishedOn: day("published_on").nullable(),
  publicContent: text("public_content").nullable(),
  publicReply: text("public_reply").nullable(),
  mergedInto: text("merged_into").nullable(),
  version: integer("version").byDefault(),
});

/** A row of inquiries. */
export type InquiryRow = RowOf<typeof INQUIRIES>;
