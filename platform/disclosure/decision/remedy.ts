/** What a reader who is refused can do about it, in the reader's language. */
import type { Viewer } from "../../auth/index.js";
import { acrLevelOf } from "../vocabulary/index.js";
import { failedGuard } from "./guards.js";
import type { FieldRule, PolicyTable } from "../table/index.js";
import { TIER_TEXTS, type Language, type Text } from "../vocabulary/index.js";

/** Kinds of way out. */
export type RemedyKind = "SIGN_IN" | "STEP_UP" | "SCOPE" | "AGREEMENT" | "CONTACT";

/** A way out, with what exactly to do. */
export interface Remedy {
  readonly kind: RemedyKind;
  readonly detail: string;
}

const alternatives = (lists: readonly (readonly string[])[], language: Language): string =>
  lists.map((names) => names.join(" + ")).join(language === "zh" ? " 或 " : " or ");

/** Audiences that a token can prove. */
const PROVABLE = ["OWNER", "AGENCY", "SUPERVISOR"] as const;

/** What would help this viewer; for a viewer whom nothing helps, whom to ask. */
export const remedyFor = (rule: FieldRule, viewer: Viewer, table: PolicyTable, language: Language): Remedy => {
  const say = (kind: RemedyKind, text: Text): Remedy => ({ kind, detail: text[language] });
  const anonymous = viewer.kind === "anonymous";
  const readers = rule.tier.filter((tier): tier is (typeof PROVABLE)[number] =>
    (PROVABLE as readonly string[]).includes(tier),
  );
  const signIn = (): Remedy => {
    const [en, zh] = [readers.map((tier) => TIER_TEXTS[tier].en), readers.map((tier) => TIER_TEXTS[tier].zh)];
    return say(
      "SIGN_IN",
      readers.length === 0
        ? { en: "Sign in.", zh: "请登录。" }
        : isVerb(rule)
          ? { en: `Sign in; done by ${en.join(", ")}.`, zh: `请登录；可办理者：${zh.join("、")}。` }
          : { en: `Sign in; readable by ${en.join(", ")}.`, zh: `请登录；可查看者：${zh.join("、")}。` },
    );
  };
  switch (failedGuard(rule.requires, viewer)) {
    case "scopes": {
      const scopes = rule.requires?.scopes ?? [];
      return say("SCOPE", {
        en: `Use a token with the scope ${alternatives(scopes, "en")}.`,
        zh: `请使用带有授权范围 ${alternatives(scopes, "zh")} 的令牌。`,
      });
    }
    case "authenticated":
      return signIn();
    case "policies": {
      if (anonymous) return signIn();
      const level = rule.requires?.policies?.flat().map(acrLevelOf).find(Boolean);
      if (level !== undefined)
        return say("STEP_UP", {
          en: `Sign in again with the level ${level}.`,
          zh: `请以 ${level} 等级重新认证。`,
        });
      return contact(rule, table, language);
    }
    default:
      break;
  }
  if (anonymous && readers.length > 0) return signIn();
  if (rule.tier.includes("SHARED") && (anonymous || viewer.kind === "client"))
    return say("AGREEMENT", {
      en: `A data-sharing agreement that names ${rule.type}.${rule.field} is needed.`,
      zh: `需要包含 ${rule.type}.${rule.field} 的数据共享协议。`,
    });
  return contact(rule, table, language);
};

const isVerb = ({ type }: FieldRule): boolean => type === "Mutation";

/** The owner decides on applications for what is not open (条例 art. 27); a verb is nobody's to open, but others do it. */
const contact = (rule: FieldRule, table: PolicyTable, language: Language): Remedy => {
  if (isVerb(rule)) {
    const by = rule.tier.map((tier) => TIER_TEXTS[tier][language]);
    return { kind: "CONTACT", detail: language === "zh" ? `由${by.join("、")}办理。` : `Done by ${by.join(", ")}.` };
  }
  const { subgraph } = rule;
  const owner = table.subgraphs[subgraph]?.owner ?? { zh: subgraph, en: subgraph };
  return {
    kind: "CONTACT",
    detail: language === "zh" ? `请向${owner.zh}申请公开。` : `Apply to ${owner.en}.`,
  };
};
