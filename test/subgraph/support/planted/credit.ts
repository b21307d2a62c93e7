/** What is planted against the rules of the credit service: a statement for each, by the rule's name. */

/** By the rule's name. */
export const planted: Readonly<Record<string, string>> = {
  "no-public-text-holds-a-person":
    "update penalties set facts = '张建国患有尿毒症，现场由其本人签字。' where id = 'CF-GOLDEN-1'",
  "penalties-cite-the-law-that-was-broken":
    "update penalties set basis = '《中华人民共和国行政处罚法》' where id = 'CF-GOLDEN-1'",
  "penalties-by-a-body-with-that-power": `update penalties set authority_id = (select authority_id from licences where cert_name = '道路运输经营许可证' limit 1)
    where id = 'CF-GOLDEN-1'`,
  "penalties-within-what-the-article-allows": "update penalties set fine_fen = 5000001 where id = 'CF-GOLDEN-1'",
  "minor-breaches-are-not-published": "update penalties set published_on = '2026-03-09' where id = 'CF-GOLDEN-3'",
  "few-penalties-are-published-late":
    "update penalties set published_on = decision_date + 30 where published_on is not null",
  "few-penalties-are-revoked": "update penalties set withdrawn_on = decision_date + 30 where id like 'CF-1%'",
  "licences-by-the-body-in-charge": `update licences set authority_id = 'CN-USCC-11990101MB9000015E' where cert_name = '道路运输经营许可证'`,
  "licences-fit-the-trade": `update licences set matter_id = (select matter_id from licences where cert_name = '道路运输经营许可证' limit 1)
    where id = (select id from licences where cert_name = '食品经营许可证' and case_no is null and matter_id is not null limit 1)`,
  "licences-last-as-long-as-their-kind": `update licences set valid_to = valid_from + 1096 where cert_name = '食品经营许可证'`,
  "lists-are-kept-by-those-who-may": `update list_entries set authority_id = 'CN-USCC-11990101MB9000015E'
    where list = '拖欠农民工工资失信联合惩戒对象名单'`,
  "commitments-are-made-to-those-who-ask-for-them": `update commitments set authority_id = 'CN-USCC-11990101MB9000015E' where type = 'SELF_DISCIPLINE'`,
  // The day after the Ecological Code began.
  "decisions-cite-a-law-in-force": `update penalties set basis = '《中华人民共和国大气污染防治法》第九十九条第二项', decision_date = '2026-08-17'
    where id = 'CF-GOLDEN-1'`,
  // A Sunday.
  "decisions-fall-on-working-days": "update penalties set decision_date = '2026-05-03' where id = 'CF-GOLDEN-1'",
  "decision-numbers-grow": `update penalties set doc_no = (select doc_no from penalties where id = 'CF-GOLDEN-4') where id = 'CF-GOLDEN-9'`,
  "few-commitments-are-broken": "update commitments set fulfilment = 'BROKEN' where fulfilment = 'FULFILLED'",
  "few-bodies-are-rated-poor": "update evaluations set level = 'POOR' where level = 'GOOD'",
};
