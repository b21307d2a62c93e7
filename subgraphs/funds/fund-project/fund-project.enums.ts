/** Enumeration of kinds of projects (项目类别). */
import { describeEnum } from "../../../platform/graphql/enum.js";

/** Kind of a project. */
export enum FundProjectCategory {
  INDUSTRY = "INDUSTRY",
  INFRASTRUCTURE = "INFRASTRUCTURE",
  PUBLIC_SERVICE = "PUBLIC_SERVICE",
  EMPLOYMENT = "EMPLOYMENT",
}

describeEnum(FundProjectCategory, "FundProjectCategory", "Kind of a project (项目类别).", {
  INDUSTRY: "Production and industry (产业发展).",
  INFRASTRUCTURE: "Rural infrastructure (农村基础设施).",
  PUBLIC_SERVICE: "Public services (公共服务).",
  EMPLOYMENT: "Employment (就业).",
});
