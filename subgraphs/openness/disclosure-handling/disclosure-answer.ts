/** The step that answers a request for information: outcome, reasons and remedy, and the information itself where it is given. */
import { localDateOf } from "../../../platform/domain/index.js";
import { badInput, ServiceError } from "../../../platform/errors/index.js";
import { isReceipt } from "../../../platform/files/index.js";
import { attachFile, type AttachContext } from "../../../platform/files/attached/index.js";
import type { WriteTransaction } from "../../../platform/write/index.js";
import { givesInformation } from "../disclosure-request/disclosure-outcome.js";
import { MOST_FILES, type AnswerDisclosureInput } from "./disclosure-handling.input.js";
import { isPublicDocument } from "./disclosure-handling.repository.js";
import type { DisclosureChange } from "./disclosure-step.js";

/** Attaches the files. Throws what `attachFile` throws, NOT_FOUND for what is no receipt of an upload. */
const attachAll = async (
  trx: WriteTransaction,
  { requestNo, files }: AnswerDisclosureInput,
  context: AttachContext,
): Promise<void> => {
  const holder = { kind: "DisclosureRequest", key: requestNo };
  for (const { fileId, fileName } of files) {
    if (!isReceipt(fileId))
      throw new ServiceError("NOT_FOUND", "There is no such upload of yours.", { reason: "FILE_UPLOAD" });
    await attachFile(trx, { fileId, name: fileName, holder, most: MOST_FILES }, context);
  }
};

/** The step. Throws BAD_USER_INPUT for more than ten files, and for information beside an outcome that gives none. */
export const answerStep = (input: AnswerDisclosureInput, context: AttachContext): DisclosureChange => {
  const { outcome, files } = input;
  const today = localDateOf(context.asOf);
  const indexNo = input.indexNo ?? undefined;
  const reasons = input.reasons ?? undefined;
  const remedy = input.remedy ?? undefined;
  const hasInformation = indexNo !== undefined || files.length > 0;
  if (files.length > MOST_FILES) throw badInput("files", "MAX", `files has at most ${MOST_FILES} entries.`);
  if (hasInformation && !givesInformation(outcome))
    throw badInput("outcome", "NOTHING_GIVEN", `${outcome} gives no information, and comes with none.`);
  return {
    event: "ANSWER",
    set: { outcome, reasons, remedy, indexNo, endedOn: today },
    facts: {
      ...{ outcome, hasInformation },
      ...(reasons === undefined ? {} : { reasons }),
      ...(remedy === undefined ? {} : { remedy }),
    },
    reason: reasons,
    async before(trx) {
      if (indexNo !== undefined && !(await isPublicDocument(trx, indexNo, today))) throw new ServiceError("NOT_FOUND");
      return {};
    },
    beside: (trx) => attachAll(trx, input, context),
  };
};
