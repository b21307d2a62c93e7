/** SQL of what writes of inquiries need beside the step itself. */
import { randomUUID } from "node:crypto";
import type { Knex } from "knex";
import { toRow, type NewOf } from "../../../platform/database/index.js";
import { INQUIRIES } from "../inquiry/inquiry.rows.js";

/** Inserts an inquiry and answers with its number, which says nothing of the asker. */
export const insertInquiry = async (
  trx: Knex,
  record: Omit<NewOf<typeof INQUIRIES>, "inquiryNo" | "version">,
): Promise<string> => {
  const inquiryNo = `WZ${randomUUID().replaceAll("-", "")}`;
  await trx(INQUIRIES.name).insert(toRow(INQUIRIES, { ...record, inquiryNo }));
  return inquiryNo;
};
