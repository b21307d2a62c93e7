/** The bar above the editor: whose data this is, who is signed in, and as whom to sign in. */
import type { ReactNode } from "react";
import "./header.css";
import { canSignIn, signIn, usernameOf, type Issuer } from "./sign-in.js";

interface HeaderProps {
  readonly issuer: Issuer;
  readonly users: readonly string[];
  readonly notice?: string;
  readonly token?: string;
  readonly problem?: string;
  readonly onSignOut: () => void;
  /** What else the page does. */
  readonly children?: ReactNode;
  /** The page's name, where it is not the explorer. */
  readonly page?: string;
}

const SignInMenu = ({ issuer, users, page }: Pick<HeaderProps, "issuer" | "users" | "page">) => {
  if (!canSignIn()) return <span>登录需要 https 或 localhost · signing in needs https or localhost</span>;
  if (users.length === 0)
    return (
      <button type="button" id="sign-in" onClick={() => void signIn(issuer, undefined, page)}>
        登录 Sign in
      </button>
    );
  return (
    <label>
      登录为 Sign in as{" "}
      <select id="sign-in-as" value="" onChange={(event) => void signIn(issuer, event.target.value, page)}>
        <option value="" disabled>
          匿名 anonymous
        </option>
        {users.map((user) => (
          <option key={user} value={user}>
            {user}
          </option>
        ))}
      </select>
    </label>
  );
};

/** The header. */
export const Header = ({ issuer, users, notice, token, problem, onSignOut, page, children }: HeaderProps) => (
  <header className="govgraph-header">
    {page === undefined ? <h1>govgraph</h1> : <strong>govgraph</strong>}
    {notice && (
      <span className="govgraph-notice" role="note">
        {notice}
      </span>
    )}
    {page === undefined && (
      <>
        <a href="/operations">查询目录 Operations</a>
        <a href="/schema.graphql">schema.graphql</a>
      </>
    )}
    {children}
    <span className="govgraph-space" />
    {problem && <span role="alert">{problem}</span>}
    {token === undefined ? (
      <SignInMenu issuer={issuer} users={users} page={page} />
    ) : (
      <span>
        <span id="signed-in-as">{usernameOf(token)}</span>{" "}
        <button type="button" id="sign-out" onClick={onSignOut}>
          退出 Sign out
        </button>
      </span>
    )}
  </header>
);
