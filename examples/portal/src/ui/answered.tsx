/** The states of a question: under way, refused, without an answer, answered in part, and answered. */
import type { Answer, GraphError } from "@govgraph/client";
import type { ReactNode } from "react";
import type { Asking } from "../graph.js";
import { type Text, useSay } from "../language.js";
import { useSession } from "../session.js";
import { Page } from "./page.js";
import { WHAT_TO_DO } from "./words.js";

interface AnsweredProps<Data> {
  readonly asking: Asking<Data>;
  /** Where the answer is the whole page, what went wrong is one too, with a title. */
  readonly isPage?: boolean;
  readonly children: (data: Data, answer: Answer<Data>) => ReactNode;
}

/** Shows the answer; before it the earlier one or a quiet placeholder, and instead of it what went wrong and what to do. */
export const Answered = <Data,>({ asking: { asked, again }, isPage, children }: AnsweredProps<Data>) => {
  const instead = (problem: ReactNode) => (isPage ? <Page title={NOT_SHOWN}>{problem}</Page> : problem);
  if (asked.state === "unreachable") return instead(<Unreachable again={again} />);
  const answer = asked.state === "asking" ? asked.earlier : asked.answer;
  if (answer === undefined) return <Loading />;
  if (answer.data === null || isEmpty(answer))
    return asked.state === "asking" ? <Loading /> : instead(<Missing {...answer} again={again} />);
  // The same element in both states: what stands in it keeps its focus.
  return (
    <div className="answer" aria-busy={asked.state === "asking" || undefined}>
      {asked.state === "answered" && answer.errors[0] && <Partly error={answer.errors[0]} again={again} />}
      {children(answer.data, answer)}
    </div>
  );
};

const NOT_SHOWN: Text = { zh: "暂时无法显示", en: "This can not be shown now" };

/** Executed, but the service that a page is about gave nothing. */
const isEmpty = ({ data, errors }: Answer<unknown>): boolean =>
  errors.length > 0 && Object.values(data ?? {}).every((value) => value === null);

/** A service is down that only a part of the page needs. */
const Partly = ({ error, again }: { readonly error: GraphError; readonly again: () => void }) => {
  const say = useSay();
  return (
    <p className="note note-bad" role="status">
      {say({ zh: "本页有部分内容没有取得：", en: "Part of this page did not come: " })}
      {error.message} {say(WHAT_TO_DO[error.code])}{" "}
      <button type="button" className="button button-quiet" onClick={again}>
        {say({ zh: "重试", en: "Try again" })}
      </button>
    </p>
  );
};

const Loading = () => {
  const say = useSay();
  return (
    <div className="loading" role="status">
      <span className="unseen">{say({ zh: "正在查询…", en: "Asking …" })}</span>
      {[92, 68, 80].map((width) => (
        <span key={width} className={`loading-line loading-${width}`} aria-hidden="true" />
      ))}
    </div>
  );
};

const Unreachable = ({ again }: { readonly again: () => void }) => {
  const say = useSay();
  return (
    <Problem
      title={say({ zh: "暂时连接不到数据服务。", en: "The service does not answer." })}
      advice={say({ zh: "请检查网络，稍后重试。", en: "Check your connection, and try again in a moment." })}
      again={again}
    />
  );
};

interface MissingProps {
  readonly errors: readonly GraphError[];
  readonly requestId: string | undefined;
  readonly again: () => void;
}

/** The main part of a page did not come: a service is down, or the request was refused. */
const Missing = ({ errors: [error], requestId, again }: MissingProps) => {
  const say = useSay();
  const { session, signIn } = useSession();
  return (
    <Problem
      title={error?.message ?? say({ zh: "没有取得数据。", en: "Nothing came." })}
      advice={say(WHAT_TO_DO[error?.code ?? "INTERNAL_SERVER_ERROR"])}
      {...(requestId === undefined ? {} : { requestId })}
      again={again}
    >
      {error?.code === "UNAUTHENTICATED" && session === undefined && (
        <button type="button" className="button" onClick={() => void signIn()}>
          {say({ zh: "登录", en: "Sign in" })}
        </button>
      )}
    </Problem>
  );
};

interface ProblemProps {
  readonly title: string;
  readonly advice: string;
  readonly requestId?: string;
  readonly again?: () => void;
  readonly children?: ReactNode;
}

/** What went wrong, in the graph's own sentence, and what the reader may do. */
export const Problem = ({ title, advice, requestId, again, children }: ProblemProps) => {
  const say = useSay();
  return (
    <section className="problem" role="alert">
      <h2>{title}</h2>
      <p>{advice}</p>
      {requestId && (
        <p className="quiet">
          {say({ zh: "请求编号", en: "Request number" })} <code>{requestId}</code>
        </p>
      )}
      <p className="actions">
        {children}
        {again && (
          <button type="button" className="button button-quiet" onClick={again}>
            {say({ zh: "重试", en: "Try again" })}
          </button>
        )}
      </p>
    </section>
  );
};

/** Nothing there: what that means, and where to go on. */
export const Empty = ({ title, children }: { readonly title: string; readonly children?: ReactNode }) => (
  <section className="empty">
    <h2>{title}</h2>
    {children}
  </section>
);
