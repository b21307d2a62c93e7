/** Columns of public_institution_services, once: row, select list and mapping come from here. */
import { defineTable, fen, json, searchWords, text, type RowOf } from "../../../platform/database/index.js";
import type { PublicServiceSector } from "./public-institution-service.enums.js";
import type { StoredPublicServiceV1 } from "./public-institution-service.stored.js";

/** What public enterprises and institutions offer (公共企事业单位服务). */
export const PUBLIC_SERVICES = defineTable("public_institution_services", {
  id: text("id"),
  institutionId: text("institution_id"),
  competentDeptId: text("competent_dept_id").nullable(),
  divisionCode: text("division_code"),
  sector: text("sector").of<PublicServiceSector>(),
  serviceName: text("service_name"),
  priceAmount: fen("price_fen").nullable(),
  content: json("content").of<StoredPublicServiceV1>(),
  search: searchWords("search"),
});

/** A row of public_institution_services; `rank` where it was searched for. */
export interface PublicServiceRow extends RowOf<typeof PUBLIC_SERVICES> {
  readonly rank?: number;
}
