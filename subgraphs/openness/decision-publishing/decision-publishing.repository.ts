/** SQL of what publishing a decision needs beside the step itself. */
import type { Knex } from "knex";

/** The index number, where the organiser's document with it is public on the day. */
export const publicDocumentOf = async (
  trx: Knex,
  { indexNo, organiser, day }: { readonly indexNo: string; readonly organiser: unknown; readonly day: string },
): Promise<string | undefined> => {
  const found = (await trx("public_documents")
    .where({ index_no: indexNo, issuer_uscc: String(organiser) })
    .where("published_on", "<=", day)
    .first("index_no")) as { readonly index_no: string } | undefined;
  return found?.index_no;
};
