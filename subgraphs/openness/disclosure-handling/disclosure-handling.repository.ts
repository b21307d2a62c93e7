/** SQL of what writes of requests for information need beside the step itself. */
import { randomUUID } from "node:crypto";
import type { Knex } from "knex";
import { toRow, toSet, type NewOf } from "../../../platform/database/index.js";
import type { LocalDate } from "../../../platform/domain/index.js";
import { DISCLOSURE_CONSULTATIONS, DISCLOSURE_REQUESTS } from "../disclosure-request/disclosure-request.rows.js";

/** Inserts a request and answers with its number, which says nothing of the applicant. */
export const insertRequest = async (
  trx: Knex,
  record: Omit<NewOf<typeof DISCLOSURE_REQUESTS>, "requestNo" | "version">,
): Promise<string> => {
  const requestNo = `SQ${randomUUID().replaceAll("-", "")}`;
  await trx(DISCLOSURE_REQUESTS.name).insert(toRow(DISCLOSURE_REQUESTS, { ...record, requestNo }));
  return requestNo;
};

/** Asks a third party about a request that is locked. */
export const insertConsultation = async (
  trx: Knex,
  asked: {
    readonly requestNo: string;
    readonly number: number;
    readonly thirdParty: string;
    readonly askedOn: LocalDate;
  },
): Promise<void> => {
  const open = { endedOn: undefined, opinion: undefined, opinionText: undefined };
  await trx(DISCLOSURE_CONSULTATIONS.name).insert(toRow(DISCLOSURE_CONSULTATIONS, { ...asked, ...open }));
};

/** Records what the third party said that was asked last. */
export const endConsultation = async (
  trx: Knex,
  requestNo: string,
  said: Partial<NewOf<typeof DISCLOSURE_CONSULTATIONS>>,
): Promise<void> => {
  await trx(DISCLOSURE_CONSULTATIONS.name)
    .where("request_no", requestNo)
    .whereNull("ended_on")
    .update(toSet(DISCLOSURE_CONSULTATIONS, said));
};

/** Whether the document is public on the day. */
export const isPublicDocument = async (trx: Knex, indexNo: string, day: LocalDate): Promise<boolean> =>
  (await trx("public_documents").where("index_no", indexNo).where("published_on", "<=", day).first("index_no")) !==
  undefined;
