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
  "interpretations-are-published-on-working-days":
    "update policy_interpretations set published_on = '2021-03-20' where id = 'JD-11990101MB9000015E/2021-00001-1'",
  "no-interpretation-goes-before-its-document":
    "update policy_interpretations set published_on = '2021-03-16' where id = 'JD-11990101MB9000015E/2021-00001-1'",
  "some-documents-are-explained-late-or-never": "update policy_interpretations set published_on = null",
  "decisions-take-their-steps-on-working-days":
    "update decision_steps set taken_on = '2025-06-01' where decision_id = 'JC222401-2025-001' and step = 'LEGALITY_REVIEW'",
  "no-decision-is-published-with-a-step-missing":
    "delete from decision_steps where decision_id = 'JC222401-2025-001' and step = 'RISK_ASSESSMENT'",
  "review-follows-the-public-and-discussion-follows-review":
    "update decision_steps set taken_on = '2025-06-09' where decision_id = 'JC222401-2025-001' and step = 'LEGALITY_REVIEW'",
  "opinions-are-given-while-the-consultation-is-open":
    "update opinions set given_on = '2025-04-03' where id = 'YJ222401-2025-001-1-1'",
  "opinions-on-a-published-decision-are-answered":
    "update opinions set state = 'PENDING', answered_on = null where id = 'YJ222401-2025-001-1-1'",
  "enforcement-is-done-and-published-on-working-days":
    "update enforcement_records set done_on = '2026-09-19' where published_on is null",
  "two-certified-persons-enforce": "update enforcement_records set certificate_numbers = certificate_numbers[1:1]",
  "of-a-circumstance-one-benchmark-is-applied-on-a-day":
    "update discretion_benchmarks set valid_until = null where version = 1",
  "requests-are-handled-on-working-days":
    "update disclosure_requests set ended_on = '2026-03-15' where request_no = 'SQ222401-2026-007'",
  "an-answer-that-discloses-names-a-public-document":
    "update disclosure_requests set index_no = null where request_no = 'SQ222401-2026-008'",
  "some-answers-are-late": "update disclosure_requests set ended_on = received_on where state = 'ANSWERED'",
  "inquiries-are-handled-on-working-days":
    "update inquiries set published_on = '2026-06-13' where inquiry_no = 'WZ222401-2026-006'",
  "what-is-merged-is-of-the-same-asker":
    "update inquiries set merged_into = 'WZ222401-2026-008' where inquiry_no = 'WZ222401-2026-007'",
  "some-replies-come-after-their-limit":
    "update inquiries set replied_on = received_on, called_back_on = null, satisfaction = null, closed_on = null, published_on = null, public_content = null, public_reply = null where replied_on is not null",
  "standards-name-bodies-that-exist": "update openness_standards set publisher = '民政' where code = 'BZ015'",
  "lists-are-adjusted-on-working-days":
    "update agency_list_versions set approved_on = '2025-04-26' where list_id = 'QD-11990101MB9000015E-POWER' and number = 3",
  "no-item-has-two-wordings-in-one-version":
    "update agency_list_items set until = null where code = '220231001000' and since = 1",
  "some-powers-of-bodies-are-not-listed-any-more": "update agency_list_items set until = null where since = 1",
  "few-consultations-are-too-short":
    "update decision_consultations set shortened_because = '情况紧急' where decision_id = 'JC222401-2023-001'",
};
