/** What is planted against the rules of the reference service: a statement for each, by the rule's name. */
export const planted: Readonly<Record<string, string>> = {
  "departments-are-named-by-their-level":
    "update organizations set name = '吉林省公安局（演示）' where name = '吉林省公安厅（演示）'",
};
