/** One value of an answer: shown, shown in part, withheld with its reason, missing because a service is down, or not there. */
import { type Shown, type WithheldNotice } from "@govgraph/client";
import type { ReactNode } from "react";
import { useSay } from "../language.js";
import { useSession } from "../session.js";
import { MASKS, REASONS, WHAT_TO_DO } from "./words.js";

interface ValueProps<Of> {
  readonly of: Shown<Of>;
  /** How the value reads. @default as text */
  readonly children?: (value: Of) => ReactNode;
}

/** The value, never a bare gap. */
export const Value = <Of,>({ of, children = (value) => String(value) }: ValueProps<Of>) => {
  const say = useSay();
  switch (of.state) {
    case "shown":
      return children(of.value);
    case "masked":
      return (
        <>
          {children(of.value)}{" "}
          <span className="tag tag-masked">
            {say({ zh: "部分隐去", en: "Shown in part" })} · {say(MASKS[of.notice.mask])}
          </span>
        </>
      );
    case "withheld":
      return of.certain ? <Withheld notice={of.notice} /> : <MayBeWithheld notice={of.notice} />;
    case "failed":
      return (
        <span className="tag tag-failed">
          {of.error.message} {say(WHAT_TO_DO[of.error.code])}
        </span>
      );
    case "absent":
      return <span className="quiet">{say({ zh: "无", en: "None" })}</span>;
  }
};

const MayBeWithheld = ({ notice }: { readonly notice: WithheldNotice }) => {
  const say = useSay();
  return (
    <span className="tag tag-withheld">
      {say({ zh: "无，或不公开", en: "None, or withheld" })} · {say(REASONS[notice.reason])}
    </span>
  );
};

/** Why a value is not public, on which basis, and what the reader may do: opened where the reader wants it. */
export const Withheld = ({ notice }: { readonly notice: WithheldNotice }) => {
  const say = useSay();
  const { session, signIn } = useSession();
  return (
    <details className="withheld">
      <summary>
        <span className="tag tag-withheld">
          <Lock /> {say({ zh: "不公开", en: "Withheld" })} · {say(REASONS[notice.reason])}
        </span>
      </summary>
      <p>{notice.explanation}</p>
      <p>{notice.remedy.detail}</p>
      {notice.remedy.kind === "SIGN_IN" && session === undefined && (
        <button type="button" className="button button-quiet" onClick={() => void signIn()}>
          {say({ zh: "登录查看", en: "Sign in to see" })}
        </button>
      )}
    </details>
  );
};

const Lock = () => (
  <svg className="lock" viewBox="0 0 16 16" aria-hidden="true">
    <path d="M4.5 7V5a3.5 3.5 0 0 1 7 0v2M3 7h10v7H3z" fill="none" stroke="currentColor" strokeWidth="1.6" />
  </svg>
);
