/** Words of the negative list: who may read, and what things are called. */
import type { Audience, ClosureReason } from "../gql/graphql.js";
import type { Text } from "../language.js";
import { REASONS } from "../ui/words.js";

/** Who may read what is not public. */
export const AUDIENCES: Readonly<Record<Audience, Text>> = {
  MASKED: { zh: "公众（部分隐去）", en: "everyone, in part" },
  OWNER: { zh: "本人或本单位", en: "the person or body concerned" },
  AGENCY: { zh: "经办机关", en: "the agency that keeps the record" },
  SHARED: { zh: "签有共享协议的机关", en: "agencies with a data-sharing agreement" },
  SUPERVISOR: { zh: "本区划监督机关", en: "supervisors of the division" },
  NEVER: { zh: "不对外提供", en: "no one" },
};

/** Reasons in the order of the articles. */
export const REASON_NAMES = Object.keys(REASONS) as readonly ClosureReason[];

/** `An administrative licence (行政许可公示).` in both languages, of which a second paragraph may follow; a name of the schema where there is no description. */
export const termOf = (name: string, description: string | null | undefined): Text => {
  const zh = /\(([^()]*\p{Script=Han}[^()]*)\)\.?\s*$/u.exec(description?.split("\n")[0] ?? "")?.[1]?.split(",")[0];
  const en = description?.split(/[.;(]/)[0]?.trim();
  return { zh: zh ?? name, en: en || name };
};
