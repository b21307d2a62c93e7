/** What is planted against the rules of the openness service: a statement for each, by the rule's name. */

/** By the rule's name. */
export const planted: Readonly<Record<string, string>> = {
  "documents-are-issued-and-published-on-working-days":
    "update public_documents set published_on = '2026-10-01' where index_no = '11990101MB9000015E/2026-00001'",
  "document-numbers-grow-with-time":
    "update public_documents set document_no = '延吉市监发〔2021〕99号' where index_no = '11990101MB9000015E/2021-00001'",
  "nothing-is-repealed-before-it-is-issued":
    "update document_relations set effective_on = '2020-01-06' where other_index_no = '11990101MB9000015E/2021-00001'",
  "some-documents-are-published-late":
    "update public_documents set published_on = created_on where published_on is not null",
};
