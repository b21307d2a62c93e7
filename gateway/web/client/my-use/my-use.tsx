/** The page "my use" for those who act for an app's owner: which apps are theirs, and how each asks. */
import { useEffect, useMemo, useState } from "react";
import { createRoot } from "react-dom/client";
import "./my-use.css";
import { Header } from "../header.js";
import { signedInAt, type Issuer } from "../sign-in.js";
import { createApi, type Api } from "./api.js";
import { AppView } from "./app-view.js";
import type { AppRow } from "../../my-use-query.js";
import { STATE_TEXTS } from "./texts.js";

interface Settings {
  readonly issuer: Issuer;
  readonly users: readonly string[];
  readonly notice?: string;
}

const SignedIn = ({ api }: { readonly api: Api }) => {
  const [apps, setApps] = useState<readonly AppRow[]>();
  const [chosen, setChosen] = useState<string>();
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    api.apps().then(setApps, (error: unknown) => setProblem((error as Error).message));
  }, [api]);
  const app = apps?.find(({ clientId }) => clientId === chosen) ?? apps?.[0];
  if (problem !== undefined) return <p role="alert">{problem}</p>;
  if (apps === undefined) return <p>正在加载… Loading…</p>;
  if (app === undefined) return <p id="no-apps">您名下没有登记的应用。 You act for the owner of no registered app.</p>;
  return (
    <>
      <label htmlFor="app">应用 App</label>
      <select id="app" value={app.clientId} onChange={(event) => setChosen(event.target.value)}>
        {apps.map(({ clientId, name, state }) => (
          <option key={clientId} value={clientId}>
            {name} ({STATE_TEXTS[state] ?? state})
          </option>
        ))}
      </select>
      <AppView key={app.clientId} api={api} app={app} />
    </>
  );
};

const MyUse = ({
  settings,
  first,
}: {
  readonly settings: Settings;
  readonly first: Awaited<ReturnType<typeof signedInAt>>;
}) => {
  const [token, setToken] = useState(first.token);
  const [problem, setProblem] = useState(first.problem);
  const api = useMemo(
    () =>
      token === undefined
        ? undefined
        : createApi(token, () => {
            setToken(undefined);
            setProblem("请重新登录 Sign in again");
          }),
    [token],
  );
  return (
    <>
      <Header
        page="my-use"
        issuer={settings.issuer}
        users={settings.users}
        notice={settings.notice}
        token={token}
        problem={problem}
        onSignOut={() => setToken(undefined)}
      />
      <main>
        <h1>我的使用 My use</h1>
        {api === undefined ? (
          <p>
            应用管理员登录后可查看应用的请求、出错、应答时间和额度。 Who administers an app signs in to see its
            requests, errors, times and points.
          </p>
        ) : (
          <SignedIn api={api} />
        )}
      </main>
    </>
  );
};

const open = async (): Promise<void> => {
  const settings = (await (await fetch("/my-use.json")).json()) as Settings;
  const first = await signedInAt(settings.issuer);
  createRoot(document.getElementById("my-use")!).render(<MyUse settings={settings} first={first} />);
};

void open();
