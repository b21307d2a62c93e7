/** What is planted against the rules of the reference service: a statement for each, by the rule's name. */
export const planted: Readonly<Record<string, string>> = {
  "no-public-text-holds-a-person": "update apps set purpose = '联系13900001234'",
  "departments-are-named-by-their-level":
    "update organizations set name = '吉林省公安局（演示）' where name = '吉林省公安厅（演示）'",
  "governments-have-their-departments": "delete from organizations where name = '延吉市医疗保障局（演示）'",
  "agencies-are-not-struck-off": "update organizations set status = 'DEREGISTERED' where name = '延吉市司法局（演示）'",
  "legal-bases-say-whether-they-set-a-service":
    "update legal_bases set sets_intermediary_service = null where id = 'FOOD-SAFETY-2021-35'",
};
