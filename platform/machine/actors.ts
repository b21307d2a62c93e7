/** Who may bring about an event: the parts that persons and offices play, with the realm roles that may play them. */
import type { Role, Viewer } from "../auth/index.js";

/** A part that somebody plays in a procedure. */
export interface ActorTerm {
  readonly zh: string;
  readonly en: string;
  /** Realm roles of which one is needed; none where no person acts. Whether the record is theirs is said by the noun's policy. */
  readonly roles: readonly Role[];
}

/** All parts. */
export const ACTORS = {
  SUBJECT: { zh: "申请人", en: "who applied, or their agent", roles: ["citizen", "enterprise_agent"] },
  OFFICER: { zh: "承办机关工作人员", en: "officer of the handling agency", roles: ["agency_officer"] },
  PUBLISHER: { zh: "公示发布人员", en: "publisher of the deciding agency", roles: ["agency_publisher"] },
  SUPERVISOR: { zh: "监督人员", en: "supervisor of the division", roles: ["supervisor"] },
  JUSTICE: {
    zh: "行政执法监督机构（司法行政部门）",
    en: "body of enforcement supervision: the justice bureau of the government",
    roles: ["supervisor"],
  },
  OWNER: { zh: "项目业主", en: "owner of the project", roles: ["enterprise_agent", "agency_officer"] },
  FIRM: { zh: "中介服务机构", en: "intermediary", roles: ["enterprise_agent"] },
  INTEGRATOR: { zh: "应用登记人员", en: "who registers apps of the body", roles: ["integrator_admin"] },
  PAYER: { zh: "代理银行", en: "paying bank, by its system or agent", roles: ["integrator", "enterprise_agent"] },
  ADMINISTRATOR: { zh: "平台管理员", en: "administrator of the platform", roles: ["platform_admin"] },
  TIME: { zh: "时间届满", en: "time alone", roles: [] },
} as const satisfies Readonly<Record<string, ActorTerm>>;

/** Name of a part. */
export type Actor = keyof typeof ACTORS;

/** The parts that a viewer's roles allow; TIME never, whoever asks. */
export const actorsOf = ({ roles }: Pick<Viewer, "roles">): Actor[] =>
  (Object.keys(ACTORS) as Actor[]).filter((actor) => ACTORS[actor].roles.some((role) => roles.includes(role)));
