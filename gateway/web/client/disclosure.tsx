/** The panel below the answer: what was withheld and why, what was shown in part, and what a reader can do about it. */

/** A withheld value as `extensions.withheld` lists it. */
export interface Withheld {
  readonly path: readonly string[] | string;
  readonly count: number;
  readonly rule: string;
  readonly reason: string;
  readonly basis?: string;
  readonly remedy?: { readonly kind: string; readonly detail: string };
}

/** A masked value as `extensions.masked` lists it. */
export interface Masked {
  readonly path: readonly string[] | string;
  readonly count: number;
  readonly rule: string;
  readonly mask: string;
}

/** The part of an answer's extensions that the panel shows. */
export interface DisclosureExtensions {
  readonly withheld?: readonly Withheld[];
  readonly masked?: readonly Masked[];
}

const REASONS: Readonly<Record<string, string>> = {
  STATE_SECRET: "国家秘密 state secret",
  PUBLIC_SAFETY: "公共安全 public safety",
  ECONOMIC_SECURITY: "经济安全 economic security",
  SOCIAL_STABILITY: "社会稳定 social stability",
  LEGAL_PROHIBITION: "法律禁止 prohibited by law",
  TRADE_SECRET: "商业秘密 trade secret",
  PERSONAL_PRIVACY: "个人隐私 personal privacy",
  INTERNAL_AFFAIRS: "内部事务 internal affairs",
  PROCESS_INFORMATION: "过程性信息 process information",
  ENFORCEMENT_FILE: "执法案卷 enforcement file",
};

const pathText = (path: readonly string[] | string): string =>
  typeof path === "string" ? path : path.join(".").replaceAll(".@", "[]");

/** The panel; nothing where everything was shown. */
export const Disclosure = ({ withheld = [], masked = [] }: DisclosureExtensions) =>
  withheld.length + masked.length === 0 ? null : (
    <section className="govgraph-disclosure" aria-label="未公开与脱敏 withheld and masked">
      {withheld.map((entry) => (
        <p key={`${entry.rule} ${pathText(entry.path)}`} className="govgraph-withheld">
          <b>未公开 withheld</b> <code>{pathText(entry.path)}</code> ×{entry.count} ·{" "}
          {REASONS[entry.reason] ?? entry.reason}
          {entry.basis && <> · {entry.basis}</>}
          {entry.remedy && <> → {entry.remedy.detail}</>}
        </p>
      ))}
      {masked.map((entry) => (
        <p key={`${entry.rule} ${pathText(entry.path)}`} className="govgraph-masked">
          <b>脱敏 shown in part</b> <code>{pathText(entry.path)}</code> ×{entry.count} · {entry.mask}
        </p>
      ))}
    </section>
  );
