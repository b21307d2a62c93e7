/** What the feed of changes tells of (增量更新), for those who load no classes. */

/** Kinds of record that the feed tells of. */
export enum RecordKind {
  ORGANIZATION = "ORGANIZATION",
  CATALOGUE_ITEM = "CATALOGUE_ITEM",
  SERVICE_MATTER = "SERVICE_MATTER",
  INTERMEDIARY_SERVICE = "INTERMEDIARY_SERVICE",
  LICENCE = "LICENCE",
  PENALTY = "PENALTY",
  LIST_ENTRY = "LIST_ENTRY",
  FUND_POLICY = "FUND_POLICY",
  BUDGET_INDICATOR = "BUDGET_INDICATOR",
}

/** What each kind is, and by which key. */
export const RECORD_KIND_TERMS: Readonly<Record<RecordKind, string>> = {
  ORGANIZATION: "Organisation, by id (机构).",
  CATALOGUE_ITEM: "Catalogue item, by code (基本目录).",
  SERVICE_MATTER: "Published service matter, by id (实施清单).",
  INTERMEDIARY_SERVICE: "Intermediary service, by code (中介服务事项).",
  LICENCE: "Published licence, by id (行政许可).",
  PENALTY: "Penalty in publicity, by id (行政处罚).",
  LIST_ENTRY: "Standing list entry, by id (名单).",
  FUND_POLICY: "Fund policy, by code (资金政策).",
  BUDGET_INDICATOR: "Issued budget indicator, by number (预算指标).",
};

/** What happened to a record. */
export enum ChangeOperation {
  UPSERT = "UPSERT",
  DELETE = "DELETE",
}

/** What each operation asks of the reader. */
export const CHANGE_OPERATION_TERMS: Readonly<Record<ChangeOperation, string>> = {
  UPSERT: "It is new or changed: read it again (新增或变更).",
  DELETE: "It is gone or no longer public: remove it. Told only to who can have had it (删除或不再公开).",
};
